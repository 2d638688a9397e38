// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/closedmodel.h"

#include "common/protocol/closecode.h"
#include "gui/connections/closecodename.h"
#include "gui/connections/usertext.h"
#include "gui/theme/theme.h"

namespace Signalbox {

namespace {

bool isTrouble(quint16 code)
{
    return code != CloseCode::Normal && code != 1001 && code != 1005;
}

} // namespace

QList<TableColumn> ClosedModel::makeColumns()
{
    return {
        {{"closed"},
         tr("Closed"),
         FieldKind::Time,
         tr("When. Filters compare how long ago that is"),
         155},
        {{"code"}, tr("Code"), FieldKind::Count, tr("The close code (RFC 6455)"), 70},
        {{"meaning"}, tr("Meaning"), FieldKind::Text, tr("What the code means"), 130},
        {{"reason"}, tr("Reason"), FieldKind::Text, tr("What was said besides"), 180},
        {{"sid", "id"}, tr("Session"), FieldKind::Word, tr("The session's id"), 190},
        {{"user"}, tr("User"), FieldKind::Word, tr("Empty for an anonymous client"), 130},
        {{"dialect"}, tr("Dialect"), FieldKind::Word, tr("The protocol of its messages"), 90},
        {{"transport"}, tr("Transport"), FieldKind::Word, tr("websocket or polling"), 95},
        {{"address", "ip"}, tr("Address"), FieldKind::Text, tr("Where it came from"), 150},
        {{"connected"},
         tr("Connected"),
         FieldKind::Time,
         tr("Since when it was connected"),
         155,
         true},
        {{"duration"}, tr("Duration"), FieldKind::Seconds, tr("How long it was connected"), 100},
        {{"messages-sent", "out"},
         tr("Messages sent"),
         FieldKind::Count,
         tr("Messages to the client"),
         115,
         true},
        {{"sent"}, tr("Sent"), FieldKind::Bytes, tr("Bytes to the client"), 95},
        {{"received"}, tr("Received"), FieldKind::Bytes, tr("Bytes from the client"), 105},
        {{"agent"}, tr("User agent"), FieldKind::Text, tr("What the client called itself"), 220},
    };
}

ClosedModel::ClosedModel(QObject *parent)
    : RecordTable(makeColumns(), parent)
{ }

void ClosedModel::apply(const ConnectionChanges &changes)
{
    if (changes.closed.isEmpty())
        return;
    for (const ClosedConnection &closed : changes.closed) {
        m_ids.push_back(QByteArray::number(++m_lastId));
        put(m_ids.back(), {closed, closeCodeKey(closed.reason.code)});
        if (qsizetype(m_ids.size()) > MaxRows) {
            remove(m_ids.front());
            m_ids.pop_front();
        }
    }
    commit();
}

void ClosedModel::takeOver(const ClosedModel &other)
{
    other.forEach([this](const QByteArray &id, const ClosedRow &row) { put(id, row); });
    m_ids = other.m_ids;
    m_lastId = other.m_lastId;
    commit();
}

void ClosedModel::clear()
{
    for (const QByteArray &id : std::exchange(m_ids, {}))
        remove(id);
    commit();
}

FieldValue ClosedModel::recordValue(const ClosedRow &row, int column) const
{
    const ConnectionInfo &info = row.closed.info;
    switch (column) {
    case ClosedAt:
        return FieldValue::number(double(row.closed.closedAt.toMSecsSinceEpoch()));
    case Code:
        return FieldValue::number(row.closed.reason.code);
    case Meaning:
        return row.meaning;
    case Reason:
        return row.closed.reason.text;
    case Sid:
        return info.sid;
    case User:
        return info.user;
    case Dialect:
        return info.dialect;
    case Transport:
        return info.transport;
    case Address:
        return info.address;
    case Connected:
        return FieldValue::number(double(info.connectedAt.toMSecsSinceEpoch()));
    case Duration:
        return FieldValue::number(double(info.connectedAt.secsTo(row.closed.closedAt)));
    case MessagesSent:
        return FieldValue::number(double(info.sent.messages));
    case BytesSent:
        return FieldValue::number(double(info.sent.bytes));
    case BytesReceived:
        return FieldValue::number(double(info.received.bytes));
    case Agent:
        return info.userAgent;
    default:
        return {};
    }
}

QVariant ClosedModel::decoration(RowSlot slot, int column, int role) const
{
    static const QIcon good = Theme::icon(QStringLiteral("success"), Theme::Role::Muted);
    static const QIcon bad = Theme::icon(QStringLiteral("warning"), Theme::Role::Warning);
    const ClosedRow &row = record(slot);
    if (column == Code && role == Qt::DisplayRole)
        return QString::number(row.closed.reason.code); // a name, not an amount
    if (column == Meaning && role == Qt::DisplayRole)
        return closeCodeText(row.closed.reason.code);
    if (column == Meaning && role == Qt::DecorationRole)
        return isTrouble(row.closed.reason.code) ? bad : good;
    if (column == User)
        return userDecoration(row.closed.info.user, role);
    if (column == Sid && role == Qt::FontRole)
        return Theme::fixedFont();
    return {};
}

} // namespace Signalbox
