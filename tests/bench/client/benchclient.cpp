// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/benchclient.h"

#include "tests/bench/support/benchfailure.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace Signalbox::Bench {

BenchClient::BenchClient(const ClientSetup &setup, int index, const QList<QByteArray> &rooms)
    : m_setup(setup)
    , m_index(index)
    , m_rooms(rooms)
{ }

BenchClient::~BenchClient()
{
    abandon();
}

bool BenchClient::open(quint32 source)
{
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        throw systemFailure(QStringLiteral("socket"));
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    if (source != 0) {
        setsockopt(m_socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
        sockaddr_in local{};
        local.sin_family = AF_INET;
        local.sin_addr.s_addr = htonl(source);
        if (bind(m_socket, reinterpret_cast<sockaddr *>(&local), sizeof(local)) != 0)
            throw systemFailure(QStringLiteral("cannot bind to a further loopback address"));
    }
    sockaddr_in server = m_setup.server;
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&server), sizeof(server)) != 0
        && errno != EINPROGRESS) {
        if (errno == EADDRNOTAVAIL) {
            abandon();
            return false;
        }
        throw systemFailure(QStringLiteral("client %1 cannot connect").arg(m_index));
    }
    m_state = State::Connecting;
    m_setup.loop->add(m_socket, EPOLLIN | EPOLLOUT, this);
    return true;
}

void BenchClient::ping()
{
    sendFrame(Opcode::Ping, "end?");
}

void BenchClient::leave(Departure departure)
{
    if (departure == Departure::Bare) {
        abandon();
        m_setup.observer->clientLeft(*this);
        return;
    }
    m_state = State::Leaving;
    const QByteArray farewell = m_setup.protocol->farewell();
    if (!farewell.isEmpty())
        sendFrame(Opcode::Text, farewell);
    sendFrame(Opcode::Close, QByteArrayView("\x03\xe8", 2)); // 1000
}

void BenchClient::abandon()
{
    if (m_socket >= 0)
        close(m_socket);
    m_socket = -1;
    m_state = State::Left;
}

void BenchClient::pause(Buffer buffer)
{
    // By default the kernel would swallow megabytes before the server notices.
    if (buffer == Buffer::Small)
        setReceiveBuffer(4096);
    m_paused = true;
    watch();
}

void BenchClient::resume()
{
    m_paused = false;
    if (m_socket >= 0) {
        setReceiveBuffer(1024 * 1024);
        watch();
    }
}

void BenchClient::setReceiveBuffer(int bytes)
{
    setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof(bytes));
}

QList<QByteArray> BenchClient::expectReplies(int replies)
{
    m_awaited = replies < 0 ? static_cast<int>(m_rooms.size()) : replies;
    return std::exchange(m_rooms, {});
}

void BenchClient::noteReply()
{
    if (m_state == State::Joining && --m_awaited == 0) {
        m_state = State::Ready;
        m_setup.observer->clientReady(*this);
    }
}

void BenchClient::handleReady(quint32 events)
{
    if (m_socket < 0)
        return;
    if (m_state == State::Connecting && (events & (EPOLLOUT | EPOLLERR | EPOLLHUP))) {
        int error = 0;
        socklen_t size = sizeof(error);
        getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) {
            errno = error;
            throw systemFailure(QStringLiteral("client %1 cannot connect").arg(m_index));
        }
        m_state = State::Upgrading;
        m_out = m_setup.upgradeRequest;
        flush();
    } else if (events & EPOLLOUT) {
        flush();
    }
    if (m_socket >= 0 && !m_paused && (events & (EPOLLIN | EPOLLERR | EPOLLHUP)))
        read();
    else if (m_paused && (events & (EPOLLERR | EPOLLHUP)))
        handleEnd(); // reported again and again otherwise
}

void BenchClient::read()
{
    // One for all clients: whatever is left incomplete goes to m_in.
    static std::array<char, 256 * 1024> buffer;
    while (m_socket >= 0) {
        const ssize_t size = recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EAGAIN)
            return;
        if (size < 0 && errno != ECONNRESET)
            throw systemFailure(QStringLiteral("client %1 cannot read").arg(m_index));
        if (size <= 0) {
            handleEnd();
            return;
        }
        if (m_in.isEmpty()) {
            const QByteArrayView bytes(buffer.data(), size);
            const qsizetype consumed = consume(bytes);
            if (consumed < bytes.size())
                m_in = bytes.sliced(consumed).toByteArray();
        } else {
            m_in.append(buffer.data(), size);
            const qsizetype consumed = consume(m_in);
            // A new array, so that the memory of a large replay is given back.
            m_in = consumed < m_in.size()
                ? QByteArray(m_in.constData() + consumed, m_in.size() - consumed)
                : QByteArray();
        }
        if (size < static_cast<ssize_t>(buffer.size()))
            return;
    }
}

