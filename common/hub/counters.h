// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace Signalbox {

/// Running totals since the start. Written by the network thread, sampled by anyone.
struct HubCounters
{
    std::atomic<quint64> eventsReceived{0}; ///< accepted by the hub
    std::atomic<quint64> eventsSent{0}; ///< deliveries: one per event and connection
    std::atomic<quint64> eventsRefused{0}; ///< publish() calls: a refused batch counts once
    std::atomic<quint64> eventsRetained{0}; ///< a level, not a total
    std::atomic<quint64> historyBytes{0}; ///< a level, not a total
};

} // namespace Signalbox
