// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include "tests/support/eventually.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Signalbox::Test {

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int one = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect");
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    m_readNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_readNotifier.get(), &QSocketNotifier::activated, this, &RawClient::handleReadable);
    m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    m_writeNotifier->setEnabled(false);
    connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &RawClient::flush);
}

RawClient::~RawClient()
{
    close();
}

void RawClient::send(const QByteArray &bytes)
{
    m_unsent += bytes;
    flush();
}

void RawClient::sendSingly(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
}

void RawClient::setReading(bool reads)
{
    if (m_descriptor >= 0 && !m_isEnded)
        m_readNotifier->setEnabled(reads);
}

void RawClient::endSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::close()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier->setEnabled(false);
    m_writeNotifier->setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void RawClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

HttpReply RawClient::reply(bool hasBody)
{
    HttpReply reply;
    (void)eventually([&] {
        reply = takeReply(m_received, hasBody);
        return reply.status != 0 || m_isEnded;
    });
    return reply;
}

HttpReply RawClient::exchange(const QByteArray &request, bool hasBody)
{
    send(request);
    return reply(hasBody);
}

quint16 RawClient::localPort() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

void RawClient::handleReadable()
{
    std::array<char, 65536> buffer;
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0) {
        m_received.append(buffer.data(), size);
        m_receivedCount += size;
        return;
    }
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_isEnded = true;
    m_isReset = size < 0;
    m_readNotifier->setEnabled(false);
}

void RawClient::flush()
{
    while (m_descriptor >= 0 && !m_unsent.isEmpty()) {
        const ssize_t size =
            ::send(m_descriptor, m_unsent.constData(), size_t(m_unsent.size()), MSG_NOSIGNAL);
        if (size < 0) {
            if (errno != EAGAIN && errno != EINTR)
                m_unsent.clear(); // the peer has gone, which shows when reading
            break;
        }
        m_unsent.remove(0, size);
    }
    if (m_descriptor >= 0)
        m_writeNotifier->setEnabled(!m_unsent.isEmpty());
}

} // namespace Signalbox::Test
