// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/membersmodel.h"

#include <QCoreApplication>
#include <QSet>

namespace Signalbox {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Signalbox::MembersModel", source);
}

QList<TableColumn> makeColumns()
{
    return {
        {.names = {"user"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "User")),
         .kind = FieldKind::Word,
         .toolTip = {},
         .width = 110},
        {.names = {"sid"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Connection")),
         .kind = FieldKind::Word,
         .toolTip = {},
         .width = 170},
        {.names = {"address", "ip"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Address")),
         .kind = FieldKind::Text,
         .toolTip = {},
         .width = 150},
        {.names = {"dialect"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Dialect")),
         .kind = FieldKind::Word,
         .toolTip = {},
         .width = 80},
        {.names = {"transport"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Transport")),
         .kind = FieldKind::Word,
         .toolTip = {},
         .width = 90},
        {.names = {"rooms", "room"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Rooms")),
         .kind = FieldKind::List,
         .toolTip = {},
         .width = 160,
         .isHidden = true},
        {.names = {"queue"},
         .title = text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Queued")),
         .kind = FieldKind::Bytes,
         .toolTip =
             text(QT_TRANSLATE_NOOP("Signalbox::MembersModel", "Bytes that wait to be sent to it")),
         .width = 80,
         .isHidden = true},
    };
}

} // namespace

MembersModel::MembersModel(QObject *parent)
    : RecordTable(makeColumns(), parent)
{ }

void MembersModel::setMembers(const QList<ConnectionInfo> &connections)
{
    QSet<QByteArray> there;
    for (const ConnectionInfo &connection : connections)
        there.insert(connection.sid);
    const QList<QByteArray> before = ids();
    for (const QByteArray &sid : before) {
        if (!there.contains(sid))
            remove(sid);
    }
    for (const ConnectionInfo &connection : connections)
        put(connection.sid, connection);
    commit();
    flushChanges();
}

FieldValue MembersModel::recordValue(const ConnectionInfo &connection, int column) const
{
    switch (column) {
    case User:
        return connection.user.isEmpty() ? FieldValue() : FieldValue(connection.user);
    case Sid:
        return connection.sid;
    case Address:
        return connection.address;
    case Dialect:
        return connection.dialect;
    case Transport:
        return connection.transport;
    case Rooms:
        return connection.rooms;
    case Queue:
        return FieldValue::number(double(connection.queuedBytes));
    default:
        return {};
    }
}

} // namespace Signalbox
