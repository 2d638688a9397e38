// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/epollloop.h"
#include "tests/bench/receipts.h"
#include "tests/bench/websocketframes.h"

#include <QByteArray>
#include <QList>

#include <netinet/in.h>

namespace Signalbox::Bench {

class BenchClient;

/// What all clients of a pool have in common, and whom they tell.
class ClientObserver
{
public:
    virtual ~ClientObserver() = default;
    /// Subscribed to everything.
    virtual void clientReady(BenchClient &client) = 0;
    /// A Socket.IO EVENT packet `["workflow_event",...]` came; \a packet is all of it.
    virtual void eventReceived(BenchClient &client, QByteArrayView packet) = 0;
    virtual void pongReceived(BenchClient &client) = 0;
    /// The descriptor is closed, as was wanted.
    virtual void clientLeft(BenchClient &client) = 0;
};

struct ClientSetup
{
    EpollLoop *loop = nullptr;
    ClientObserver *observer = nullptr;
    sockaddr_in server{};
    QByteArray upgradeRequest;
    QByteArray expectedAccept; ///< `Sec-WebSocket-Accept` that answers the request's key
    QByteArray connectPacket; ///< Engine.IO message with Socket.IO's CONNECT
};

/// One Socket.IO client over WebSocket: a state machine on a non-blocking socket, a few hundred
/// bytes while it waits. What it cannot accept it throws as BenchFailure.
class BenchClient final : public EpollHandler
{
public:
    enum class Departure { Polite, Bare }; ///< `41` and a close frame, or nothing but TCP's FIN

    BenchClient(const ClientSetup &setup, int index, const QList<QByteArray> &workflows);
    ~BenchClient() override;
    Q_DISABLE_COPY_MOVE(BenchClient)

    /// Connects from \a source (host byte order; 0: as the system chooses). False if no port is
    /// left there.
    bool open(quint32 source);
    /// Sends a WebSocket ping: when the pong is there, so is everything that was sent before.
    void ping();
    void leave(Departure departure);
    void abandon(); ///< closes the descriptor without telling anyone

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] Receipts &receipts() { return m_receipts; }

    void handleReady(quint32 events) override;

private:
    enum class State {
        Idle,
        Connecting,
        Upgrading,
        Opening,
        Joining,
        Subscribing,
        Ready,
        Leaving,
        Left
    };

    void read();
    qsizetype consume(QByteArrayView bytes);
    qsizetype consumeUpgradeAnswer(QByteArrayView bytes);
    void handleFrame(const Frame &frame);
    void handlePacket(QByteArrayView packet);
    void handleEvent(QByteArrayView packet);
    void subscribe();
    void sendFrame(Opcode opcode, QByteArrayView payload);
    void flush();
    void handleEnd();
    [[noreturn]] void reject(const QString &what, QByteArrayView evidence = {}) const;

    const ClientSetup &m_setup;
    int m_index;
    int m_socket = -1;
    State m_state = State::Idle;
    int m_awaited = 0; ///< replies `subscribed` that are to come
    QList<QByteArray> m_workflows;
    QByteArray m_in; ///< an incomplete frame
    QByteArray m_message; ///< the frames so far of a fragmented message
    QByteArray m_out;
    Receipts m_receipts;
};

} // namespace Signalbox::Bench
