// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/timerwheel.h"
#include "server/net/websocketlink.h"

#include <chrono>

namespace Signalbox {

class EngineSession;

/// A WebSocket that a polling session may move to: awaits `2probe`, answers `3probe`, and hands the
/// link over at `5`. Anything else, a close, or too long a wait ends the link, and the session
/// stays as it is.
class UpgradeProbe final : private WebSocketLink::Listener, private Deadline::Listener
{
public:
    UpgradeProbe(WebSocketLink &link, EngineSession &session, TimerWheel &wheel,
                 std::chrono::milliseconds timeout);
    ~UpgradeProbe();

private:
    void linkTextReceived(const QByteArray &utf8) override;
    void linkBinaryReceived(const QByteArray &bytes) override;
    void linkDrained() override { }
    void linkStalled() override;
    void linkClosed(quint16 code, const QByteArray &reason) override;
    void deadlinePassed(Deadline &deadline) override;

    WebSocketLink *m_link; ///< null once handed over or closed
    EngineSession &m_session;
    Deadline m_deadline;
};

} // namespace Signalbox
