// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Requests that several tests send.
namespace Signalbox::Test {

inline const QByteArray Get = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";
inline const QByteArray Chunked =
    "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

inline QByteArray post(const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + fields + "\r\n" + body;
}

inline QByteArray numbered(int number)
{
    return "GET /" + QByteArray::number(number) + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

} // namespace Signalbox::Test
