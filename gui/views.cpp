// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views.h"

#include "gui/connections/connectionsview.h"
#include "gui/events/eventsview.h"
#include "gui/help/helpview.h"
#include "gui/log/logview.h"
#include "gui/overview/overviewview.h"
#include "gui/publish/publishview.h"
#include "gui/settings/settingsview.h"
#include "gui/subscriptions/subscriptionsview.h"
#include "gui/tokens/tokensview.h"

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
