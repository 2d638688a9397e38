// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/clientprotocol.h"
#include "tests/bench/support/epollloop.h"
#include "tests/bench/support/receipts.h"
#include "tests/bench/support/websocketframes.h"

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
    /// A published event came; \a packet is the message with everything around it.
    virtual void eventReceived(BenchClient &client, QByteArrayView packet) = 0;
    virtual void pongReceived(BenchClient &client) = 0;
    /// The descriptor is closed, as was wanted.
    virtual void clientLeft(BenchClient &client) = 0;
    /// The server closed, with that code (1005: without, 1006: without a close frame). True if that
    /// was expected; otherwise the client throws.
    virtual bool clientDismissed(BenchClient &client, int code) = 0;
};

struct ClientSetup
{
    EpollLoop *loop = nullptr;
    ClientObserver *observer = nullptr;
    sockaddr_in server{};
    const ClientProtocol *protocol = nullptr;
    QByteArray upgradeRequest;
    QByteArray expectedAccept; ///< `Sec-WebSocket-Accept` that answers the request's key
};

/// One client over WebSocket: a state machine on a non-blocking socket, a few hundred bytes while
/// it waits. What it cannot accept it throws as BenchFailure.
class BenchClient final : public EpollHandler
{
public:
    /// A farewell and a close frame, or nothing but TCP's FIN.
    enum class Departure { Polite, Bare };

    BenchClient(const ClientSetup &setup, int index, const QList<QByteArray> &rooms);
    ~BenchClient() override;
    Q_DISABLE_COPY_MOVE(BenchClient)

    /// Connects from \a source (host byte order; 0: as the system chooses). False if no port is
    /// left there.
    bool open(quint32 source);
    /// Sends a WebSocket ping: when the pong is there, so is everything that was sent before.
    void ping();
    void leave(Departure departure);
    void abandon(); ///< closes the descriptor without telling anyone
    /// What the kernel may receive while nobody reads.
    enum class Buffer { Small, Usual };
    /// Reads no more, so that the server's data fills the kernel's buffers, and those of the
    /// server. With a small one the server notices early, but the connection stays slow after
    /// resume(): TCP hardly opens a window again that was shrunk.
    void pause(Buffer buffer = Buffer::Small);
    void resume();

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    [[nodiscard]] Receipts &receipts() { return m_receipts; }

    // For its protocol.
    [[nodiscard]] int stage() const { return m_stage; } ///< begins with 0
    void setStage(int stage) { m_stage = static_cast<qint8>(stage); }
    [[nodiscard]] bool isLeaving() const { return m_state == State::Leaving; }
    /// The rooms to subscribe to, once; the client is ready after a reply for each, or after
    /// \a replies.
    QList<QByteArray> expectReplies(int replies = -1);
    void noteReply();
    void receiveEvent(QByteArrayView packet) { m_setup.observer->eventReceived(*this, packet); }
    /// What is not complete yet of a protocol that is a stream.
    QByteArray &remainder() { return m_remainder; }
    void queueText(QByteArrayView message);
    void sendText(QByteArrayView message);
    void sendBinary(QByteArrayView message);
    void flush();
    [[noreturn]] void reject(const QString &what, QByteArrayView evidence = {}) const;

    void handleReady(quint32 events) override;

private:
    enum class State : quint8 { Idle, Connecting, Upgrading, Joining, Ready, Leaving, Left };

    void read();
    qsizetype consume(QByteArrayView bytes);
    qsizetype consumeUpgradeAnswer(QByteArrayView bytes);
    void handleFrame(const Frame &frame);
    void sendFrame(Opcode opcode, QByteArrayView payload);
    void watch();
    void setReceiveBuffer(int bytes);
    void handleEnd();

    const ClientSetup &m_setup;
    int m_index;
    int m_socket = -1;
    State m_state = State::Idle;
    qint8 m_stage = 0;
    bool m_paused = false;
    qint16 m_closeCode = 1006; ///< that the server gave
    int m_awaited = 0; ///< replies to subscriptions that are to come
    QList<QByteArray> m_rooms;
    QByteArray m_remainder;
    QByteArray m_in; ///< an incomplete frame
    QByteArray m_message; ///< the frames so far of a fragmented message
    QByteArray m_out;
    Receipts m_receipts;
};

} // namespace Signalbox::Bench
