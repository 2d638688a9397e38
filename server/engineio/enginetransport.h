// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/websocketframe.h"

#include <QByteArray>

namespace Signalbox {

/// How an Engine.IO session's packets travel.
class EngineTransport
{
public:
    virtual ~EngineTransport() = default;

    /// Queues one packet, encoded once for every transport (EngineIo::encodeText(), or raw binary).
    virtual void send(const WebSocket::Frame &packet) = 0;
    [[nodiscard]] virtual qint64 queuedBytes() const = 0;
    /// Something is queued: have EngineSession::handleDrained() called when all of it has gone.
    virtual void awaitDrain() = 0;
    /// `polling` or `websocket`, as in the query.
    [[nodiscard]] virtual QByteArray name() const = 0;
    /// Ends it. \a code is a WebSocket close code; how it looks on the wire depends on the
    /// transport.
    virtual void close(quint16 code, const QByteArray &reason) = 0;
};

} // namespace Signalbox
