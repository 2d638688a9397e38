// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventtext.h"

#include "common/protocol/json.h"
#include "common/protocol/jsonindent.h"

#include <algorithm>

namespace Signalbox::EventText {

namespace {

/// As many as a publisher may name.
constexpr qsizetype MaxRooms = 100;

QByteArray roomsArray(const QList<QByteArray> &rooms)
{
    QByteArray array("[");
    for (const QByteArray &room : rooms) {
        if (array.size() > 1)
            array.append(',');
        array.append(Json::quoted(room));
    }
    return array.append(']');
}

QByteArray timeOf(const ObservedEvent &observed)
{
    return observed.acceptedAt.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

QByteArray csvField(QByteArray text)
{
    if (!text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front()))
        text.prepend('\'');
    if (std::none_of(text.cbegin(), text.cend(), [](char c) {
            return c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r';
        }))
        return text;
    return '"' + text.replace('"', "\"\"") + '"';
}

/// The members of toJson(), without the braces.
QByteArray membersOf(const Event &event)
{
    QByteArray json(R"("event_id":")");
    json.append(event.id.toText()).append(R"(","type":")").append(event.type).append('"');
    if (!event.timestamp.isEmpty())
        json.append(R"(,"timestamp":)").append(event.timestamp);
    json.append(R"(,"rooms":)").append(roomsArray(event.rooms));
    if (!event.user.isEmpty())
        json.append(R"(,"user":)").append(Json::quoted(event.user));
    return json.append(R"(,"data":)").append(event.body);
}

} // namespace

QByteArray toJson(const Event &event)
{
    return '{' + membersOf(event) + '}';
}

QByteArray toPublishable(const Event &event)
{
    QByteArray json(R"({"type":")");
    json.append(event.type).append('"');
    if (!event.user.isEmpty()) {
        json.append(R"(,"user":)").append(Json::quoted(event.user));
    } else {
        // The rooms of ids come first, and the body names those again.
        const qsizetype count = std::min(MaxRooms, event.rooms.size());
        json.append(R"(,"rooms":)").append(roomsArray(event.rooms.last(count)));
    }
    return json.append(R"(,"data":)").append(event.body).append('}');
}

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString toCurl(const Event &event, const QString &address)
{
    const QString host = address.isEmpty() ? QStringLiteral("http://localhost:8001") : address;
    return QStringLiteral("curl %1 \\\n"
                          "  -H \"Authorization: Bearer $SIGNALBOX_TOKEN\" \\\n"
                          "  -H 'Content-Type: application/json' \\\n"
                          "  -d %2")
        .arg(shellQuoted(host + QStringLiteral("/api/v1/events")),
             shellQuoted(QString::fromUtf8(toPublishable(event))));
}

QByteArray toJsonLine(const ObservedEvent &observed)
{
    return R"({"accepted_at":")" + timeOf(observed) + R"(","recipients":)"
        + QByteArray::number(observed.recipients) + ',' + Json::compacted(membersOf(observed.event))
        + "}\n";
}

QByteArray csvHeader()
{
    return "time,event_id,type,rooms,user,recipients,size,data\r\n";
}

QByteArray toCsvLine(const ObservedEvent &observed)
{
    const Event &event = observed.event;
    const QList<QByteArray> fields{
        timeOf(observed),
        event.id.toText(),
        csvField(event.type),
        csvField(event.rooms.join(' ')),
        csvField(event.user),
        QByteArray::number(observed.recipients),
        QByteArray::number(event.body.size()),
        csvField(event.body),
    };
    return fields.join(',') + "\r\n";
}

} // namespace Signalbox::EventText
