// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoengine.h"

#include "demochecker.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Signalbox;

namespace {

/// Takes what the engine publishes, and refuses when told to.
struct Hub
{
    QList<QByteArray> batches; ///< accepted
    qsizetype events = 0;
    int refusals = 0;
    qsizetype largestBatch = 0;
    std::optional<ErrorCode> refuseWith;

    DemoEngine::Publisher publisher()
    {
        return [this](QByteArrayView json) -> Result<QList<EventId>> {
            const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
            if (!document.isArray())
                return fail(ErrorCode::InvalidJson, QStringLiteral("not an array"));
            if (refuseWith) {
                ++refusals;
                return fail(*refuseWith, QStringLiteral("refused"));
            }
            batches.append(json.toByteArray());
            const qsizetype size = document.array().size();
            events += size;
            largestBatch = std::max(largestBatch, size);
            return QList<EventId>(size);
        };
    }

    /// All accepted events, as one text.
    [[nodiscard]] QByteArray text() const
    {
        QByteArray result;
        for (const QByteArray &batch : batches) {
            if (!result.isEmpty())
                result += ',';
            result += batch.sliced(1, batch.size() - 2);
        }
        return result;
    }
};

/// The first \a count events of a seed, as Hub::text() gives them.
QByteArray expected(quint64 seed, qsizetype count)
{
    DemoStream stream(seed);
    QByteArray result;
    for (qsizetype i = 0; i < count; ++i) {
        if (i > 0)
            result += ',';
        result += stream.next();
    }
    return result;
}

} // namespace

class tst_DemoEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesTheSimulation_data();
    void publishesTheSimulation();
    void honoursTheRate();
    void rateIsHeldInBounds_data();
    void rateIsHeldInBounds();
    void waitsWhilePublishingIsRefused_data();
    void waitsWhilePublishingIsRefused();
    void leavesOutWhatIsRefusedForGood();
    void stopsWhenTold();
    void mayBeStoppedByThePublisher();
};

void tst_DemoEngine::publishesTheSimulation_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("one by one") << 40.0 << qsizetype(10);
    QTest::newRow("in batches") << 10'000.0 << qsizetype(2000);
}

void tst_DemoEngine::publishesTheSimulation()
{
    QFETCH(const double, rate);
    QFETCH(const qsizetype, count);
    Hub hub;
    DemoEngine engine(hub.publisher(), rate, 42);
    engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(hub.events >= count, 20'000);
    engine.stop();
    QCOMPARE(hub.text(), expected(42, hub.events));
    QCOMPARE(engine.publishedCount(), quint64(hub.events));
    QVERIFY(hub.largestBatch <= DemoEngine::MaxBatch);
}

void tst_DemoEngine::honoursTheRate()
{
    Hub hub;
    DemoEngine engine(hub.publisher(), 2000, 1);
    QElapsedTimer clock;
    clock.start();
    engine.start();
    QTRY_VERIFY_WITH_TIMEOUT(hub.events >= 2000, 20'000);
    // Never ahead of its time, whatever the machine does.
    QVERIFY2(clock.elapsed() >= 999, QByteArray::number(clock.elapsed()).constData());
    QVERIFY(hub.batches.size() <= clock.elapsed() / 20 + 2);
}

void tst_DemoEngine::rateIsHeldInBounds_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("held");
    QTest::newRow("zero") << 0.0 << 0.1;
    QTest::newRow("negative") << -3.0 << 0.1;
    QTest::newRow("lowest") << 0.1 << 0.1;
    QTest::newRow("between") << 12.5 << 12.5;
    QTest::newRow("highest") << 10'000.0 << 10'000.0;
    QTest::newRow("too high") << 1e9 << 10'000.0;
}

void tst_DemoEngine::rateIsHeldInBounds()
{
    QFETCH(const double, rate);
    QFETCH(const double, held);
    Hub hub;
    const DemoEngine engine(hub.publisher(), rate, 1);
    QCOMPARE(engine.rate(), held);
}

void tst_DemoEngine::waitsWhilePublishingIsRefused_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("emergency") << ErrorCode::Emergency;
    QTest::newRow("draining") << ErrorCode::Draining;
    QTest::newRow("rate limit") << ErrorCode::RateLimited;
}

