// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/wire.h"

#include "server/net/websocketguard.h"

#include <QEvent>
#include <QHostAddress>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace Signalbox {

namespace {

constexpr size_t ReadSize = 64 * 1024;
constexpr int MaxChunksPerCall = 64; // well below IOV_MAX; more are sent with the next call

quint16 portOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in &>(address).sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6 &>(address).sin6_port);
    return 0;
}

} // namespace

Wire::Listener &Wire::nobody()
{
    class Nobody final : public Listener
    {
        qsizetype wireReceived(QByteArrayView bytes) override { return bytes.size(); }
        void wireDrained() override { }
        void wireStalled() override { }
        void wireViolated(quint16) override { }
        void wireClosed() override { }
    };
    static Nobody nobody;
    return nobody;
}

Wire::Notifier::Notifier(Wire &wire, Type type)
    : QSocketNotifier(wire.m_descriptor, type)
    , m_wire(wire)
{ }

bool Wire::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct && event->type() != QEvent::SockClose)
        return QSocketNotifier::event(event);
    if (type() == Read)
        m_wire.handleReadable();
    else
        m_wire.handleWritable();
    return true;
}

Wire::Wire(qintptr descriptor, const NetworkContext &context, Listener &listener)
    : Task(context.endOfTurn)
    , m_descriptor(int(descriptor))
    , m_ledger(context.queueLedger)
    , m_listener(&listener)
    , m_readNotifier(*this, QSocketNotifier::Read)
    , m_deadline(context.wheel, *this)
{
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int one = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);

    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&address), &length) == 0) {
        setPeerAddress(QHostAddress(reinterpret_cast<const sockaddr *>(&address)));
        setPeerPort(portOf(address));
    }
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite | Unbuffered);
}

Wire::~Wire()
{
    if (m_descriptor >= 0) {
        m_readNotifier.setEnabled(false);
        m_writeNotifier.reset();
        ::close(m_descriptor);
        m_descriptor = -1;
    }
    leaveLedger();
    // ~QAbstractSocket would close() a socket that looks open.
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    m_listener->wireDestroyed();
}

void Wire::send(const QByteArray &bytes)
{
    if (m_isClosing || m_descriptor < 0 || bytes.isEmpty())
        return;
    m_queue.push_back(bytes);
    m_queuedBytes += bytes.size();
    schedule();
}

void Wire::dropQueue()
{
    const bool keepsFirst = m_sentOfFirst > 0;
    leaveLedger(keepsFirst ? 1 : 0);
    m_queue.resize(m_queueStart + (keepsFirst ? 1 : 0));
    m_queuedBytes = keepsFirst ? m_queue.back().size() - m_sentOfFirst : 0;
}

void Wire::closeGracefully()
{
    if (m_descriptor < 0 || m_isClosing)
        return;
    m_isClosing = true;
    m_wasGraceful = true;
    m_input.clear();
    m_leftAtClose = bytesLeft();
    m_deadline.start(LingerTime);
    setReading(true);
    schedule();
}

void Wire::closeNow()
{
    if (m_descriptor < 0)
        return;
    m_isClosing = true;
    m_deadline.stop();
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false); // may be the one that is calling us
    ::close(m_descriptor);
    m_descriptor = -1;
    leaveLedger();
    m_queue = {};
    m_queueStart = 0;
    m_queuedBytes = 0;
    setSocketState(UnconnectedState);
    // First the listener, which has its owner delete us later: QWebSocketServer has us deleted too,
    // and who is asked first is deleted first.
    m_listener->wireClosed();
    Q_EMIT stateChanged(UnconnectedState);
    Q_EMIT disconnected();
}

void Wire::startWebSocket(const QByteArray &head, std::unique_ptr<WebSocketGuard> guard)
{
    m_early = m_input.take();
    m_input.assign(head);
    m_guard = std::move(guard);
    m_isWebSocket = true;
    m_isHandshaking = true;
    setReading(false);
}

