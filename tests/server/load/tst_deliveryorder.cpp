// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/descriptorlimit.h"
#include "tests/bench/client/httpconnection.h"
#include "tests/bench/support/benchfailure.h"
#include "tests/server/load/orderclients.h"
#include "tests/server/monitor/runningserver.h"

#include <QTest>

#include <optional>
#include <random>

using namespace Signalbox;
using namespace Signalbox::Test;

/// Order per publisher, and every event once per connection, while clients come, go and stop
/// reading.
class tst_DeliveryOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhileClientsComeGoAndStall();
};

namespace {

constexpr int HttpPublishers = 3;
constexpr int Publishers = HttpPublishers + 1; ///< the last one within the server's process
constexpr int RequestsOfEach = 400;
constexpr int EventsOfRequest = 10;
constexpr int Rooms = 101;
constexpr qsizetype FillerBytes = 150;

// To room 0: more for each of its clients than the kernel's buffers and the server's queue hold.
constexpr int HeavyClients = 12;
constexpr qsizetype HeavyBytes = 16 * 1024;
constexpr qint64 LongSleep = 1000; ///< steps, with an event to room 0 in every other

/// Sanitizers and the like make all of it slower: how much is for the environment to say.
int slowness()
{
    const int given = qEnvironmentVariableIntValue("SIGNALBOX_TEST_SLOWNESS");
    return std::max(given, 1);
}

quint32 seed()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("SIGNALBOX_TEST_SEED").toUInt(&isGiven);
    return isGiven ? given : std::random_device()();
}

/// Publishes by several publishers at once, each a request at a time, and between the requests
/// sends clients away and stops others reading. What is done, and in which order, depends on the
/// seed alone; when, on the machine.
class Load final
{
public:
    Load(RunningServer &server, const QByteArray &token, quint32 seed)
        : m_server(server)
        , m_random(seed)
        , m_streams(Publishers, Rooms)
        , m_clients(m_loop, m_streams, server.port, token, 1000 / slowness(), HeavyClients)
    {
        for (int i = 0; i < HttpPublishers; ++i)
            m_publishers[i].connection = std::make_unique<Bench::HttpConnection>(
                m_loop, QStringLiteral("127.0.0.1"), server.port, QByteArray());
        for (int i = 0; i < Publishers; ++i)
            m_publishers[i].random.seed(seed + 1 + quint32(i));
    }

    void run()
    {
        turnUntil("all clients are subscribed", [this] { return m_clients.areAllListening(); });
        turnUntil("everything is published", [this] {
            bool isDone = true;
            for (int i = 0; i < Publishers; ++i) {
                if (!m_publishers[i].isBusy && m_publishers[i].requests < RequestsOfEach)
                    publishNext(i);
                isDone = isDone && !m_publishers[i].isBusy;
            }
            return isDone;
        });
        m_isSettling = true;
        for (int place = 0; place < m_clients.places(); ++place)
            m_clients.readOn(place);
        turnUntil("all clients are subscribed again",
                  [this] { return m_clients.areAllListening(); });
        // One last event of every stream, so that whoever misses anything can be told.
        for (int i = 0; i < Publishers; ++i)
            publishLast(i);
        turnUntil("everybody has heard everything",
                  [this] { return m_clients.missing().isEmpty(); });
        m_clients.pingAll();
        turnUntil("all pings are answered", [this] { return m_clients.haveAllAnswered(); });
    }

    [[nodiscard]] const OrderClients::Counts &counts() const { return m_clients.counts(); }
    [[nodiscard]] int pauses() const { return m_pauses; }
    [[nodiscard]] int resumptions() const { return m_resumptions; }

private:
    struct Publisher
    {
        std::unique_ptr<Bench::HttpConnection> connection; ///< null: within the process
        std::mt19937 random;
        int requests = 0;
        bool isBusy = false;
    };
    struct Sleeper
    {
        int place;
        qint64 until; ///< step
    };

    void turnUntil(const char *what, const std::function<bool()> &isDone)
    {
        const auto isDoneNow = [&] {
            QCoreApplication::processEvents();
            if (!m_failure.isEmpty())
                throw Bench::BenchFailure(m_failure);
            m_clients.fillPlaces();
            return isDone();
        };
        if (!m_loop.runUntil(isDoneNow, 60 * slowness()))
            throw Bench::BenchFailure(QStringLiteral("not within the time: %1; still missing: %2")
                                          .arg(QString::fromLatin1(what), m_clients.missing()));
    }

    /// A number below \a end, the same everywhere.
    static int below(std::mt19937 &random, int end) { return int(random() % uint(end)); }

