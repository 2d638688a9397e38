// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <memory>
#include <optional>

/// The Socket.IO protocol, revision 5, as pure functions over bytes.
/// Specification: https://github.com/socketio/socket.io-protocol
namespace Signalbox::SocketIo {

inline constexpr int MaxAttachments = 10;

enum class PacketType : char {
    Connect = '0',
    Disconnect = '1',
    Event = '2',
    Ack = '3',
    ConnectError = '4',
    BinaryEvent = '5',
    BinaryAck = '6',
};

struct Packet
{
    PacketType type = PacketType::Connect;
    QByteArray nsp = QByteArrayLiteral("/"); ///< namespace, always with its leading slash
    std::optional<quint64> id = {}; ///< of the acknowledgement
    QByteArray payload = {}; ///< JSON text as it came: an object, an array, or null (none)
    int attachments = 0; ///< how many binary frames belong to it

    friend bool operator==(const Packet &, const Packet &) = default;
};

/// Decodes the text of an Engine.IO message. BadRequest if it is malformed: an unknown type, a bad
/// attachment count or one over MaxAttachments, a namespace or id that is not one, a payload that
/// is not strict JSON (depth 64) or not of the shape that its type demands, an empty event array,
/// an event name that is not a string or that the parsers reserve. CONNECT's payload is an object
/// or absent.
Result<Packet> decode(QByteArrayView text);
QByteArray encode(const Packet &packet);

/// The arguments of an event or of an acknowledgement: each kept as the bytes that came, so that
/// what is passed on is what was sent. Binary arguments are placeholders in the JSON, numbered into
/// `attachments`.
class Arguments final
{
public:
    Arguments() = default;
    /// From a payload: the array's elements; without its first one if \a hasName.
    static Result<Arguments> fromPayload(QByteArrayView payload, bool hasName,
                                         QList<QByteArray> attachments = {});

    [[nodiscard]] qsizetype size() const { return m_json.size(); }
    [[nodiscard]] bool isEmpty() const { return m_json.isEmpty(); }
    /// The raw JSON of argument \a i; null if there is none.
    [[nodiscard]] QByteArray json(qsizetype i) const { return m_json.value(i); }
    /// Argument \a i parsed; Undefined if there is none, or if a number in it is beyond what
    /// QJsonValue can hold (json() has it all the same).
    [[nodiscard]] QJsonValue value(qsizetype i) const;
    /// Argument \a i if it is binary as a whole.
    [[nodiscard]] std::optional<QByteArray> binary(qsizetype i) const;
    [[nodiscard]] const QList<QByteArray> &attachments() const { return m_attachments; }

    /// Appends one argument, for sending. addJson() takes the text of one strict JSON value.
    Arguments &operator<<(const QJsonValue &value);
    Arguments &addJson(QByteArray json);
    Arguments &addBinary(QByteArray bytes);

private:
    QList<QByteArray> m_json;
    QList<QByteArray> m_attachments;
};

/// The event's name, from the payload of an (Binary)Event packet that decode() accepted.
QByteArray eventName(QByteArrayView payload);

/// Packets for sending. The text frame is `encode(packet)`; the attachments follow as binary
/// messages.
struct OutgoingMessage
{
    QByteArray text;
    QList<QByteArray> attachments;
};
OutgoingMessage encodeEvent(QByteArrayView nsp, QByteArrayView name, const Arguments &arguments,
                            std::optional<quint64> id = {});
OutgoingMessage encodeAck(QByteArrayView nsp, quint64 id, const Arguments &arguments);
QByteArray encodeConnect(QByteArrayView nsp, QByteArrayView sid);
QByteArray encodeConnectError(QByteArrayView nsp, QByteArrayView message,
                              const QJsonObject &data = {});
QByteArray encodeDisconnect(QByteArrayView nsp);

/// Puts packets and their attachments together again.
class Decoder final
{
public:
    struct Message
    {
        Packet packet;
        QList<QByteArray> attachments;
    };
    /// Takes a text message. A packet without attachments comes back at once; one with attachments
    /// when the last of them was added. BadRequest for malformed input, for a placeholder whose
    /// `num` is not an integer in range (before any attachment is kept), and for text while
    /// attachments are missing; what was kept is then dropped.
    Result<std::optional<Message>> addText(QByteArrayView text);
    /// Takes a binary message. BadRequest if none was announced.
    Result<std::optional<Message>> addBinary(QByteArray bytes);
    /// True while attachments are missing.
    [[nodiscard]] bool isPartial() const { return m_partial != nullptr; }
    /// The namespace of the packet whose attachments are missing; null if there is none.
    [[nodiscard]] QByteArray partialNamespace() const
    {
        return m_partial ? m_partial->packet.nsp : QByteArray();
    }

private:
    std::unique_ptr<Message> m_partial; ///< mostly none: it would be most of a client
};

} // namespace Signalbox::SocketIo
