// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/socketio.h"

#include "common/protocol/json.h"
#include "common/protocol/jsontext.h"
#include "common/protocol/placeholders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Signalbox::SocketIo {

namespace {

// Client libraries emit these themselves; python-socketio ends on the last one.
constexpr QByteArrayView ReservedNames[] = {"connect",           "connect_error", "disconnect",
                                            "disconnecting",     "newListener",   "removeListener",
                                            "__disconnect_final"};

bool isBinary(PacketType type)
{
    return type == PacketType::BinaryEvent || type == PacketType::BinaryAck;
}

bool isEvent(PacketType type)
{
    return type == PacketType::Event || type == PacketType::BinaryEvent;
}

bool isAck(PacketType type)
{
    return type == PacketType::Ack || type == PacketType::BinaryAck;
}

auto badPacket(const char *why)
{
    return fail(ErrorCode::BadRequest,
                QStringLiteral("Bad Socket.IO packet: ") + QLatin1String(why));
}

/// Takes the run of decimal digits at the front of \a text.
QByteArrayView takeDigits(QByteArrayView &text)
{
    const auto *end =
        std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const QByteArrayView digits = text.first(end - text.begin());
    text = text.sliced(digits.size());
    return digits;
}

/// Takes `<n>-`. Null, or what is wrong.
const char *takeAttachments(QByteArrayView &text, int &attachments)
{
    const QByteArrayView digits = takeDigits(text);
    if (digits.isEmpty() || !text.startsWith('-') || (digits.size() > 1 && digits.front() == '0'))
        return "it has no attachment count";
    text = text.sliced(1);
    attachments = digits.size() > 2 ? MaxAttachments + 1 : digits.toInt();
    return attachments > MaxAttachments ? "it has too many attachments" : nullptr;
}

/// Takes `/name,`, or what there is if it is the last part, and drops a query (`/name?token=x`).
const char *takeNamespace(QByteArrayView &text, QByteArray &nsp)
{
    const qsizetype comma = text.indexOf(',');
    QByteArrayView name = comma < 0 ? text : text.first(comma);
    text = comma < 0 ? QByteArrayView() : text.sliced(comma + 1);
    if (const qsizetype query = name.indexOf('?'); query >= 0)
        name = name.first(query);
    const bool hasControl = std::any_of(name.begin(), name.end(),
                                        [](char c) { return quint8(c) < 0x20 || c == '\x7f'; });
    if (hasControl || !name.isValidUtf8())
        return "its namespace has an illegal character";
    nsp = name.toByteArray();
    return nullptr;
}

/// The name of the event whose array \a payload holds, as the JSON string that it is; null if the
/// array is empty or begins with something else. \a payload was checked.
QByteArrayView rawEventName(QByteArrayView payload)
{
    const QByteArrayView array = Json::trimmed(payload);
    if (!array.startsWith('['))
        return {};
    const QByteArrayView first = Json::trimmed(array.sliced(1));
    if (!first.startsWith('"'))
        return {};
    const qsizetype end = Json::stringEnd(first, 0);
    return end < 0 ? QByteArrayView() : first.first(end);
}

const char *eventError(QByteArrayView payload)
{
    const QByteArrayView raw = rawEventName(payload);
    if (raw.isNull())
        return "an event has no name";
    const QByteArray name = Json::unquoted(raw);
    if (std::find(std::begin(ReservedNames), std::end(ReservedNames), name)
        != std::end(ReservedNames))
        return "the event's name is reserved";
    return nullptr;
}

/// Null if \a payload has the shape that \a type demands.
const char *shapeError(PacketType type, QByteArrayView payload, Json::Kind kind)
{
    switch (type) {
    case PacketType::Connect:
        return payload.isEmpty() || kind == Json::Kind::Object ? nullptr
                                                               : "CONNECT takes an object";
    case PacketType::Disconnect:
        return payload.isEmpty() ? nullptr : "DISCONNECT takes nothing";
    case PacketType::ConnectError:
        return !payload.isEmpty() && (kind == Json::Kind::Object || kind == Json::Kind::String)
            ? nullptr
            : "CONNECT_ERROR takes an object or a string";
    case PacketType::Event:
    case PacketType::BinaryEvent:
        return payload.isEmpty() || kind != Json::Kind::Array ? "an event takes an array"
                                                              : eventError(payload);
    case PacketType::Ack:
    case PacketType::BinaryAck:
        return payload.isEmpty() || kind != Json::Kind::Array ? "an acknowledgement takes an array"
                                                              : nullptr;
    }
    return "unknown type";
}

OutgoingMessage encodeWithArguments(PacketType plain, PacketType binary, QByteArrayView nsp,
                                    std::optional<quint64> id, QByteArrayView name,
                                    const Arguments &arguments)
{
    Packet packet;
    packet.attachments = int(arguments.attachments().size());
    packet.type = packet.attachments > 0 ? binary : plain;
    packet.nsp = nsp.toByteArray();
    packet.id = id;
    packet.payload = "[";
    if (!name.isNull())
        packet.payload += Json::quoted(name);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (packet.payload.size() > 1)
            packet.payload += ',';
        packet.payload += arguments.json(i);
    }
    packet.payload += ']';
    return {encode(packet), arguments.attachments()};
}

} // namespace

