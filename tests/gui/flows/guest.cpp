// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/guest.h"

namespace Signalbox::Test {

namespace {

constexpr std::chrono::seconds Patience(20);

} // namespace

Guest::Guest(quint16 port, Family family, const QByteArray &token)
    : m_family(family)
    , m_client(port, family, token)
{ }

bool Guest::isWelcome()
{
    QByteArray greeting = "connected";
    if (m_family == Family::Workflow)
        greeting = "auth_response true";
    else if (m_family != Family::Plain)
        greeting = "connection.established";
    const bool isGreeted =
        eventually([&] { return m_client.lines().contains(greeting); }, Patience);
    m_told = m_client.lines().size();
    return isGreeted;
}

bool Guest::joins(const QByteArray &room)
{
    const qsizetype before = m_client.lines().size();
    if (m_family == Family::Plain) {
        m_client.command("subscribe", "{\"events\":[\"" + room + "\"]}");
    } else if (m_family == Family::Workflow) {
        const QByteArray kind = room.first(room.indexOf(':'));
        m_client.command("subscribe_" + kind,
                         "{\"" + kind + "_id\":\"" + room.sliced(kind.size() + 1) + "\"}");
    } else {
        m_client.command("subscribe", "{\"room\":\"" + room + "\"}");
    }
    const bool isDone = eventually(
        [&] { return m_client.lines().sliced(before).contains("subscribed"); }, Patience);
    m_told = m_client.lines().size();
    return isDone;
}

QList<QByteArray> Guest::news()
{
    // A question without an effect, in the words of the dialect.
    const QByteArray answer = m_family == Family::Workflow ? "unsubscribed" : "pong";
    if (m_family == Family::Workflow)
        m_client.command("unsubscribe", R"({"type":"workflow","workflow_id":"none at all"})");
    else
        m_client.command("ping", R"({"timestamp":1})");
    const bool isAnswered = eventually(
        [&] { return m_client.lines().size() > m_told && m_client.lines().last() == answer; },
        Patience);
    QList<QByteArray> lines = takeLines();
    if (!isAnswered)
        return {"no answer after:", lines.join(", ")};
    lines.removeLast();
    return lines;
}

QList<QByteArray> Guest::lastWords()
{
    (void)eventually(
        [&] {
            return !m_client.lines().isEmpty() && m_client.lines().last().startsWith("closed ");
        },
        Patience);
    return takeLines();
}

QByteArray Guest::event(const QByteArray &id, const QByteArray &room) const
{
    const bool namesRoom = m_family == Family::Rooms || m_family == Family::RoomsAtPath;
    return "event " + id + (namesRoom ? ' ' + room : QByteArray());
}

QList<QByteArray> Guest::dismissal() const
{
    if (m_family == Family::Plain)
        return {"closed 4403"};
    return {"disconnect", "closed 4403"};
}

QString Guest::dialect() const
{
    switch (m_family) {
    case Family::Workflow:
        return QStringLiteral("workflow");
    case Family::Plain:
        return QStringLiteral("plain");
    case Family::Rooms:
    case Family::RoomsAtPath:
        break;
    }
    return QStringLiteral("rooms");
}

QList<QByteArray> Guest::takeLines()
{
    const QList<QByteArray> lines = m_client.lines().sliced(m_told);
    m_told += lines.size();
    return lines;
}

} // namespace Signalbox::Test
