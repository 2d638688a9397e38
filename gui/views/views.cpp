// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/views.h"

#include "gui/views/connectionsview.h"
#include "gui/views/eventsview.h"
#include "gui/views/helpview.h"
#include "gui/views/logview.h"
#include "gui/views/overviewview.h"
#include "gui/views/publishview.h"
#include "gui/views/settingsview.h"
#include "gui/views/subscriptionsview.h"
#include "gui/views/tokensview.h"

namespace Signalbox {

QList<Page> makePages(const Shell &shell, QWidget *parent)
{
    Console &console = shell.console;
    return {
        {new OverviewView(console, shell.metrics, parent)},
        {new ConnectionsView(console, parent), Page::Answer::Connection},
        {new SubscriptionsView(console, parent), Page::Answer::Room},
        {new EventsView(console, parent), Page::Answer::EventsOfConnection},
        {new PublishView(console, parent), Page::Answer::Compose},
        {new TokensView(console, parent)},
        {new LogView(console, parent)},
        {new SettingsView(shell, parent)},
        {new HelpView(console, parent)},
    };
}

} // namespace Signalbox
