#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# No blank at the end of a line, no carriage return, a newline at the end
set -eu
. "$(dirname -- "$0")/lib"

found 'Blanks or a carriage return at the end of a line:' "$(files | search "[[:space:]]\$")"
found 'A tab where blanks are the rule:' \
    "$(files '*.h' '*.cpp' '*.js' '*.mjs' '*.py' '*.html' '*.css' '*CMakeLists.txt' | search "$(printf '\t')")"
found 'No newline at the end:' \
    "$(files | tr '\n' '\0' | xargs -0r grep -lIE '' | while IFS= read -r file; do
        [ -z "$(tail -c 1 "$file")" ] || printf '%s\n' "$file"
    done)"
finish
