#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing for shellcheck to say
set -eu
. "$(dirname -- "$0")/lib"

scripts=$(files '*.sh' dev .ci/run tests/lint/lib)
[ -n "$scripts" ] || {
    echo 'there is no script'
    exit 1
}
printf '%s\n' "$scripts" | tr '\n' '\0' | xargs -0 shellcheck --exclude=SC1091 --
