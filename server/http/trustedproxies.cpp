// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/trustedproxies.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <optional>

namespace Signalbox {

namespace {

constexpr int MappedPrefix = 96; // ::ffff:0:0/96 (RFC 4291, 2.5.5.2)

bool isMapped(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return std::all_of(bytes.c, bytes.c + 10, [](quint8 byte) { return byte == 0; })
        && bytes[10] == 0xff && bytes[11] == 0xff;
}

// A dual-stack socket calls an IPv4 client by its mapped address.
QHostAddress unmapped(const QHostAddress &address)
{
    return isMapped(address) ? QHostAddress(address.toIPv4Address()) : address;
}

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Null if \a text is no address. QHostAddress alone also takes `127.1`, `0x7f000001` and `1`.
QHostAddress parsedAddress(const QByteArray &text)
{
    const QString string = QString::fromLatin1(text);
    const QHostAddress address(string);
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return address.toString() == string ? address : QHostAddress();
    if (address.protocol() != QAbstractSocket::IPv6Protocol || !text.contains(':')
        || text.contains('%'))
        return {};
    return address;
}

struct Forwarded
{
    QHostAddress address;
    quint16 port = 0;
};

/// `address`, `IPv4:port`, `[IPv6]` or `[IPv6]:port`.
std::optional<Forwarded> parsedForwarded(const QByteArray &entry)
{
    QByteArray host = entry;
    QByteArray port;
    bool hasPort = false;
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        if (end < 0)
            return {};
        host = entry.sliced(1, end - 1);
        if (!host.contains(':'))
            return {};
        const QByteArray rest = entry.sliced(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(':'))
            return {};
        hasPort = !rest.isEmpty();
        port = rest.mid(1);
    } else if (entry.count(':') == 1) {
        const qsizetype colon = entry.indexOf(':');
        host = entry.first(colon);
        port = entry.sliced(colon + 1);
        hasPort = true;
    }
    const QHostAddress address = parsedAddress(host);
    if (address.isNull())
        return {};
    bool isNumber = true;
    const quint16 number = hasPort ? port.toUShort(&isNumber) : 0;
    if (hasPort && (!isDigits(port) || !isNumber))
        return {};
    return Forwarded{unmapped(address), number};
}

/// The element that the nearest proxy put there: each appends its own, or replaces the header.
QByteArray lastElement(const QByteArray &list)
{
    return list.sliced(list.lastIndexOf(',') + 1).trimmed();
}

} // namespace

QByteArray ClientAddress::ownOrigin() const
{
    return (isSecure ? "https://" : "http://") + host;
}

Result<TrustedProxies> TrustedProxies::fromList(const QList<QByteArray> &cidrs)
{
    TrustedProxies proxies;
    for (const QByteArray &entry : cidrs) {
        const QByteArray cidr = entry.trimmed();
        const qsizetype slash = cidr.indexOf('/');
        const QHostAddress address = parsedAddress(slash < 0 ? cidr : cidr.first(slash));
        const int bits = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        const QByteArray length = slash < 0 ? QByteArray::number(bits) : cidr.sliced(slash + 1);
        const int prefix = isDigits(length) && length.size() <= 3 ? length.toInt() : -1;
        if (address.isNull() || prefix < 0 || prefix > bits) {
            return fail(
                ErrorCode::Configuration,
                QCoreApplication::translate(
                    "TrustedProxies", "\"%1\" is no address or network such as 10.0.0.0/8 or ::1")
                    .arg(QString::fromUtf8(entry)));
        }
        if (isMapped(address) && prefix >= MappedPrefix)
            proxies.m_subnets.append({unmapped(address), prefix - MappedPrefix});
        else
            proxies.m_subnets.append({address, prefix});
    }
    return proxies;
}

bool TrustedProxies::trusts(const QHostAddress &address) const
{
    const QHostAddress plain = unmapped(address);
    return std::any_of(m_subnets.cbegin(), m_subnets.cend(), [&](const auto &subnet) {
        return plain.protocol() == subnet.first.protocol()
            && plain.isInSubnet(subnet.first, subnet.second);
    });
}

ClientAddress TrustedProxies::resolve(const HttpHead &head, const QHostAddress &peer,
                                      quint16 peerPort, bool isSecure) const
{
    ClientAddress client{unmapped(peer), peerPort, isSecure, head.value("host")};
    if (!trusts(client.address))
        return client;

    QByteArray chain = head.joined("x-forwarded-for");
    while (!chain.isEmpty()) {
        const auto forwarded = parsedForwarded(lastElement(chain));
        if (!forwarded)
            break;
        client.address = forwarded->address;
        client.port = forwarded->port;
        if (!trusts(client.address))
            break;
        chain.truncate(std::max<qsizetype>(chain.lastIndexOf(','), 0));
    }

    const QByteArray scheme = lastElement(head.joined("x-forwarded-proto")).toLower();
    if (scheme == QByteArrayView("https") || scheme == QByteArrayView("http"))
        client.isSecure = scheme == QByteArrayView("https");
    const QByteArray host = lastElement(head.joined("x-forwarded-host"));
    if (!host.isEmpty() && isHostAndPort(host))
        client.host = host;
    return client;
}

} // namespace Signalbox
