// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>

/// The Engine.IO protocol, revision 4 (`EIO=4`), as pure functions over bytes.
/// Specification: https://github.com/socketio/engine.io-protocol
namespace Signalbox::EngineIo {

enum class PacketType : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

struct Packet
{
    PacketType type = PacketType::Noop;
    bool binary = false; ///< only a Message can be
    QByteArray data; ///< UTF-8 text, or raw bytes if binary

    friend bool operator==(const Packet &, const Packet &) = default;
};

/// Decodes one packet as it stands in a text WebSocket frame. BadRequest if it has no legal type.
Result<Packet> decodeText(QByteArrayView text);
/// A text packet on the wire: type digit and data. Binary ones have no text form but that of a
/// payload.
QByteArray encodeText(const Packet &packet);

/// Decodes the body of a polling POST: packets separated by U+001E, binary ones as `b` and standard
/// base64. Linear in the size of \a payload, however many packets. BadRequest if one is illegal.
Result<QList<Packet>> decodePayload(QByteArrayView payload);
/// Appends \a packet to the body of a polling GET response.
void appendToPayload(QByteArray &payload, const Packet &packet);

/// The OPEN packet's JSON. Times in milliseconds, \a maxPayload in bytes.
QByteArray encodeHandshake(QByteArrayView sid, bool canUpgrade, int pingInterval, int pingTimeout,
                           qsizetype maxPayload);

/// The errors of the handshake: the body of an HTTP 400, or 403 for Forbidden.
enum class HandshakeError {
    UnknownTransport = 0,
    UnknownSid = 1,
    BadHandshakeMethod = 2,
    BadRequest = 3,
    Forbidden = 4,
    UnsupportedProtocolVersion = 5,
};
/// `{"code":0,"message":"Transport unknown"}` and so on.
QByteArray encode(HandshakeError error);
int httpStatus(HandshakeError error);

} // namespace Signalbox::EngineIo
