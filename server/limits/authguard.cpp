// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/authguard.h"

namespace Signalbox {

namespace {

constexpr qsizetype Ipv6NetworkBytes = 8;

QByteArray keyOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // of mapped ones, too
    if (isIpv4)
        return QByteArray(reinterpret_cast<const char *>(&ipv4), sizeof ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), Ipv6NetworkBytes);
}

} // namespace

AuthGuard::AuthGuard(const RateLimit &limit)
    : m_limiter(limit)
{ }

std::chrono::milliseconds AuthGuard::wait(const QHostAddress &address, Clock::time_point now)
{
    return m_limiter.wait(keyOf(address), now);
}

void AuthGuard::noteFailure(const QHostAddress &address, AuthFailure failure, Clock::time_point now)
{
    m_failures += failure != AuthFailure::Missing;
    if (failure == AuthFailure::Invalid || failure == AuthFailure::Revoked)
        m_limiter.take(keyOf(address), 1, now);
}

} // namespace Signalbox
