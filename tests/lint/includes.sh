#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Includes run one way: common <- server, common <- gui
set -eu
. "$(dirname -- "$0")/lib"

include='^[[:blank:]]*#[[:blank:]]*include[[:blank:]]*'
gui='<(QtGui|QtWidgets)/|<Q((Gui)?Application|Widget|MainWindow|Window|Dialog|MessageBox|Label|PushButton|Action|Menu|Painter|Pixmap|Image|Icon|Font|Color|StyleHints|Screen|SystemTrayIcon|TableView|Layout|[HV]BoxLayout|Clipboard)>'

found 'common/ includes nothing of server/, gui/ or tests/:' \
    "$(files 'common/*.h' 'common/*.cpp' | search "$include\"(server|gui|tests)/")"
found 'server/ includes nothing of gui/ or tests/:' \
    "$(files 'server/*.h' 'server/*.cpp' | search "$include\"(gui|tests)/")"
found 'gui/ includes nothing of server/ or tests/, except gui/main.cpp, which may include server/app/:' \
    "$(files 'gui/*.h' 'gui/*.cpp' | search "$include\"(server|tests)/" |
        grep -vE '^gui/main\.cpp:[0-9]+:.*"server/app/' || true)"
# only FOLDER FOLDERS: what FOLDER of server/app/ includes of it beside those FOLDERS, as a|b.
only() {
    files "server/app/$1/*" | search "$include\"server/app/" | grep -vE "\"server/app/($2)/" || true
}
found 'In server/app/ folders include options <- data <- credentials <- commands, and nothing of what runs a server:' \
    "$(only options options)$(only data 'options|data')$(only credentials 'options|data|credentials'
        )$(only commands 'options|data|credentials|commands')"
found 'server/app/ itself includes nothing of commands/, except server/main.cpp:' \
    "$(files 'server/*.h' 'server/*.cpp' | grep -vE '^server/(app/commands/|main\.cpp$)' |
        search "$include\"server/app/commands/")"
found 'common/ and server/ know no Gui and no Widgets:' \
    "$(files 'common/*.h' 'common/*.cpp' 'server/*.h' 'server/*.cpp' | search "$include($gui)")"
found 'common/ and server/ link no Gui and no Widgets:' \
    "$(files 'common/*CMakeLists.txt' 'server/*CMakeLists.txt' | search 'Qt6::(Gui|Widgets)')"
found 'Includes of our own headers are relative to the root of the repository:' \
    "$(files 'common/*.h' 'common/*.cpp' 'server/*.h' 'server/*.cpp' 'gui/*.h' 'gui/*.cpp' |
        search "$include\"(\.\.?/|[^/\"]*\.h\")" | grep -vE '"ui_[a-z0-9_]+\.h"' || true)"
finish
