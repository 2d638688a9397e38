// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/views.h"

#include "gui/views/helpview.h"
#include "gui/views/overviewview.h"
#include "gui/views/settingsview.h"

namespace Signalbox {

QList<Page> makePages(const Shell &shell, QWidget *parent)
{
    Console &console = shell.console;
    return {
        {new OverviewView(console, shell.metrics, parent)},
        {new SettingsView(shell, parent)},
        {new HelpView(console, parent)},
    };
}

} // namespace Signalbox
