// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/handshake.h"

#include "common/auth/authenticator.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

constexpr qsizetype MaxHead = 2 * 1024;
constexpr qsizetype MaxUserAgent = 256;

bool isSecret(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 4> names{"authorization", "cookie",
                                                         "proxy-authorization", "x-api-key"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

QByteArray Handshake::addressText() const
{
    const QByteArray text = address.toString().toLatin1();
    if (port == 0)
        return text;
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIPv6 ? '[' + text + ']' : text) + ':' + QByteArray::number(port);
}

Handshake Handshake::fromRequest(const HttpRequest &request)
{
    Handshake handshake;
    handshake.address = request.client.address;
    handshake.port = request.client.port;
    handshake.userAgent = request.head.value("user-agent").left(MaxUserAgent);
    handshake.token = Authenticator::bearerToken(request.head.value("authorization")).toByteArray();
    if (handshake.token.isEmpty())
        handshake.token = request.head.queryValue("token");

    // The target is left out: its query may hold a token, and the rest of it says nothing.
    QByteArray &head = handshake.head;
    head.reserve(MaxHead);
    for (const HttpHead::Field &field : request.head.fields) {
        if (field.name == "sec-websocket-key"
            || head.size() + field.name.size() + field.value.size() > MaxHead)
            continue;
        head.append(field.name).append(": ");
        head.append(isSecret(field.name) ? QByteArrayLiteral("[redacted]") : field.value);
        head.append('\n');
    }
    head.squeeze();
    return handshake;
}

} // namespace Signalbox