Result<Packet> decode(QByteArrayView text)
{
    if (text.isEmpty())
        return badPacket("it is empty");
    const char type = text.front();
    if (type < char(PacketType::Connect) || type > char(PacketType::BinaryAck))
        return badPacket("unknown type");
    text = text.sliced(1);

    Packet packet;
    packet.type = PacketType(type);
    if (isBinary(packet.type)) {
        if (const char *error = takeAttachments(text, packet.attachments))
            return badPacket(error);
    }
    if (text.startsWith('/')) {
        if (const char *error = takeNamespace(text, packet.nsp))
            return badPacket(error);
    }
    if (isEvent(packet.type) || isAck(packet.type)) {
        const QByteArrayView digits = takeDigits(text);
        if (!digits.isEmpty()) {
            bool fits = digits.size() <= 20;
            packet.id = fits ? digits.toULongLong(&fits) : 0;
            if (!fits)
                return badPacket("its id is too large");
        } else if (isAck(packet.type)) {
            return badPacket("an acknowledgement has no id");
        }
    }

    auto kind = Json::Kind::Null;
    if (!text.isEmpty()) {
        const auto checked = Json::check(text);
        if (!checked)
            return fail(ErrorCode::BadRequest, checked.error().message);
        kind = *checked;
        packet.payload = text.toByteArray();
    }
    if (const char *error = shapeError(packet.type, packet.payload, kind))
        return badPacket(error);
    return packet;
}

QByteArray encode(const Packet &packet)
{
    QByteArray text;
    text.reserve(packet.payload.size() + packet.nsp.size() + 32);
    text += char(packet.type);
    if (isBinary(packet.type))
        text += QByteArray::number(packet.attachments) + '-';
    if (packet.nsp != "/")
        text += packet.nsp + ',';
    if (packet.id)
        text += QByteArray::number(qulonglong(*packet.id));
    text += packet.payload;
    return text;
}

Result<Arguments> Arguments::fromPayload(QByteArrayView payload, bool hasName,
                                         QList<QByteArray> attachments)
{
    const auto elements = Json::elements(payload);
    if (!elements)
        return fail(ErrorCode::BadRequest, elements.error().message);
    if (hasName && elements->isEmpty())
        return badPacket("an event has no name");
    Arguments arguments;
    arguments.m_json.reserve(elements->size());
    for (qsizetype i = hasName ? 1 : 0; i < elements->size(); ++i)
        arguments.m_json.append(elements->at(i).value.toByteArray());
    arguments.m_attachments = std::move(attachments);
    return arguments;
}

