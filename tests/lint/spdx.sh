#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source names its licence
set -eu
. "$(dirname -- "$0")/lib"

# In the first line, or the second where the first is an interpreter or a document type.
found 'No line SPDX-License-Identifier: GPL-3.0-or-later at the top:' \
    "$(files '*.h' '*.cpp' '*.js' '*.mjs' '*.cjs' '*.py' '*.sh' '*.html' '*.css' '*.cmake' dev .ci/run tests/lint/lib |
        while IFS= read -r file; do
            head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3\.0-or-later' || printf '%s\n' "$file"
        done)"
finish
