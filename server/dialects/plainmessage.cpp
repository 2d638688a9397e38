// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/plainmessage.h"

#include "common/protocol/json.h"
#include "server/dialects/dialecttext.h"

#include <QJsonDocument>

namespace Signalbox::PlainMessage {

namespace {

QByteArray quotedList(const QList<QByteArray> &names)
{
    QByteArray json = "[";
    for (const QByteArray &name : names) {
        if (json.size() > 1)
            json += ',';
        json += Json::quoted(name);
    }
    return json + ']';
}

} // namespace

QByteArray of(const char *type, const QByteArray &data)
{
    return QByteArrayLiteral("{\"type\":\"") + type + "\",\"data\":" + data + '}';
}

QByteArray of(const char *type, const QJsonObject &data)
{
    return of(type, QJsonDocument(data).toJson(QJsonDocument::Compact));
}

QByteArray subscriptions(const char *type, const QList<QByteArray> &names,
                         const QList<QByteArray> &current)
{
    return of(type,
              "{\"events\":" + quotedList(names) + ",\"current\":" + quotedList(current) + '}');
}

WebSocket::Frame event(const Event &event)
{
    QByteArray json;
    event.appendTo(json);
    return WebSocket::encode(WebSocket::Opcode::Text, json);
}

WebSocket::Frame replay(const QByteArray &name, const ReplayRequest &request,
                        const QList<Event> &events, bool isLast)
{
    QByteArray data = "{\"room\":" + Json::quoted(name) + ",\"events\":[";
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i > 0)
            data += ',';
        events.at(i).appendTo(data);
    }
    data += "]," + DialectText::replayTail(request, events, isLast) + '}';
    return WebSocket::encode(WebSocket::Opcode::Text, of("recent_events", data));
}

} // namespace Signalbox::PlainMessage