void Wire::finishHandshake()
{
    m_isHandshaking = false;
    // QIODevice allocated 16 KiB for the handshake's peek; changing the mode frees them.
    setOpenMode(WriteOnly | Unbuffered);
    setOpenMode(ReadWrite | Unbuffered);
    setReading(true);
    if (!m_early.isEmpty())
        deliverFrames(std::exchange(m_early, QByteArray()));
}

void Wire::setReading(bool enabled)
{
    if (m_descriptor >= 0)
        m_readNotifier.setEnabled(enabled);
}

void Wire::resume()
{
    if (m_isClosing)
        return;
    if (m_isOffering || m_input.isEmpty()) {
        setReading(true);
        return;
    }
    // Not read before that: the peer's end of the stream must not overtake its requests.
    m_resumes = true;
    setReading(false);
    schedule();
}

qint64 Wire::bytesAvailable() const
{
    // Only the second phase is read as a QIODevice.
    return (m_isWebSocket ? m_input.size() : 0) + QIODevice::bytesAvailable();
}

bool Wire::canReadLine() const
{
    return m_input.hasLine() || QIODevice::canReadLine();
}

qint64 Wire::bytesToWrite() const
{
    return m_queuedBytes;
}

void Wire::disconnectFromHost()
{
    closeGracefully();
}

void Wire::close()
{
    closeGracefully();
}

qint64 Wire::readData(char *data, qint64 size)
{
    return m_input.read(data, size);
}

qint64 Wire::readLineData(char *data, qint64 size)
{
    return m_input.readLine(data, size);
}

qint64 Wire::skipData(qint64 size)
{
    return m_input.skip(size);
}

qint64 Wire::writeData(const char *data, qint64 size)
{
    if (m_descriptor < 0)
        return -1;
    send(QByteArray(data, size));
    return size;
}

void Wire::handleReadable()
{
    // One buffer for all connections of the thread: nothing is kept of it after delivery.
    static thread_local std::array<char, ReadSize> buffer;
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0) {
        m_bytesReceived += quint64(size);
        if (!m_isClosing)
            deliver(QByteArrayView(buffer.data(), size));
        return;
    }
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size == 0 && m_queuedBytes > 0) {
        // The peer ended its side but may still read: an answer on its way is not cut off.
        if (!m_isClosing) {
            closeGracefully();
            m_wasGraceful = false; // nobody said so
        }
        m_readNotifier.setEnabled(false);
        return;
    }
    closeNow();
}

void Wire::deliver(QByteArrayView bytes)
{
    if (m_isWebSocket) {
        deliverFrames(bytes);
    } else if (m_input.isEmpty()) {
        offer(bytes);
    } else {
        m_input.append(bytes);
        offer(m_input.take());
    }
}

/// First phase: shows the listener all that it has not used yet, and keeps what it leaves.
void Wire::offer(QByteArrayView bytes)
{
    m_isOffering = true;
    const qsizetype used = m_listener->wireReceived(bytes);
    m_isOffering = false;
    if (m_isClosing || used == bytes.size())
        return;
    if (m_isWebSocket) // the request was an upgrade; these are frames
        deliverFrames(bytes.sliced(used));
    else
        m_input.assign(bytes.sliced(used).toByteArray());
}

void Wire::deliverFrames(QByteArrayView bytes)
{
    if (m_isHandshaking) {
        m_early.append(bytes);
        return;
    }
    if (const quint16 code = m_guard->inspect(bytes)) {
        m_listener->wireViolated(code);
        return;
    }
    m_input.append(bytes);
    Q_EMIT readyRead();
}

void Wire::endTurn()
{
    if (m_descriptor < 0)
        return;
    if (m_isBlocked)
        enterLedger();
    else if (!flushQueue())
        return;
    if (!m_isClosing && m_queuedBytes > m_queueLimit)
        m_listener->wireStalled();
    if (std::exchange(m_resumes, false) && !m_isClosing) {
        setReading(true);
        offer(m_input.take());
    }
}

