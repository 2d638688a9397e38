#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Differences between Qt versions stay in server/net/qtcompat
set -eu
. "$(dirname -- "$0")/lib"

found 'QT_VERSION decides something outside server/net/qtcompat.*:' \
    "$(files '*.h' '*.cpp' | grep -v '^server/net/qtcompat\.' |
        search '^[[:blank:]]*#[[:blank:]]*(el)?if.*QT_VERSION')"
finish
