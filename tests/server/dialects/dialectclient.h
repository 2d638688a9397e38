// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/eventually.h"
#include "tests/support/rawwebsocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox::Test {

enum class Family {
    Workflow,
    Rooms, ///< the namespace `/ws`
    RoomsAtPath, ///< the path `/ws/socket.io/`
    Plain
};

/// A client of any dialect, that writes down what it is told, a line for each thing:
/// `event ID` (of the rooms dialect `event ID ROOM`), `past ID` for each event of a replay, `error
/// CODE`, `auth_response true`, `closed CODE`; of all else its name.
class DialectClient final
{
public:
    /// Connects, and presents \a token.
    DialectClient(quint16 port, Family family, const QByteArray &token)
        : m_family(family)
        , m_socket(port, target(family, token))
        , m_isOpen(m_socket.open())
    {
        if (!m_isOpen)
            m_lines.append("refused " + QByteArray::number(m_socket.handshake().status));
        else if (family != Family::Plain)
            m_socket.sendText("40" + prefix()
                              + (token.isEmpty() ? QByteArray() : "{\"token\":\"" + token + "\"}"));
    }

    /// All lines so far; waits for none.
    const QList<QByteArray> &lines()
    {
        if (!m_isOpen)
            return m_lines;
        const QList<ReceivedFrame> &frames = m_socket.frames();
        while (m_read < frames.size()) {
            const ReceivedFrame &frame = frames.at(m_read++);
            if (frame.opcode == 8)
                m_lines.append("closed " + QByteArray::number(frame.closeCode()));
            else if (frame.opcode == 1)
                m_family == Family::Plain ? readPlain(frame.payload) : readPacket(frame.payload);
        }
        return m_lines;
    }
    /// True when there are that many lines.
    [[nodiscard]] bool awaits(qsizetype count)
    {
        return eventually([&] { return lines().size() >= count; }, std::chrono::seconds(10));
    }
    /// The payload of the last message that was no event.
    [[nodiscard]] const QJsonObject &lastReply() const { return m_lastReply; }
    [[nodiscard]] const QByteArray &lastMessage() const { return m_lastMessage; }

    /// As the server calls this connection; empty until it has said so.
    [[nodiscard]] const QByteArray &sid() const { return m_sid; }

    /// \a payload is a JSON object; of a plain client without its `action`.
    void command(const QByteArray &name, const QByteArray &payload)
    {
        if (m_family != Family::Plain)
            m_socket.sendText("42" + prefix() + "[\"" + name + "\"," + payload + ']');
        else
            m_socket.sendText("{\"action\":\"" + name + '"' + (payload == "{}" ? "" : ",")
                              + payload.sliced(1));
    }
    void sendText(const QByteArray &text) { m_socket.sendText(text); }
    void hangUp() { m_socket.client().close(); }

private:
    static QByteArray target(Family family, const QByteArray &token)
    {
        if (family == Family::Plain)
            return token.isEmpty() ? QByteArray("/ws") : "/ws?token=" + token;
        return QByteArray(family == Family::RoomsAtPath ? "/ws" : "")
            + "/socket.io/?EIO=4&transport=websocket";
    }
    [[nodiscard]] QByteArray prefix() const { return m_family == Family::Rooms ? "/ws," : ""; }

    void readPacket(QByteArray packet)
    {
        const char engineType = packet.front();
        if (engineType == '2')
            m_socket.sendText("3");
        if (engineType != '4')
            return;
        m_lastMessage = packet;
        const char type = packet.at(1);
        packet.remove(0, 2);
        if (packet.startsWith(prefix()))
            packet.remove(0, prefix().size());
        if (type == '1') {
            m_lines.append("disconnect");
        } else if (type == '4') {
            const QJsonObject data =
                QJsonDocument::fromJson(packet).object().value(u"data").toObject();
            m_lines.append("connect_error " + data.value(u"code").toString().toUtf8());
        } else if (type == '2') {
            const QJsonArray array = QJsonDocument::fromJson(packet).array();
            const QJsonObject payload = array.at(1).toObject();
            read(array.at(0).toString().toUtf8(), payload, payload);
        }
    }
    void readPlain(const QByteArray &text)
    {
        m_lastMessage = text;
        const QJsonObject message = QJsonDocument::fromJson(text).object();
        read(message.value(u"type").toString().toUtf8(), message,
             message.value(u"data").toObject());
    }
    void read(const QByteArray &name, const QJsonObject &message, const QJsonObject &data)
    {
        const QByteArray id = message.value(u"event_id").toString().toUtf8();
        if (!id.isEmpty()) {
            m_lines.append("event " + id);
            if (m_family == Family::Rooms || m_family == Family::RoomsAtPath)
                m_lines.last() += ' ' + message.value(u"room").toString().toUtf8();
            return;
        }
        m_lastReply = data;
        const QJsonObject greeting = m_family == Family::Rooms || m_family == Family::RoomsAtPath
            ? data.value(u"data").toObject()
            : data;
        if (m_sid.isEmpty())
            m_sid = greeting.value(u"sid").toString().toLatin1();
        if (name == "recent_events") {
            for (const QJsonValue event : data.value(u"events").toArray())
                m_lines.append("past " + event[u"event_id"].toString().toUtf8());
        } else if (name == "error") {
            m_lines.append("error " + data.value(u"code").toString().toUtf8());
        } else if (name == "auth_response") {
            m_lines.append(data.value(u"success").toBool() ? "auth_response true"
                                                           : "auth_response false");
        } else {
            m_lines.append(name);
        }
    }

    const Family m_family;
    RawWebSocket m_socket;
    const bool m_isOpen;
    qsizetype m_read = 0;
    QList<QByteArray> m_lines;
    QByteArray m_sid;
    QJsonObject m_lastReply;
    QByteArray m_lastMessage;
};

} // namespace Signalbox::Test