/// False if the connection broke.
bool Wire::flushQueue()
{
    const qint64 before = m_queuedBytes;
    while (m_queueStart < m_queue.size()) {
        std::array<iovec, MaxChunksPerCall> chunks;
        int count = 0;
        qsizetype skip = m_sentOfFirst;
        for (size_t i = m_queueStart; i < m_queue.size() && count < MaxChunksPerCall;
             ++i, ++count) {
            const QByteArray &bytes = m_queue[i];
            chunks[size_t(count)] = {const_cast<char *>(bytes.constData()) + skip,
                                     size_t(bytes.size() - skip)};
            skip = 0;
        }
        msghdr message{};
        message.msg_iov = chunks.data();
        message.msg_iovlen = size_t(count);
        ssize_t sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) {
            if (errno == EINTR)
                continue;
            if (errno != EAGAIN && errno != EWOULDBLOCK) {
                closeNow();
                return false;
            }
            break;
        }
        m_queuedBytes -= sent;
        sent += m_sentOfFirst;
        m_sentOfFirst = 0;
        while (m_queueStart < m_queue.size() && sent >= m_queue[m_queueStart].size()) {
            sent -= m_queue[m_queueStart].size();
            if (m_inLedger > 0) {
                m_ledger.remove(m_queue[m_queueStart]);
                --m_inLedger;
            }
            m_queue[m_queueStart++] = QByteArray();
        }
        m_sentOfFirst = sent;
    }

    if (m_queueStart == m_queue.size()) {
        m_queue.clear();
        if (m_queue.capacity() > 16)
            m_queue.shrink_to_fit(); // a burst must not be paid for until the end of the connection
        m_queueStart = 0;
        finishSending();
        return m_descriptor >= 0;
    }
    enterLedger();
    if (m_queueStart > 64 && m_queueStart > m_queue.size() / 2) {
        m_queue.erase(m_queue.begin(), m_queue.begin() + qsizetype(m_queueStart));
        m_queueStart = 0;
    }
    if (!m_writeNotifier)
        m_writeNotifier = std::make_unique<Notifier>(*this, QSocketNotifier::Write);
    m_writeNotifier->setEnabled(true);
    m_isBlocked = true;
    if (!m_isClosing && (m_queuedBytes < before || !m_hasStalled)) {
        m_deadline.start(StallTime);
        m_hasStalled = true;
    } else if (m_isClosing && !m_isWebSocket && m_queuedBytes < before) {
        m_deadline.start(LingerTime); // a long answer to a slow client is not cut off
    }
    return true;
}

/// What is still queued waits for the client.
void Wire::enterLedger()
{
    for (; m_queueStart + m_inLedger < m_queue.size(); ++m_inLedger)
        m_ledger.add(m_queue[m_queueStart + m_inLedger]);
}

/// All but the first \a keep of what is queued will be forgotten.
void Wire::leaveLedger(size_t keep)
{
    while (m_inLedger > keep)
        m_ledger.remove(m_queue[m_queueStart + --m_inLedger]);
}

void Wire::finishSending()
{
    if (!m_isClosing) {
        if (std::exchange(m_hasStalled, false))
            m_deadline.stop();
        if (std::exchange(m_awaitsDrain, false))
            m_listener->wireDrained();
        return;
    }
    if (!m_hasEnded) {
        m_hasEnded = true;
        ::shutdown(m_descriptor, SHUT_WR);
        if (!m_readNotifier.isEnabled())
            closeNow(); // the peer has ended already
    }
}

void Wire::handleWritable()
{
    m_writeNotifier->setEnabled(false);
    m_isBlocked = false;
    flushQueue();
}

void Wire::deadlinePassed(Deadline &)
{
    m_hasStalled = false;
    if (!m_isClosing) {
        m_listener->wireStalled();
        return;
    }
    // What the kernel has would be kept there for minutes, for a peer that takes next to nothing.
    if (bytesLeft() > m_leftAtClose - m_leftAtClose / 64) {
        const linger none{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }
    closeNow();
}

/// In our queue and in the kernel's.
qint64 Wire::bytesLeft() const
{
    int unsent = 0;
    ::ioctl(m_descriptor, SIOCOUTQ, &unsent);
    return m_queuedBytes + unsent;
}

} // namespace Signalbox
