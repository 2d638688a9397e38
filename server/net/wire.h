// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/endofturn.h"
#include "server/net/inputbuffer.h"
#include "server/net/queueledger.h"
#include "server/net/timerwheel.h"

#include <QSocketNotifier>
#include <QTcpSocket>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Signalbox {

class WebSocketGuard;

/// What every connection of a network thread shares.
struct NetworkContext
{
    EndOfTurn &endOfTurn;
    TimerWheel &wheel;
    QueueLedger &queueLedger;
};

/// One accepted TCP connection. A QTcpSocket for those who must have one (QWebSocket), but it owns
/// the descriptor itself: what is sent goes to the kernel from buffers that all receivers share,
/// without a copy per client, once per turn of the loop, behind a bounded queue.
///
/// Two phases. At first bytes are handed to the Listener as they come (HTTP). After
/// startWebSocket() they pass the guard and are read through the QIODevice interface.
///
/// Lives on the network thread. Owned by its HttpConnection, then by its QWebSocket. Linux only.
class Wire final : public QTcpSocket, private EndOfTurn::Task, private Deadline::Listener
{
    Q_OBJECT

public:
    class Listener
    {
    public:
        /// Bytes came (first phase only). Return how many are used up; the rest comes again, in
        /// front of what follows. The Wire may be closed, but not destroyed, meanwhile.
        virtual qsizetype wireReceived(QByteArrayView bytes) = 0;
        /// All that was queued has gone to the kernel; see awaitDrain().
        virtual void wireDrained() = 0;
        /// The queue went over its limit, or stood still for the stall time. Nothing was closed
        /// yet.
        virtual void wireStalled() = 0;
        /// The guard found a violation of RFC 6455; \a code is the close code for it.
        virtual void wireViolated(quint16 code) = 0;
        /// The connection is over: the peer has gone, or close is complete. Called once.
        virtual void wireClosed() = 0;
        /// It is being destroyed, and not by its listener.
        virtual void wireDestroyed() { }

    protected:
        ~Listener() = default;
    };

    static constexpr std::chrono::seconds StallTime{10}; ///< without progress of a filled queue
    static constexpr std::chrono::seconds LingerTime{5}; ///< for the peer's end of a graceful close

    /// Takes over \a descriptor, a connected stream socket.
    Wire(qintptr descriptor, const NetworkContext &context, Listener &listener);
    ~Wire() override;

    void setListener(Listener &listener) { m_listener = &listener; }
    /// A listener that does nothing, for a Wire whose owner is going.
    static Listener &nobody();
    [[nodiscard]] bool isClosed() const { return m_descriptor < 0; }
    [[nodiscard]] bool isClosing() const { return m_isClosing; }
    /// True once closeGracefully() was called, by us or by QWebSocket after a Close frame.
    [[nodiscard]] bool wasClosedGracefully() const { return m_wasGraceful; }

    /// Queues \a bytes, shared not copied, to be sent at the end of this turn. One call per frame:
    /// a frame is what dropQueue() keeps whole. Ignored while closing.
    void send(const QByteArray &bytes);
    [[nodiscard]] qint64 queuedBytes() const { return m_queuedBytes; }
    /// Something is queued: have wireDrained() called, once, when all of it has gone. Not each time
    /// unasked: with thousands of clients, what is touched for each is what a broadcast costs.
    void awaitDrain() { m_awaitsDrain = true; }
    /// Since the start.
    [[nodiscard]] quint64 bytesReceived() const { return m_bytesReceived; }
    void setQueueLimit(qint64 bytes) { m_queueLimit = bytes; }
    /// Forgets what is queued, except for a frame that has been sent in part.
    void dropQueue();

    /// Sends what is queued, ends the sending side, and waits for the peer to do the same,
    /// LingerTime at most. What still comes is discarded.
    void closeGracefully();
    /// At once, without sending what is queued.
    void closeNow();

    /// Goes over to the second phase. QWebSocket first reads \a head, then what came after the real
    /// one; those frames and all later ones pass \a guard.
    void startWebSocket(const QByteArray &head, std::unique_ptr<WebSocketGuard> guard);
    /// QWebSocket has answered the handshake: frees what that took, and lets the frames come.
    void finishHandshake();
    void setReading(bool enabled);
    /// Reads again, after the Listener was offered what it had left: at the end of this turn, never
    /// from within this call, so that an answer to one client runs no request of another one. From
    /// within wireReceived(), whose caller goes on by itself, it reads again only.
    void resume();

    // QTcpSocket, as QWebSocket uses it
    qint64 bytesAvailable() const override;
    bool canReadLine() const override;
    qint64 bytesToWrite() const override;
    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 readLineData(char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    /// Calls its Wire directly: a connection for the signal would cost 0.4 KB for each.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(Wire &wire, Type type);

    protected:
        bool event(QEvent *event) override;

    private:
        Wire &m_wire;
    };

    void handleReadable();
    void handleWritable();
    void deliver(QByteArrayView bytes);
    void offer(QByteArrayView bytes);
    void deliverFrames(QByteArrayView bytes);
    void endTurn() override;
    void deadlinePassed(Deadline &deadline) override;
    [[nodiscard]] qint64 bytesLeft() const;
    bool flushQueue();
    void enterLedger();
    void leaveLedger(size_t keep = 0);
    void finishSending();

    // First what each frame needs, together: with thousands of clients it comes from memory, and
    // not from the processor's cache.
    int m_descriptor;
    bool m_isClosing = false;
    bool m_isBlocked = false; ///< the kernel's buffer is full
    bool m_hasStalled = false; ///< m_deadline is for the queue to move on
    bool m_awaitsDrain = false;
    bool m_resumes = false; ///< the listener wants what it had left
    bool m_isWebSocket = false;
    bool m_isHandshaking = false;
    bool m_isOffering = false; ///< wireReceived() is being called
    bool m_hasEnded = false; ///< our sending side is shut down
    bool m_wasGraceful = false;
    std::vector<QByteArray> m_queue;
    size_t m_queueStart = 0;
    size_t m_inLedger = 0; ///< of m_queue, from m_queueStart on
    qsizetype m_sentOfFirst = 0;
    qint64 m_queuedBytes = 0;
    qint64 m_queueLimit = 1024 * 1024;
    qint64 m_leftAtClose = 0; ///< was still to reach the peer when a graceful close began

    QueueLedger &m_ledger;
    Listener *m_listener;
    Notifier m_readNotifier;
    std::unique_ptr<Notifier> m_writeNotifier; ///< once the kernel's buffer was full
    std::unique_ptr<WebSocketGuard> m_guard;
    Deadline m_deadline; ///< of a stalled queue, or of a graceful close
    InputBuffer m_input;
    QByteArray m_early; ///< what came behind the upgrade request, until the handshake is done
    quint64 m_bytesReceived = 0;
};

} // namespace Signalbox
