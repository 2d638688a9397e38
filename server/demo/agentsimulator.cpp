// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/agentsimulator.h"

#include "server/demo/jsonobjectwriter.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int LeavePercent = 15; // of the times that an idle agent does something
constexpr int StumblePercent = 12; // of the tasks

const QList<QByteArray> &tasks()
{
    static const QList<QByteArray> list{"Review a pull request", "Index the documentation",
                                        "Label new issues",      "Write release notes",
                                        "Tune a strategy",       "Summarise the night's failures"};
    return list;
}

const QList<QByteArray> &reasons()
{
    static const QList<QByteArray> list{"shut down", "update", "connection lost"};
    return list;
}

} // namespace

AgentSimulator::AgentSimulator(DemoRandom &random)
    : m_random(random)
    , m_agents({{"agent-1"}, {"agent-2"}, {"agent-3"}})
{ }

QByteArray AgentSimulator::next()
{
    Agent &agent = m_agents[m_random.integer(0, m_agents.size() - 1)];
    if (!agent.isConnected) {
        agent.isConnected = true;
        return eventWithData("agent.connected", JsonObjectWriter().text("agent_id", agent.id));
    }
    switch (agent.status) {
    case Status::Offline:
    case Status::Error:
        return change(agent, Status::Idle);
    case Status::Busy:
        return change(agent, m_random.chance(StumblePercent) ? Status::Error : Status::Idle);
    case Status::Idle:
        break;
    }
    if (!m_random.chance(LeavePercent))
        return change(agent, Status::Busy);
    agent.isConnected = false;
    agent.status = Status::Offline;
    return eventWithData(
        "agent.disconnected",
        JsonObjectWriter().text("agent_id", agent.id).text("reason", m_random.oneOf(reasons())));
}

int AgentSimulator::online() const
{
    return static_cast<int>(std::count_if(m_agents.cbegin(), m_agents.cend(),
                                          [](const Agent &agent) { return agent.isConnected; }));
}

QByteArray AgentSimulator::change(Agent &agent, Status status)
{
    JsonObjectWriter body;
    body.text("agent_id", agent.id)
        .text("status", text(status))
        .text("previous_status", text(agent.status));
    if (status == Status::Busy)
        body.text("current_task", m_random.oneOf(tasks()));
    agent.status = status;
    return eventWithData("agent.status_changed", body);
}

QByteArray AgentSimulator::text(Status status)
{
    switch (status) {
    case Status::Offline:
        return "offline";
    case Status::Idle:
        return "idle";
    case Status::Busy:
        return "busy";
    case Status::Error:
        break;
    }
    return "error";
}

} // namespace Signalbox
