#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No path that only one machine has
set -eu
. "$(dirname -- "$0")/lib"

found 'A path of somebody'"'"'s machine, or outside the repository:' \
    "$(files | search '(^|[^[:alnum:]_.:~/-])/(home|work|root|Users)/[[:alnum:]_.]|[.][.]/shared\b')"
finish
