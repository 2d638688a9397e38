// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkRequest>
#include <QTest>
#include <QUrl>
#include <QWebSocket>

namespace Signalbox {

/// A Socket.IO client on a WebSocket that shows every packet as it is on the wire, and says what it
/// is told to say, right or wrong. Answers heartbeats by itself.
class TestClient final
{
public:
    static constexpr int Patience = 20'000; ///< milliseconds; only a failing test waits that long

    struct Message
    {
        QByteArray bytes; ///< a Socket.IO packet, or an attachment
        bool isBinary = false;
    };

    TestClient()
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { handleText(text.toUtf8()); });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket,
                         [this](const QByteArray &bytes) {
                             m_messages.append({bytes, true});
                         });
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket,
                         [this] { m_isClosed = true; });
    }
    ~TestClient() { m_socket.disconnect(); }
    Q_DISABLE_COPY_MOVE(TestClient)

    /// Opens an Engine.IO session; true when it is.
    bool open(quint16 port, const QByteArray &query = {}, const QByteArray &authorization = {})
    {
        QNetworkRequest request(
            QUrl(QStringLiteral("ws://127.0.0.1:%1/socket.io/?EIO=4&transport=websocket%2")
                     .arg(QString::number(port), QString::fromLatin1(query))));
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        m_socket.open(request);
        return QTest::qWaitFor([this] { return !m_handshake.isEmpty() || m_isClosed; }, Patience)
            && !m_handshake.isEmpty();
    }

    /// Opens a session and enters a namespace. Returns the answer, such as `0{"sid":"..."}`.
    QByteArray enter(quint16 port, const QByteArray &connectPacket = "0",
                     const QByteArray &query = {}, const QByteArray &authorization = {})
    {
        if (!open(port, query, authorization))
            return {};
        send(connectPacket);
        return text();
    }

    /// Sends a Socket.IO packet.
    void send(const QByteArray &packet)
    {
        m_socket.sendTextMessage(u'4' + QString::fromUtf8(packet));
    }
    void sendBinary(const QByteArray &bytes) { m_socket.sendBinaryMessage(bytes); }

    /// The next message; empty if none comes.
    Message take()
    {
        if (!QTest::qWaitFor([this] { return !m_messages.isEmpty(); }, Patience))
            return {};
        return m_messages.takeFirst();
    }
    /// The next message, which is no binary one.
    QByteArray text()
    {
        const Message message = take();
        return message.isBinary ? "binary: " + message.bytes : message.bytes;
    }
    /// The next message, which is a binary one.
    QByteArray binary()
    {
        const Message message = take();
        return message.isBinary ? message.bytes : "text: " + message.bytes;
    }
    [[nodiscard]] bool hasMessage() const { return !m_messages.isEmpty(); }

    bool waitForClose()
    {
        return QTest::qWaitFor([this] { return m_isClosed; }, Patience);
    }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    void close() { m_socket.close(); }
    void abort() { m_socket.abort(); }

private:
    void handleText(const QByteArray &text)
    {
        switch (text.isEmpty() ? '\0' : text.front()) {
        case '0':
            m_handshake = text.sliced(1);
            break;
        case '2':
            m_socket.sendTextMessage(QStringLiteral("3"));
            break;
        case '4':
            m_messages.append({text.sliced(1), false});
            break;
        default:
            break;
        }
    }

    QWebSocket m_socket;
    QByteArray m_handshake;
    QList<Message> m_messages;
    bool m_isClosed = false;
};

} // namespace Signalbox
