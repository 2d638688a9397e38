// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// Agents that come, work, sometimes stumble, and go: `agent.connected`, `agent.status_changed`,
/// `agent.disconnected`. Plain class.
class AgentSimulator final
{
public:
    /// \a random must outlive the simulator.
    explicit AgentSimulator(DemoRandom &random);

    QByteArray next();
    [[nodiscard]] int online() const; ///< agents that are connected

private:
    enum class Status { Offline, Idle, Busy, Error };

    struct Agent
    {
        QByteArray id;
        bool isConnected = false;
        Status status = Status::Offline;
    };

    QByteArray change(Agent &agent, Status status);
    static QByteArray text(Status status);

    DemoRandom &m_random;
    QList<Agent> m_agents;
};

} // namespace Signalbox
