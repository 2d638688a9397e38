#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks notice what they are there for
set -eu

checks=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
trap 'exit 1' HUP INT TERM
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
result=0

# write FILE LINE...: replaces the little repository by one that has only this file.
write() {
    find "$tree" -mindepth 1 -delete
    git init -q "$tree"
    mkdir -p "$tree/$(dirname "$1")"
    file=$tree/$1
    shift
    printf '%s\n' "$@" >"$file"
}

# expect passes|fails CHECK CASE
expect() {
    status=0
    (cd "$tree" && sh "$checks/$2.sh") >"$tree/.git/output" 2>&1 || status=$?
    case $1:$status in
    passes:0 | fails:1 | fails:123) ;; # 123: a failure under xargs
    *)
        printf '%s should have said "%s" of: %s (exit %d)\n' "$2" "$1" "$3" "$status"
        cat "$tree/.git/output"
        result=1
        ;;
    esac
}

licence='// SPDX-License-Identifier: GPL-3.0-or-later'

write common/a.cpp '#include "server/net/wire.h"'
expect fails includes 'common includes server'
write common/a.cpp '#  include  "gui/a.h"'
expect fails includes 'common includes gui, with blanks'
write server/net/a.h '#include "gui/tables/a.h"'
expect fails includes 'server includes gui'
write server/net/a.h '#include <QWidget>'
expect fails includes 'server includes a widget'
write server/net/a.h '#include <QtGui/QImage>'
expect fails includes 'server includes Gui by its module'
write server/CMakeLists.txt 'target_link_libraries(signalbox_server PUBLIC Qt6::Widgets)'
expect fails includes 'server links Widgets'
write gui/mainwindow.cpp '#include "server/app/server.h"'
expect fails includes 'gui includes server'
write gui/main.cpp '#include "server/net/wire.h"'
expect fails includes 'gui/main.cpp includes more than server/app'
write server/app/options/a.cpp '#include "server/app/data/a.h"'
expect fails includes 'server/app/options includes data'
write server/app/commands/a.cpp '#include "server/app/server.h"'
expect fails includes 'server/app/commands includes what runs a server'
write server/app/server.cpp '#include "server/app/commands/a.h"'
expect fails includes 'what runs a server includes a command'
write server/net/a.cpp '#include "wire.h"'
expect fails includes 'an include relative to the folder'
write gui/main.cpp '#include "server/app/server.h"' '#include "common/hub/event.h"' '#include <QApplication>'
expect passes includes 'gui/main.cpp includes server/app'
write server/app/commands/a.cpp '#include "server/app/credentials/a.h"' '#include "server/app/commands/a.h"'
expect passes includes 'server/app/commands includes credentials'
write server/net/a.cpp '#include "server/net/wire.h"' '#include "common/result.h"' '#include <QTcpSocket>'
expect passes includes 'server includes common'

write common/a.h 'class A;'
expect fails headers 'no pragma'
write common/a.cpp '#include <QString>' '#include "common/a.h"'
printf '#pragma once\n' >"$tree/common/a.h"
expect fails headers 'the own header is second'
printf '#include "common/a.h"\n#include <QString>\n' >"$tree/common/a.cpp"
expect passes headers 'the own header is first'

write server/http/a.cpp '#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)'
expect fails qtversion 'a version check in server/http'
write server/net/qtcompat.cpp '#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)'
write gui/theme/qtcompat.h '#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)'
expect passes qtversion 'version checks in qtcompat'

write common/a.cpp 'int a;'
expect fails spdx 'no licence'
write tests/e2e/a.test.mjs "$licence"
expect passes spdx 'a licence'

write a.md 'text '
expect fails whitespace 'a blank at the end'
write a.cpp "$(printf 'int a;\r')"
expect fails whitespace 'a carriage return'
write a.cpp "$(printf '\tint a;')"
expect fails whitespace 'a tab'
write a.md ''
printf 'text' >"$tree/a.md"
expect fails whitespace 'no newline at the end'
write a.md 'text'
expect passes whitespace 'a clean file'

write a.md "See /$(printf home)/someone/notes"
expect fails paths 'a home folder'
write a.cmake "include(../$(printf shared)/a.cmake)"
expect fails paths 'a neighbour of the repository'
write a.md 'See https://example.org/work/1 and framework/work/2'
expect passes paths 'an address'

write a.sh '#!/bin/sh' "$licence" "echo \$1"
expect fails shell 'a variable without quotes'
write a.sh '#!/bin/sh' '# a script' "echo \"\$1\""
expect passes shell 'quotes'

if command -v clang-format-14 >/dev/null; then
    write a.cpp 'int   a;'
    expect fails format 'blanks that clang-format removes'
    write a.cpp 'int a;'
    expect passes format 'a formatted line'
fi
exit $result
