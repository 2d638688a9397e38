// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

namespace Signalbox {

class EmergencySwitch;
class EventHub;
class Logger;

/// What an operator does to the hub, and asks about it; over HTTP or at the console. \a by as in
/// ConnectionActs.
///
/// Network thread.
class HubActs final
{
public:
    static constexpr qsizetype MaxReasonBytes = 1000; ///< every client is told

    /// All must outlive this.
    HubActs(EventHub &hub, EmergencySwitch &emergency, Logger &logger);

    /// Errors as EventHub::publish().
    Result<PublishResult> publish(const QByteArray &json, const QString &by);
    /// BadRequest for a reason that is too long. Internal, with what that means, if it took effect
    /// but will not outlast a restart.
    Result<void> setEmergency(bool isTripped, const QString &reason, const QString &by);
    /// As HubOperator::requestHistory(). BadRoom.
    [[nodiscard]] Result<QList<Event>> history(const QByteArray &room, qsizetype limit) const;

private:
    EventHub &m_hub;
    EmergencySwitch &m_switch;
    Logger &m_logger;
};

} // namespace Signalbox
