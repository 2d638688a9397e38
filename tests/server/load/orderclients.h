// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/benchclient.h"
#include "tests/server/load/streamlistener.h"

#include <memory>
#include <vector>

namespace Signalbox::Test {

/// Many places, in each of which one client after the other connects, subscribes, listens, and
/// leaves. Whatever is not as it must be throws Bench::BenchFailure, and so fails the test.
///
/// Of ten clients eight speak the workflow dialect, one the rooms dialect, one the plain one. The
/// first has the history of a room replayed to it, and every other one of these asks for what
/// followed the last event that was heard in its place; of the others some are in two rooms that
/// share a stream.
class OrderClients final : public Bench::ClientObserver
{
public:
    /// The first \a heavy places are in room 0, where the server may find a client too slow and
    /// send it away; all others take turns in the other rooms.
    OrderClients(Bench::EpollLoop &loop, const EventStreams &streams, quint16 port,
                 const QByteArray &token, int places, int heavy);
    ~OrderClients() override;
    Q_DISABLE_COPY_MOVE(OrderClients)

    enum class Leave { WithCloseFrame, Abruptly };

    [[nodiscard]] int places() const { return int(m_places.size()); }
    /// Connects clients where there is none, as many at a time as a server's backlog bears. Not to
    /// be called by a client.
    void fillPlaces();
    [[nodiscard]] bool areAllListening() const { return m_listening == places(); }
    /// What somebody has yet to hear; empty if there is nothing.
    [[nodiscard]] QString missing() const;

    // Each does nothing and returns false where the client is not listening, or has stopped
    // reading.
    bool leave(int place, Leave how); ///< another one will come
    bool stopReading(int place);
    void readOn(int place); ///< if it had stopped

    /// Asks all whether there is anything yet to come.
    void pingAll();
    [[nodiscard]] bool haveAllAnswered() const { return m_pongs == places(); }

    struct Counts
    {
        qint64 connected = 0;
        qint64 left = 0;
        qint64 slowClosed = 0;
        qint64 events = 0;
        qint64 replayed = 0; ///< of them, in `recent_events`
        qint64 recovered = 0; ///< of them, to clients that asked what they had missed
    };
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    struct Place
    {
        std::unique_ptr<Bench::BenchClient> client;
        std::unique_ptr<StreamListener> listener;
        QByteArray lastEvent; ///< its id
        int visits = 0;
        enum { Connecting, Listening, Leaving } state = Connecting;
        bool isPaused = false;
    };

    [[nodiscard]] QList<int> roomsFor(int place) const;
    void connectNew(int place);
    void listenAnew(int place);
    void vacate(Place &place);
    [[nodiscard]] QString about(const Bench::BenchClient &client, const QString &what) const;
    [[noreturn]] void fail(const Bench::BenchClient &client, const QString &what) const;

    void clientReady(Bench::BenchClient &client) override;
    void eventReceived(Bench::BenchClient &client, QByteArrayView packet) override;
    void pongReceived(Bench::BenchClient &client) override;
    void clientLeft(Bench::BenchClient &client) override;
    bool clientDismissed(Bench::BenchClient &client, int code) override;

    const EventStreams &m_streams;
    int m_heavy;
    std::vector<std::unique_ptr<Bench::ClientProtocol>> m_protocols;
    std::vector<Bench::ClientSetup> m_setups; ///< one for each protocol
    std::vector<Place> m_places;
    std::vector<int> m_vacant;
    int m_connecting = 0;
    int m_listening = 0;
    int m_pongs = 0;
    Counts m_counts;
};

} // namespace Signalbox::Test