QJsonValue Arguments::value(qsizetype i) const
{
    const QByteArray json = m_json.value(i);
    if (json.isNull())
        return QJsonValue(QJsonValue::Undefined);
    // QJsonDocument takes no scalars.
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

std::optional<QByteArray> Arguments::binary(qsizetype i) const
{
    const QByteArray json = m_json.value(i);
    if (m_attachments.isEmpty() || !json.startsWith('{'))
        return {};
    const auto members = Json::members(json);
    if (!members)
        return {};
    bool isPlaceholder = false;
    std::optional<int> index;
    for (const Json::Member &member : *members) {
        if (member.key == "_placeholder")
            isPlaceholder = member.value == "true";
        else if (member.key == "num")
            index = placeholderIndex(member.value, int(m_attachments.size()));
    }
    if (!isPlaceholder || !index)
        return {};
    return m_attachments.at(*index);
}

Arguments &Arguments::operator<<(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return addJson(array.sliced(1, array.size() - 2));
}

Arguments &Arguments::addJson(QByteArray json)
{
    m_json.append(std::move(json));
    return *this;
}

Arguments &Arguments::addBinary(QByteArray bytes)
{
    m_json.append(placeholder(m_attachments.size()));
    m_attachments.append(std::move(bytes));
    return *this;
}

QByteArray eventName(QByteArrayView payload)
{
    return Json::unquoted(rawEventName(payload));
}

OutgoingMessage encodeEvent(QByteArrayView nsp, QByteArrayView name, const Arguments &arguments,
                            std::optional<quint64> id)
{
    // An empty name is a name: it must not be taken for none.
    const QByteArrayView notNull = name.isNull() ? QByteArrayView("") : name;
    return encodeWithArguments(PacketType::Event, PacketType::BinaryEvent, nsp, id, notNull,
                               arguments);
}

OutgoingMessage encodeAck(QByteArrayView nsp, quint64 id, const Arguments &arguments)
{
    return encodeWithArguments(PacketType::Ack, PacketType::BinaryAck, nsp, id, {}, arguments);
}

QByteArray encodeConnect(QByteArrayView nsp, QByteArrayView sid)
{
    return encode(
        {PacketType::Connect, nsp.toByteArray(), {}, "{\"sid\":" + Json::quoted(sid) + '}'});
}

QByteArray encodeConnectError(QByteArrayView nsp, QByteArrayView message, const QJsonObject &data)
{
    QByteArray payload = "{\"message\":" + Json::quoted(message);
    if (!data.isEmpty())
        payload += ",\"data\":" + QJsonDocument(data).toJson(QJsonDocument::Compact);
    payload += '}';
    return encode({PacketType::ConnectError, nsp.toByteArray(), {}, payload});
}

QByteArray encodeDisconnect(QByteArrayView nsp)
{
    return encode({PacketType::Disconnect, nsp.toByteArray(), {}, {}});
}

Result<std::optional<Decoder::Message>> Decoder::addText(QByteArrayView text)
{
    if (m_partial) {
        m_partial.reset();
        return badPacket("text came while attachments are missing");
    }
    auto packet = decode(text);
    if (!packet)
        return tl::unexpected<Error>(std::move(packet.error()));
    if (isBinary(packet->type) && !placeholdersAreValid(packet->payload, packet->attachments))
        return badPacket("a placeholder's number is illegal");
    Message message{*std::move(packet), {}};
    if (message.packet.attachments == 0)
        return message;
    m_partial = std::make_unique<Message>(std::move(message));
    return std::nullopt;
}

Result<std::optional<Decoder::Message>> Decoder::addBinary(QByteArray bytes)
{
    if (!m_partial)
        return badPacket("no attachment was announced");
    m_partial->attachments.append(std::move(bytes));
    if (m_partial->attachments.size() < m_partial->packet.attachments)
        return std::nullopt;
    const std::unique_ptr<Message> message = std::move(m_partial);
    return std::move(*message);
}

} // namespace Signalbox::SocketIo
