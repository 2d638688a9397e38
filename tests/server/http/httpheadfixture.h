// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httphead.h"

/// What the tests of request heads share.
namespace Signalbox::Test {

using State = HttpHeadParser::State;
inline constexpr auto Key = "dGhlIHNhbXBsZSBub25jZQ==";

inline QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

inline QByteArray post(const QByteArray &fields)
{
    return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

inline QByteArray upgrade(const QByteArray &fields)
{
    return get("Connection: Upgrade\r\nUpgrade: websocket\r\n" + fields);
}

inline QByteArray keyLine()
{
    return QByteArray("Sec-WebSocket-Key: ") + Key + "\r\n";
}

} // namespace Signalbox::Test
