#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Headers have #pragma once, sources include their own header first
set -eu
. "$(dirname -- "$0")/lib"

found 'No #pragma once:' \
    "$(files '*.h' | tr '\n' '\0' | xargs -0r grep -LE '^#pragma once$' || true)"
found 'The first include is not the own header:' \
    "$(files 'common/*.cpp' 'server/*.cpp' 'gui/*.cpp' | while IFS= read -r source; do
        own=${source%.cpp}.h
        [ -f "$own" ] || continue
        first=$(sed -n 's/^#include *//p' "$source" | head -n 1)
        [ "$first" = "\"$own\"" ] || printf '%s: %s\n' "$source" "$first"
    done)"
finish
