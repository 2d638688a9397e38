// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/handshake.h"

#include "common/auth/authenticator.h"
#include "server/log/redaction.h"

namespace Signalbox {

namespace {

constexpr qsizetype MaxHead = 2 * 1024;
constexpr qsizetype MaxUserAgent = 256;

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
    handshake.userAgent =
        redactedHeader("user-agent", request.head.value("user-agent")).left(MaxUserAgent);
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
        head.append(redactedHeader(field.name, field.value));
        head.append('\n');
    }
    head.squeeze();
    return handshake;
}

} // namespace Signalbox
