#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format 14 changes nothing
set -eu
. "$(dirname -- "$0")/lib"

# Another version formats some lines otherwise, so it has no say.
for clang_format in clang-format-14 clang-format; do
    if command -v "$clang_format" >/dev/null && "$clang_format" --version | grep -q 'version 14\.'; then
        status=0
        errors=$(files '*.h' '*.cpp' | tr '\n' '\0' |
            xargs -0r "$clang_format" --dry-run -Werror 2>&1) || status=$?
        lines=$(printf '%s\n' "$errors" |
            sed -n 's/^\([^:]*:[0-9]*\):.*\[-Wclang-format-violations\]$/\1/p' | uniq)
        found "$clang_format -i would change these lines:" "$lines"
        [ "$status" -eq 0 ] || [ -n "$lines" ] || found "$clang_format failed:" "$errors"
        finish
    fi
done
echo 'version 14 is not on this system (Debian 12 has it)'
exit 77
