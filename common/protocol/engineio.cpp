// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/engineio.h"

#include "common/protocol/json.h"

namespace Signalbox::EngineIo {

namespace {

constexpr char Separator = '\x1e';
constexpr char BinaryMark = 'b';

auto badPacket(const char *why)
{
    return fail(ErrorCode::BadRequest,
                QStringLiteral("Bad Engine.IO packet: ") + QLatin1String(why));
}

/// As decodeText(), of text that is known to be UTF-8.
Result<Packet> decodeUtf8(QByteArrayView text)
{
    if (text.isEmpty())
        return badPacket("it is empty");
    const char type = text.front();
    if (type < char(PacketType::Open) || type > char(PacketType::Noop))
        return badPacket("unknown type");
    return Packet{PacketType(type), false, text.sliced(1).toByteArray()};
}

Result<Packet> decodeBinary(QByteArrayView base64)
{
    // Padding is part of standard base64 (RFC 4648, section 3.2), which Qt would do without.
    if (base64.size() % 4 != 0)
        return badPacket("illegal base64");
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(base64.data(), base64.size()),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return badPacket("illegal base64");
    return Packet{PacketType::Message, true, *decoded};
}

} // namespace

Result<Packet> decodeText(QByteArrayView text)
{
    if (!text.isValidUtf8())
        return badPacket("it is not valid UTF-8");
    return decodeUtf8(text);
}

QByteArray encodeText(const Packet &packet)
{
    Q_ASSERT(!packet.binary);
    QByteArray text;
    text.reserve(1 + packet.data.size());
    text.append(char(packet.type));
    text.append(packet.data);
    return text;
}

Result<QList<Packet>> decodePayload(QByteArrayView payload)
{
    if (!payload.isValidUtf8())
        return badPacket("it is not valid UTF-8");
    QList<Packet> packets;
    packets.reserve(payload.count(Separator) + 1);
    for (;;) {
        const qsizetype end = payload.indexOf(Separator);
        const QByteArrayView text = end < 0 ? payload : payload.first(end);
        auto packet = text.startsWith(BinaryMark) ? decodeBinary(text.sliced(1)) : decodeUtf8(text);
        if (!packet)
            return tl::unexpected<Error>(std::move(packet.error()));
        packets.append(*std::move(packet));
        if (end < 0)
            return packets;
        payload = payload.sliced(end + 1);
    }
}

void appendToPayload(QByteArray &payload, const Packet &packet)
{
    if (!payload.isEmpty())
        payload.append(Separator);
    if (packet.binary) {
        payload.append(BinaryMark);
        payload.append(packet.data.toBase64());
    } else {
        payload.append(char(packet.type));
        payload.append(packet.data);
    }
}

QByteArray encodeHandshake(QByteArrayView sid, bool canUpgrade, int pingInterval, int pingTimeout,
                           qsizetype maxPayload)
{
    return "{\"sid\":" + Json::quoted(sid)
        + ",\"upgrades\":" + (canUpgrade ? "[\"websocket\"]" : "[]") + ",\"pingInterval\":"
        + QByteArray::number(pingInterval) + ",\"pingTimeout\":" + QByteArray::number(pingTimeout)
        + ",\"maxPayload\":" + QByteArray::number(qlonglong(maxPayload)) + '}';
}

QByteArray encode(HandshakeError error)
{
    switch (error) {
    case HandshakeError::UnknownTransport:
        return R"({"code":0,"message":"Transport unknown"})";
    case HandshakeError::UnknownSid:
        return R"({"code":1,"message":"Session ID unknown"})";
    case HandshakeError::BadHandshakeMethod:
        return R"({"code":2,"message":"Bad handshake method"})";
    case HandshakeError::BadRequest:
        return R"({"code":3,"message":"Bad request"})";
    case HandshakeError::Forbidden:
        return R"({"code":4,"message":"Forbidden"})";
    case HandshakeError::UnsupportedProtocolVersion:
        return R"({"code":5,"message":"Unsupported protocol version"})";
    }
    Q_UNREACHABLE();
}

int httpStatus(HandshakeError error)
{
    return error == HandshakeError::Forbidden ? 403 : 400;
}

} // namespace Signalbox::EngineIo
