// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsmodel.h"

#include "gui/connections/usertext.h"
#include "gui/theme/theme.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSet>

namespace Signalbox {

namespace {

const QByteArray &conditionKey(ConnectionsModel::Condition condition)
{
    static const QByteArray active = "active";
    static const QByteArray quiet = "quiet";
    static const QByteArray slow = "slow";
    switch (condition) {
    case ConnectionsModel::Condition::Active:
        return active;
    case ConnectionsModel::Condition::Quiet:
        return quiet;
    case ConnectionsModel::Condition::Slow:
        return slow;
    }
    return active;
}

QIcon conditionIcon(ConnectionsModel::Condition condition)
{
    // Made once: they take the theme's colours whenever they are drawn.
    static const QIcon active = Theme::icon(QStringLiteral("success"), Theme::Role::Good);
    static const QIcon quiet = Theme::icon(QStringLiteral("clock"), Theme::Role::Muted);
    static const QIcon slow = Theme::icon(QStringLiteral("warning"), Theme::Role::Warning);
    switch (condition) {
    case ConnectionsModel::Condition::Active:
        return active;
    case ConnectionsModel::Condition::Quiet:
        return quiet;
    case ConnectionsModel::Condition::Slow:
        return slow;
    }
    return {};
}

} // namespace

QList<TableColumn> ConnectionsModel::makeColumns()
{
    return {
        {{"sid", "id"}, tr("Session"), FieldKind::Word, tr("The session's id"), 190},
        {{"user"}, tr("User"), FieldKind::Word, tr("Empty for an anonymous client"), 130},
        {{"state"},
         tr("State"),
         FieldKind::Word,
         tr("active, quiet (it sent no message for a minute) or slow (data waits to be sent)"),
         95,
         false,
         true,
         true},
        {{"dialect"}, tr("Dialect"), FieldKind::Word, tr("The protocol of its messages"), 90},
        {{"transport"},
         tr("Transport"),
         FieldKind::Word,
         tr("websocket or polling"),
         95,
         false,
         true},
        {{"address", "ip"}, tr("Address"), FieldKind::Text, tr("Where it comes from"), 150},
        {{"rooms", "room"},
         tr("Rooms"),
         FieldKind::List,
         tr("How many rooms it is in"),
         85,
         false,
         true},
        {{"types", "type"},
         tr("Types"),
         FieldKind::List,
         tr("How many types of events it has subscribed to"),
         70,
         true,
         true},
        {{"queued", "queue"},
         tr("Queued"),
         FieldKind::Bytes,
         tr("Bytes that wait to be sent"),
         105,
         false,
         true},
        {{"messages-sent", "out"},
         tr("Messages sent"),
         FieldKind::Count,
         tr("Messages to the client"),
         115,
         true,
         true},
        {{"messages-received", "in"},
         tr("Messages received"),
         FieldKind::Count,
         tr("Messages from the client"),
         135,
         true,
         true},
        {{"sent"}, tr("Sent"), FieldKind::Bytes, tr("Bytes to the client"), 95, false, true},
        {{"received"},
         tr("Received"),
         FieldKind::Bytes,
         tr("Bytes from the client"),
         105,
         false,
         true},
        {{"rtt"},
         tr("RTT"),
         FieldKind::Milliseconds,
         tr("How long a ping takes there and back"),
         75,
         false,
         true},
        {{"connected", "age"},
         tr("Connected"),
         FieldKind::Time,
         tr("Since when. Filters compare how long that is"),
         155},
        {{"idle"},
         tr("Idle"),
         FieldKind::Seconds,
         tr("Since the client last sent a message: a command, say. Heartbeats do not count"),
         95,
         false,
         true,
         true},
        {{"agent"}, tr("User agent"), FieldKind::Text, tr("What the client calls itself"), 220},
    };
}

ConnectionsModel::ConnectionsModel(QObject *parent)
    : RecordTable(makeColumns(), parent)
{
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(1);
    connect(&m_applyTimer, &QTimer::timeout, this, &ConnectionsModel::applySlice);
}

void ConnectionsModel::apply(const ConnectionChanges &changes)
{
    if (changes.isReset) {
        m_pending.clear(); // void by now
        m_done = 0;
    }
    m_pending.push_back(changes);
    if (!m_applyTimer.isActive())
        applySlice();
}

void ConnectionsModel::takeOver(const ConnectionsModel &other)
{
    ConnectionChanges all;
    all.isReset = true;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    other.forEach([&all, now](const QByteArray &, const ConnectionRow &row) {
        all.opened.append(row.info);
        all.opened.last().idleSeconds = (now - row.lastReceivedMs) / 1000;
    });
    apply(all);
    // The first of them may be half done there: to do it again comes to the same.
    for (const ConnectionChanges &changes : other.m_pending)
        apply(changes);
}

void ConnectionsModel::applySlice()
{
    const QDeadlineTimer deadline(SliceMs);
    while (!m_pending.empty() && !deadline.hasExpired()) {
        if (applySome(m_pending.front())) {
            m_pending.pop_front();
            m_done = 0;
        }
    }
    commit();
    Q_EMIT applied();
    if (!m_pending.empty())
        m_applyTimer.start();
}

/// A few steps. True if these were the last ones.
bool ConnectionsModel::applySome(ConnectionChanges &changes)
{
    constexpr qsizetype Steps = 256;
    if (changes.isReset && m_done == 0)
        keepOnly(changes.opened);
    const qsizetype subscriptionsAt = changes.opened.size();
    const qsizetype figuresAt = subscriptionsAt + changes.subscriptions.size();
    const qsizetype closedAt = figuresAt + changes.figures.size();
    const qsizetype end = closedAt + changes.closed.size();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qsizetype last = std::min(end, m_done + Steps); m_done < last; ++m_done) {
        if (m_done < subscriptionsAt) {
            const ConnectionInfo &info = changes.opened[m_done];
            put(info.sid,
                {info, info.connectedAt.toMSecsSinceEpoch(), now - info.idleSeconds * 1000});
        } else if (m_done < figuresAt) {
            const ConnectionSubscriptions &one = changes.subscriptions[m_done - subscriptionsAt];
            update(one.sid, [&one](ConnectionRow &row) {
                row.info.user = one.user;
                row.info.rooms = one.rooms;
                row.info.types = one.types;
            });
        } else if (m_done < closedAt) {
            const ConnectionFigures &one = changes.figures[m_done - figuresAt];
            update(one.sid, [&one](ConnectionRow &row) {
                row.info.sent = one.sent;
                row.info.received = one.received;
                row.info.queuedBytes = one.queuedBytes;
                row.info.roundTripMs = one.roundTripMs;
                row.info.transport = one.transport;
                if (one.lastReceivedAt.isValid())
                    row.lastReceivedMs = one.lastReceivedAt.toMSecsSinceEpoch();
            });
        } else {
            remove(changes.closed[m_done - closedAt].info.sid);
        }
    }
    return m_done == end;
}

