// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

namespace Signalbox::Bench {

class BenchClient;

/// What a bench client says and understands once it may: all clients of a kind share one, what
/// belongs to a client is in the client.
class ClientProtocol
{
public:
    virtual ~ClientProtocol() = default;

    /// Path and query of the upgrade request.
    [[nodiscard]] virtual QByteArray target() const = 0;
    /// The WebSocket is open.
    virtual void begin(BenchClient &client) const = 0;
    /// A whole text or binary message came.
    virtual void handleMessage(BenchClient &client, QByteArrayView message) const = 0;
    /// What a polite client sends before its close frame; may be empty.
    [[nodiscard]] virtual QByteArray farewell() const = 0;
};

/// Socket.IO's default namespace, `subscribe_workflow` (dialect A). \a token may be empty. A room
/// may be given as ROOM@EVENT_ID: what followed that event is asked for, too.
std::unique_ptr<ClientProtocol> makeSocketIoProtocol(const QByteArray &path,
                                                     const QByteArray &token);
/// Socket.IO's namespace /ws, `subscribe` with a room (dialect B). Needs a token.
std::unique_ptr<ClientProtocol> makeRoomsProtocol(const QByteArray &path, const QByteArray &token);
/// JSON on a plain WebSocket (dialect C). \a token may be empty where the server needs none.
std::unique_ptr<ClientProtocol> makePlainProtocol(const QByteArray &token);
/// The NATS client protocol on a WebSocket.
std::unique_ptr<ClientProtocol> makeNatsProtocol();

} // namespace Signalbox::Bench
