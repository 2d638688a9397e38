#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Differences between Qt versions stay in files named qtcompat
set -eu
. "$(dirname -- "$0")/lib"

found 'QT_VERSION decides something outside files named qtcompat:' \
    "$(files '*.h' '*.cpp' | grep -v '/qtcompat\.' |
        search '^[[:blank:]]*#[[:blank:]]*(el)?if.*QT_VERSION')"
finish