    void publishNext(int index)
    {
        Publisher &publisher = m_publishers[index];
        ++publisher.requests;
        QByteArray batch;
        for (int i = 0; i < EventsOfRequest; ++i)
            batch += ','
                + event(index, 1 + below(publisher.random, m_streams.streamsPerPublisher() - 1));
        if (index % 2 == 1) // one over HTTP, and the one within the process
            batch += ',' + event(index, 0);
        send(index, batch);
    }
    void publishLast(int index)
    {
        QByteArray batch;
        for (int stream = 0; stream < m_streams.streamsPerPublisher(); ++stream)
            batch += ',' + event(index, stream);
        send(index, batch);
    }
    QByteArray event(int publisher, int stream)
    {
        return m_streams.makeEvent(publisher * m_streams.streamsPerPublisher() + stream,
                                   stream == 0 ? HeavyBytes : FillerBytes);
    }
    /// \a batch begins with a comma.
    void send(int index, QByteArray batch)
    {
        Publisher &publisher = m_publishers[index];
        publisher.isBusy = true;
        batch[0] = '[';
        batch += ']';
        if (publisher.connection) {
            publisher.connection->send("POST", "/api/v1/events", batch,
                                       [this, index](const Bench::HttpReply &reply) {
                                           Bench::requireAccepted(reply);
                                           handlePublished(index);
                                       });
            return;
        }
        m_server.hubOperator().publish(batch, &m_context,
                                       [this, index](const Result<PublishResult> &result) {
                                           if (!result)
                                               m_failure = result.error().message;
                                           handlePublished(index);
                                       });
    }
    void handlePublished(int index)
    {
        m_publishers[index].isBusy = false;
        if (!m_isSettling)
            takeStep();
    }

    /// What clients do after each publication.
    void takeStep()
    {
        ++m_step;
        for (int i = below(m_random, 4); i > 0; --i) {
            const int place = below(m_random, m_clients.places());
            const int act = below(m_random, 4);
            const int steps = 1 + below(m_random, 100);
            if (act < 2) {
                m_clients.leave(place,
                                act == 0 ? OrderClients::Leave::WithCloseFrame
                                         : OrderClients::Leave::Abruptly);
            } else if (m_clients.stopReading(place)) {
                ++m_pauses;
                m_sleepers.push_back({place, m_step + steps});
            }
        }
        if (m_step % 100 == 0) {
            const int place = below(m_random, HeavyClients);
            if (m_clients.stopReading(place))
                m_sleepers.push_back({place, m_step + LongSleep});
        }
        for (const Sleeper &sleeper : m_sleepers) {
            if (sleeper.until == m_step) {
                m_clients.readOn(sleeper.place);
                ++m_resumptions;
            }
        }
        std::erase_if(m_sleepers, [this](const Sleeper &s) { return s.until == m_step; });
    }

    RunningServer &m_server;
    std::mt19937 m_random;
    Bench::EpollLoop m_loop;
    EventStreams m_streams;
    OrderClients m_clients;
    std::array<Publisher, Publishers> m_publishers;
    QObject m_context;
    QString m_failure;
    qint64 m_step = 0;
    std::vector<Sleeper> m_sleepers;
    bool m_isSettling = false; ///< nobody leaves or stops any more
    int m_pauses = 0;
    int m_resumptions = 0;
};

} // namespace

void tst_DeliveryOrder::holdsWhileClientsComeGoAndStall()
{
    raiseDescriptorLimit();
    RunningServer server;
    server.logger.setLevel(LogLevel::Error);
    QVERIFY(server.start());
    const QByteArray token = server.tokenOf("anna");
    const quint32 used = seed();
    qInfo("SIGNALBOX_TEST_SEED=%u", used);
    try {
        Load load(server, token, used);
        load.run();
        const OrderClients::Counts &counts = load.counts();
        qInfo("%lld clients came, %lld left, %lld were too slow, %d stopped reading for a while; "
              "they heard %lld events, %lld of them replayed, %lld after a return",
              counts.connected, counts.left, counts.slowClosed, load.pauses(), counts.events,
              counts.replayed, counts.recovered);
        // Or else less was tested than it seems.
        QVERIFY(counts.left > 500);
        QVERIFY(counts.slowClosed > 0);
        QVERIFY(load.resumptions() > 200);
        QVERIFY(counts.replayed > 1000);
        QVERIFY(counts.recovered > 100);
    } catch (const Bench::BenchFailure &failure) {
        QFAIL(failure.what());
    }
}

QTEST_GUILESS_MAIN(tst_DeliveryOrder)
#include "tst_deliveryorder.moc"
