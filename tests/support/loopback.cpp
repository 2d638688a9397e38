// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Signalbox::Test {

Loopback::Loopback()
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), size) != 0
        || ::listen(m_descriptor, 64) != 0
        || ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no listening socket");
    m_port = ntohs(address.sin_port);
}

Loopback::~Loopback()
{
    ::close(m_descriptor);
}

qintptr Loopback::accept(int sendBuffer)
{
    const int descriptor = ::accept(m_descriptor, nullptr, nullptr);
    if (descriptor < 0)
        qFatal("nobody connected");
    if (sendBuffer > 0)
        ::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &sendBuffer, sizeof sendBuffer);
    return descriptor;
}

} // namespace Signalbox::Test