/// Returns how many bytes were complete.
qsizetype BenchClient::consume(QByteArrayView bytes)
{
    qsizetype position = 0;
    if (m_state == State::Upgrading) {
        position = consumeUpgradeAnswer(bytes);
        if (position == 0)
            return 0;
        m_setup.protocol->begin(*this);
    }
    while (m_socket >= 0) {
        const std::optional<Frame> frame = readFrame(bytes.sliced(position));
        if (!frame)
            break;
        handleFrame(*frame);
        position += frame->size;
    }
    return m_socket >= 0 ? position : bytes.size();
}

qsizetype BenchClient::consumeUpgradeAnswer(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() > 16384)
            reject(QStringLiteral("the head of the answer has no end"));
        return 0;
    }
    const QByteArray head = bytes.first(end + 2).toByteArray();
    if (!head.startsWith("HTTP/1.1 101 "))
        reject(QStringLiteral("the WebSocket upgrade was refused"), bytes);
    if (!head.toLower().contains("\r\nsec-websocket-accept: " + m_setup.expectedAccept.toLower()
                                 + "\r\n"))
        reject(QStringLiteral("the answer to the upgrade has a wrong Sec-WebSocket-Accept"), head);
    if (head.toLower().contains("\r\nsec-websocket-extensions:"))
        reject(QStringLiteral("the server chose a WebSocket extension, which is not measured here"),
               head);
    m_state = State::Joining;
    return end + 4;
}

void BenchClient::handleFrame(const Frame &frame)
{
    switch (frame.opcode) {
    case Opcode::Text:
    case Opcode::Binary:
    case Opcode::Continuation:
        if (frame.final && m_message.isEmpty()) {
            m_setup.protocol->handleMessage(*this, frame.payload);
            return;
        }
        m_message += frame.payload;
        if (m_message.size() > MaxFramePayload)
            reject(QStringLiteral("a message is too large"));
        if (frame.final) {
            const QByteArray message = std::move(m_message);
            m_message = QByteArray();
            m_setup.protocol->handleMessage(*this, message);
        }
        return;
    case Opcode::Ping:
        sendFrame(Opcode::Pong, frame.payload);
        return;
    case Opcode::Pong:
        m_setup.observer->pongReceived(*this);
        return;
    case Opcode::Close:
        m_closeCode = frame.payload.size() < 2
            ? qint16(1005)
            : static_cast<qint16>((static_cast<quint8>(frame.payload[0]) << 8)
                                  | static_cast<quint8>(frame.payload[1]));
        return; // its FIN follows
    }
    reject(QStringLiteral("a frame that is not expected"), frame.payload);
}

void BenchClient::queueText(QByteArrayView message)
{
    appendFrame(m_out, Opcode::Text, message);
}

void BenchClient::sendText(QByteArrayView message)
{
    sendFrame(Opcode::Text, message);
}

void BenchClient::sendBinary(QByteArrayView message)
{
    sendFrame(Opcode::Binary, message);
}

void BenchClient::sendFrame(Opcode opcode, QByteArrayView payload)
{
    if (m_socket < 0)
        return;
    const bool waiting = !m_out.isEmpty();
    appendFrame(m_out, opcode, payload);
    if (!waiting)
        flush();
}

void BenchClient::flush()
{
    if (!m_out.isEmpty()) {
        const ssize_t sent =
            send(m_socket, m_out.constData(), static_cast<size_t>(m_out.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN) {
            // A server that closes while its client says goodbye does no wrong.
            if (m_state == State::Leaving || m_paused)
                return;
            throw systemFailure(QStringLiteral("client %1 cannot send").arg(m_index));
        }
        if (sent >= m_out.size())
            m_out = QByteArray();
        else if (sent > 0)
            m_out.remove(0, sent);
    }
    watch();
}

void BenchClient::watch()
{
    const quint32 read = m_paused ? 0U : static_cast<quint32>(EPOLLIN);
    m_setup.loop->modify(m_socket, m_out.isEmpty() ? read : read | EPOLLOUT, this);
}

void BenchClient::handleEnd()
{
    const bool wanted = m_state == State::Leaving;
    if (!wanted && !m_setup.observer->clientDismissed(*this, m_closeCode))
        reject(QStringLiteral("the server closed the connection with code %1").arg(m_closeCode));
    abandon();
    if (wanted)
        m_setup.observer->clientLeft(*this);
}

void BenchClient::reject(const QString &what, QByteArrayView evidence) const
{
    QString message = QStringLiteral("client %1: %2").arg(m_index).arg(what);
    if (!evidence.isEmpty())
        message += QStringLiteral(": ")
            + QString::fromUtf8(evidence.first(qMin<qsizetype>(200, evidence.size()))).simplified();
    throw BenchFailure(message);
}

} // namespace Signalbox::Bench