void tst_DemoEngine::waitsWhilePublishingIsRefused()
{
    QFETCH(const ErrorCode, code);
    Hub hub;
    DemoEngine engine(hub.publisher(), 1000, 8);
    QSignalSpy heldSpy(&engine, &DemoEngine::publishingHeld);
    QSignalSpy resumedSpy(&engine, &DemoEngine::publishingResumed);
    engine.start();
    QTRY_VERIFY(hub.events >= 100);
    QVERIFY(heldSpy.isEmpty());

    hub.refuseWith = code;
    QTRY_VERIFY(engine.isHeld());
    const qsizetype before = hub.events;
    QTRY_COMPARE(hub.refusals, 2); // politely: one attempt in a second
    QCOMPARE(heldSpy.size(), 1);
    QCOMPARE(hub.events, before);

    hub.refuseWith.reset();
    QTRY_COMPARE(resumedSpy.size(), 1);
    QVERIFY(!engine.isHeld());
    // The time of the refusal, over 1 s at 1000/s, is not made up for.
    QVERIFY2(hub.events < before + 500, QByteArray::number(hub.events - before).constData());
    QTRY_VERIFY(hub.events >= before + 100);
    engine.stop();
    QCOMPARE(hub.text(), expected(8, hub.events));

    DemoChecker checker;
    for (const QByteArray &batch : std::as_const(hub.batches)) {
        const QJsonArray events = QJsonDocument::fromJson(batch).array();
        for (const QJsonValue &event : events) {
            const QByteArray json = QJsonDocument(event.toObject()).toJson(QJsonDocument::Compact);
            QCOMPARE(checker.check(json), QString());
        }
    }
}

void tst_DemoEngine::leavesOutWhatIsRefusedForGood()
{
    Hub hub;
    hub.refuseWith = ErrorCode::InvalidEvent;
    DemoEngine engine(hub.publisher(), 200, 8);
    // Logged once, however often it happens: a second warning would fail the test.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QTest::ignoreMessage(
        QtWarningMsg,
        "a batch of the demo was refused and left out (refused); others will not be logged");
    engine.start();
    QTRY_VERIFY(hub.refusals > 2);
    QVERIFY(!engine.isHeld());
    QCOMPARE(engine.publishedCount(), quint64(0));
    hub.refuseWith.reset();
    QTRY_VERIFY(hub.events > 2);
}

void tst_DemoEngine::stopsWhenTold()
{
    Hub hub;
    DemoEngine engine(hub.publisher(), 10'000, 8);
    engine.start();
    engine.start(); // idempotent
    QTRY_VERIFY(hub.events > 0);
    engine.stop();
    const qsizetype events = hub.events;
    // A timer of the same length that runs out proves that the engine's did not.
    bool later = false;
    QTimer::singleShot(100, &engine, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(hub.events, events);
    engine.start();
    QTRY_VERIFY(hub.events > events);
    QCOMPARE(hub.text(), expected(8, hub.events));
}

void tst_DemoEngine::mayBeStoppedByThePublisher()
{
    Hub hub;
    DemoEngine *stopped = nullptr;
    DemoEngine engine(
        [&](QByteArrayView json) {
            stopped->stop();
            return hub.publisher()(json);
        },
        10'000, 8);
    stopped = &engine;
    engine.start();
    QTRY_COMPARE(hub.batches.size(), 1);
    bool later = false;
    QTimer::singleShot(100, &engine, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(hub.batches.size(), 1);
}

QTEST_GUILESS_MAIN(tst_DemoEngine)
#include "tst_demoengine.moc"
