// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demostream.h"

#include "server/demo/jsonobjectwriter.h"

#include <utility>

namespace Signalbox {

namespace {

// Any number does that makes two seeds of one.
constexpr quint64 BesideSeed = 0x5167'6e61'6c62'6f78;

} // namespace

DemoStream::DemoStream(quint64 seed)
    : m_executions(seed)
    , m_random(seed ^ BesideSeed)
    , m_reporter(m_random)
    , m_agents(m_random)
    , m_projects(m_random)
    , m_backtests(m_random)
{ }

QByteArray DemoStream::next()
{
    if (!m_report.isEmpty())
        return std::exchange(m_report, {});
    if (m_random.chance(BesidePercent))
        return beside();
    const QByteArray event = m_executions.next();
    m_report = m_reporter.report(m_executions.news());
    return event;
}

QByteArray DemoStream::beside()
{
    const qint64 what = m_random.integer(0, 99);
    if (what < 28)
        return m_agents.next();
    if (what < 60)
        return m_projects.next();
    if (what < 90)
        return m_backtests.next();
    return what < 96 ? dashboardUpdate() : notification();
}

QByteArray DemoStream::dashboardUpdate() const
{
    return JsonObjectWriter()
        .text("type", "dashboard_update")
        .number("running_executions", m_executions.running())
        .number("running_backtests", m_backtests.running())
        .number("agents_online", m_agents.online())
        .number("open_pull_requests", m_projects.openPullRequests())
        .number("open_issues", m_projects.openIssues())
        .object();
}

QByteArray DemoStream::notification() const
{
    JsonObjectWriter event;
    event.text("type", "notification").text("user", User).text("level", "info");
    if (m_backtests.lastEnded().isEmpty())
        event.text("title", "Welcome to the demo");
    else
        event.text("title", "A backtest has ended").text("backtest_id", m_backtests.lastEnded());
    return event.object();
}

} // namespace Signalbox
