// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/clientsession.h"
#include "server/engineio/handshake.h"
#include "server/fanout/connectionregistry.h"
#include "server/fanout/subscriber.h"
#include "server/net/timerwheel.h"
#include "server/net/websocketlink.h"

#include <QDateTime>

#include <chrono>

namespace Signalbox {

class PlainDialect;

/// A client on a plain WebSocket.
///
/// Network thread. Owned by its PlainDialect.
class PlainConnection final : public Subscriber,
                              public Connection,
                              private WebSocketLink::Listener,
                              private Deadline::Listener
{
public:
    PlainConnection(WebSocketLink &link, Handshake handshake, PlainDialect &dialect);
    ~PlainConnection() override;

    [[nodiscard]] const QByteArray &sid() const override { return m_sid; }
    [[nodiscard]] ConnectionInfo info() const override;
    [[nodiscard]] ConnectionActivity activity() const override;
    [[nodiscard]] QByteArray headers() const override { return m_handshake.head; }
    [[nodiscard]] const Identity *identity() const override
    {
        return m_session.identity() ? &*m_session.identity() : nullptr;
    }
    [[nodiscard]] qsizetype subscriptionCount() const override { return roomCount(); }
    void close(quint16 code, const QByteArray &reason) override;

    [[nodiscard]] ClientSession &session() { return m_session; }
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    void sendText(const QByteArray &json);

private:
    void linkTextReceived(const QByteArray &utf8) override;
    void linkBinaryReceived(const QByteArray &bytes) override;
    void linkPongReceived(std::chrono::milliseconds roundTrip) override { m_roundTrip = roundTrip; }
    void linkDrained() override { continueReplay(); }
    void linkStalled() override;
    void linkClosed(quint16 code, const QByteArray &reason) override;
    void deadlinePassed(Deadline &deadline) override;

    void transmit(const WebSocket::Frame &frame) override;
    [[nodiscard]] qint64 transmitQueueBytes() const override;
    [[nodiscard]] qint64 transmitQueueLimit() const override;
    void awaitDrain() override;
    void handleOverflow() override;

    WebSocketLink *m_link; ///< null once it is closed
    PlainDialect &m_dialect;
    const QByteArray m_sid;
    const Handshake m_handshake;
    ClientSession m_session;
    Deadline m_heartbeat; ///< for the next ping, or for an answer to it
    QDateTime m_connectedAt;
    std::chrono::steady_clock::time_point m_lastReceived;
    std::chrono::milliseconds m_roundTrip{-1};
    Traffic m_received;
    quint64 m_bytesAtPing = 0;
    bool m_awaitsPong = false;
};

} // namespace Signalbox