/// Those that are still there stay, and so does their selection.
void ConnectionsModel::keepOnly(const QList<ConnectionInfo> &opened)
{
    if (totalCount() == 0)
        return;
    QSet<QByteArray> kept;
    kept.reserve(opened.size());
    for (const ConnectionInfo &info : opened)
        kept.insert(info.sid);
    for (const QByteArray &sid : ids()) {
        if (!kept.contains(sid))
            remove(sid);
    }
}

qint64 ConnectionsModel::idleSeconds(const ConnectionRow &row) const
{
    return std::max<qint64>(0, (now() - row.lastReceivedMs) / 1000);
}

ConnectionsModel::Condition ConnectionsModel::condition(const ConnectionRow &row) const
{
    if (row.info.queuedBytes >= SlowBytes)
        return Condition::Slow;
    return idleSeconds(row) >= QuietSeconds ? Condition::Quiet : Condition::Active;
}

QString ConnectionsModel::conditionText(Condition condition)
{
    switch (condition) {
    case Condition::Active:
        return tr("active");
    case Condition::Quiet:
        return tr("quiet");
    case Condition::Slow:
        return tr("slow");
    }
    return {};
}

FieldValue ConnectionsModel::recordValue(const ConnectionRow &row, int column) const
{
    const ConnectionInfo &info = row.info;
    switch (column) {
    case Sid:
        return info.sid;
    case User:
        return info.user;
    case State:
        return conditionKey(condition(row));
    case Dialect:
        return info.dialect;
    case Transport:
        return info.transport;
    case Address:
        return info.address;
    case Rooms:
        return info.rooms;
    case Types:
        return info.types;
    case Queued:
        return FieldValue::number(double(info.queuedBytes));
    case MessagesSent:
        return FieldValue::number(double(info.sent.messages));
    case MessagesReceived:
        return FieldValue::number(double(info.received.messages));
    case BytesSent:
        return FieldValue::number(double(info.sent.bytes));
    case BytesReceived:
        return FieldValue::number(double(info.received.bytes));
    case RoundTrip:
        return info.roundTripMs < 0 ? FieldValue() : FieldValue::number(double(info.roundTripMs));
    case Connected:
        return FieldValue::number(double(row.connectedMs));
    case Idle:
        return FieldValue::number(double(idleSeconds(row)));
    case Agent:
        return info.userAgent;
    default:
        return {};
    }
}

QVariant ConnectionsModel::decoration(RowSlot slot, int column, int role) const
{
    const ConnectionRow &row = record(slot);
    if (column == State && role == Qt::DisplayRole)
        return conditionText(condition(row));
    if (column == State && role == Qt::DecorationRole)
        return conditionIcon(condition(row));
    if (column == User)
        return userDecoration(row.info.user, role);
    if (column == Sid && role == Qt::FontRole)
        return Theme::fixedFont();
    return {};
}

} // namespace Signalbox
