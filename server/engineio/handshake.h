// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"

#include <QByteArray>

namespace Signalbox {

/// What is kept of the request that opened a session, for as long as the session lives: little.
struct Handshake
{
    QHostAddress address;
    quint16 port = 0;
    QByteArray userAgent;
    /// Header lines as they came, secrets replaced by `[redacted]`, at most 2 KiB. Without
    /// `Sec-WebSocket-Key`, which is noise, so that it is the same for many clients.
    QByteArray head;
    /// The credential of `Authorization: Bearer` or `?token=`; null if there was none.
    QByteArray token;

    /// `192.0.2.7:4711`, `[2001:db8::1]:4711`; without a port if only a proxy knows it.
    [[nodiscard]] QByteArray addressText() const;

    static Handshake fromRequest(const HttpRequest &request);
};

} // namespace Signalbox
