// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/connectionwatch.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr quint32 BudgetCheck = 64; // a look at the clock costs about as much as one connection

/// The same moment on the wall clock.
QDateTime toDateTime(std::chrono::steady_clock::time_point time)
{
    const auto ago = std::chrono::steady_clock::now() - time;
    return QDateTime::currentDateTimeUtc().addMSecs(
        -std::chrono::duration_cast<std::chrono::milliseconds>(ago).count());
}

ConnectionFigures figuresOf(const QByteArray &sid, const ConnectionActivity &activity)
{
    return {.sid = sid,
            .sent = activity.sent,
            .received = activity.received,
            .queuedBytes = activity.queuedBytes,
            .roundTripMs = activity.roundTripMs,
            .lastReceivedAt = toDateTime(activity.lastReceived),
            .transport =
                activity.isPolling ? QByteArrayLiteral("polling") : QByteArrayLiteral("websocket")};
}

} // namespace

ConnectionWatch::ConnectionWatch(const ConnectionRegistry &connections, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
{
    reset();
    connect(&connections, &ConnectionRegistry::connectionOpened, this,
            &ConnectionWatch::handleOpened);
    connect(&connections, &ConnectionRegistry::connectionClosed, this,
            &ConnectionWatch::handleClosed);
}

void ConnectionWatch::reset()
{
    m_told.assign(m_connections.placeCount(), std::nullopt);
    m_pending.clear();
    m_nextExisting = 0;
    m_isReset = true;
}

void ConnectionWatch::handleOpened(const ConnectionInfo &info, quint32 place)
{
    if (place >= m_told.size())
        m_told.resize(place + 1);
    m_told[place] = m_connections.at(place)->activity();
    addPending(info);
}

void ConnectionWatch::handleClosed(const ConnectionInfo &info, const CloseReason &reason,
                                   quint32 place)
{
    // Whoever hears that it is gone must have heard of it.
    if (!m_told[place])
        addPending(info);
    m_told[place].reset();
    addPending(ClosedConnection{info, reason, QDateTime::currentDateTimeUtc()});
}

void ConnectionWatch::addPending(std::variant<ConnectionInfo, ClosedConnection> change)
{
    if (qsizetype(m_pending.size()) >= MaxPending)
        reset();
    else
        m_pending.push_back(std::move(change));
}

std::optional<ConnectionChanges> ConnectionWatch::take()
{
    const TimeBudget budget;
    ConnectionChanges changes;
    changes.isReset = std::exchange(m_isReset, false);
    tellExisting(changes, budget);
    tellPending(changes);
    // Nothing is told of one that was not told of.
    if (m_nextExisting >= m_connections.placeCount() && m_pending.empty())
        sample(changes, budget);
    if (changes.isEmpty())
        return {};
    return changes;
}

void ConnectionWatch::tellExisting(ConnectionChanges &changes, const TimeBudget &budget)
{
    for (; m_nextExisting < m_told.size() && changes.opened.size() < MaxPerBatch;
         ++m_nextExisting) {
        if (m_nextExisting % BudgetCheck == 0 && budget.isSpent() && !changes.opened.isEmpty())
            return;
        const Connection *connection = m_connections.at(m_nextExisting);
        std::optional<ConnectionActivity> &told = m_told[m_nextExisting];
        if (!connection || told)
            continue;
        changes.opened.append(connection->info());
        told = connection->activity();
    }
}

void ConnectionWatch::tellPending(ConnectionChanges &changes)
{
    for (qsizetype i = 0; i < MaxPerBatch && !m_pending.empty(); ++i) {
        if (auto *opened = std::get_if<ConnectionInfo>(&m_pending.front()))
            changes.opened.append(std::move(*opened));
        else
            changes.closed.append(std::get<ClosedConnection>(std::move(m_pending.front())));
        m_pending.pop_front();
    }
}

void ConnectionWatch::sample(ConnectionChanges &changes, const TimeBudget &budget)
{
    const quint32 places = m_connections.placeCount();
    for (quint32 left = places / BatchesPerRound + 1; left > 0 && places > 0; --left) {
        if (left % BudgetCheck == 0 && budget.isSpent())
            return;
        if (m_nextSample >= places)
            m_nextSample = 0;
        if (const Connection *connection = m_connections.at(m_nextSample))
            sampleOne(changes, *connection, *m_told[m_nextSample]);
        ++m_nextSample;
    }
}

void ConnectionWatch::sampleOne(ConnectionChanges &changes, const Connection &connection,
                                ConnectionActivity &told)
{
    ConnectionActivity now = connection.activity();
    if (now == told)
        return;
    if (now.subscriptionVersion != told.subscriptionVersion) {
        const ConnectionInfo info = connection.info();
        changes.subscriptions.append({info.sid, info.user, info.rooms, info.types});
    }
    told.subscriptionVersion = now.subscriptionVersion;
    if (now != told)
        changes.figures.append(figuresOf(connection.sid(), now));
    told = now;
}

} // namespace Signalbox
