// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventtext.h"

#include "common/hub/eventscanner.h"
#include "common/protocol/json.h"
#include "gui/events/eventfamily.h"
#include "gui/theme/themecolors.h"
#include "tests/gui/support/observed.h"

#include <QProcess>
#include <QTest>

using namespace Signalbox;

class TestEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json();
    void publishes_data();
    void publishes();
    void curlSaysWhatItSays();
    void quotesForTheShell_data();
    void quotesForTheShell();
    void jsonLine();
    void csv_data();
    void csv();
    void familiesDiffer();
};

void TestEventText::json()
{
    Event event = observed(5, "pr.created", R"({"n": 1.50e+04, "k":"\u00e9"})").event;
    QCOMPARE(EventText::toJson(event),
             QByteArray(R"({"event_id":"7:5","type":"pr.created",)"
                        R"("timestamp":"2026-03-01T12:00:00.000Z","rooms":["project:atlas"],)"
                        R"("data":{"n": 1.50e+04, "k":"\u00e9"}})"));
    event.user = "o\"neil";
    event.timestamp.clear();
    const auto members = Json::members(EventText::toJson(event));
    QVERIFY(members.has_value());
    QCOMPARE(members->size(), 5);
}

void TestEventText::publishes_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("rooms") << QByteArray(R"({"type":"a","rooms":["project:1","global"],"x":1})");
    QTest::newRow("ids") << QByteArray(
        R"({"type":"a","data":{"project_id":7,"workflow_id":"w"},"room":"user:b"})");
    QTest::newRow("user") << QByteArray(R"({"type":"a","user":"an\"na","data":{"n":0.10}})");
    QTest::newRow("everyone") << QByteArray(R"({"type":"a"})");
    QTest::newRow("everyone's dashboard")
        << QByteArray(R"({"type":"backtest_done","data":{"strategy_id":1}})");
    QTest::newRow("of the catalogue")
        << QByteArray(R"({"type":"workflow.started","workflow_id":"w"})");
}

/// Published again, an event says the same to the same.
void TestEventText::publishes()
{
    QFETCH(const QByteArray, json);
    const auto first = scanEvents(json, 10'000);
    QVERIFY(first.has_value());
    const Event event = first->first().event;
    const auto second = scanEvents(EventText::toPublishable(event), 10'000);
    QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().message));
    const Event again = second->first().event;
    QCOMPARE(again.type, event.type);
    QCOMPARE(again.user, event.user);
    QCOMPARE(again.body, event.body);
    QCOMPARE(QSet<QByteArray>(again.rooms.cbegin(), again.rooms.cend()),
             QSet<QByteArray>(event.rooms.cbegin(), event.rooms.cend()));
}

void TestEventText::curlSaysWhatItSays()
{
    const Event event = observed(1, "a", R"({"s":"it's %1 $HOME `x`"})").event;
    const QString command = EventText::toCurl(event, QStringLiteral("http://localhost:1"));
    QVERIFY(command.startsWith(u"curl 'http://localhost:1/api/v1/events' "));
    QVERIFY(command.contains(u"$SIGNALBOX_TOKEN"));

    // A shell makes the same bytes of it.
    QString script = command;
    script.replace(0, 4, QStringLiteral("printf '%s\\n'"));
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), script});
    QVERIFY(shell.waitForFinished());
    const QList<QByteArray> words = shell.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(words.last(), EventText::toPublishable(event));
}

void TestEventText::quotesForTheShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");

    QTest::newRow("plain") << QStringLiteral("a b") << QStringLiteral("'a b'");
    QTest::newRow("quote") << QStringLiteral("it's") << QStringLiteral("'it'\\''s'");
    QTest::newRow("empty") << QString() << QStringLiteral("''");
}

void TestEventText::quotesForTheShell()
{
    QFETCH(const QString, text);
    QFETCH(const QString, quoted);
    QCOMPARE(EventText::shellQuoted(text), quoted);
}

void TestEventText::jsonLine()
{
    const QByteArray line = EventText::toJsonLine(observed(5, "a", "{\n \"n\" : 1.0 }"));
    QCOMPARE(line,
             QByteArray(R"({"accepted_at":"2026-03-01T12:00:00.005Z","recipients":3,)"
                        R"("event_id":"7:5","type":"a","timestamp":"2026-03-01T12:00:00.000Z",)"
                        R"("rooms":["project:atlas"],"data":{"n":1.0}})"
                        "\n"));
    QVERIFY(Json::check(line).has_value());
}

void TestEventText::csv_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("field");

    QTest::newRow("plain") << QByteArray("anna") << QByteArray("anna");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("formula with a comma") << QByteArray("@x,y") << QByteArray("\"'@x,y\"");
}

void TestEventText::csv()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QByteArray, field);
    ObservedEvent event = observed(5, "a", "[]");
    event.event.user = user;
    QCOMPARE(EventText::toCsvLine(event),
             "2026-03-01T12:00:00.005Z,7:5,a,project:atlas," + field + ",3,2,[]\r\n");
    QCOMPARE(EventText::csvHeader().count(','), EventText::toCsvLine(observed(1)).count(','));
}

void TestEventText::familiesDiffer()
{
    using namespace EventFamily;
    QCOMPARE(of("pr.created"), Family::PullRequest);
    QCOMPARE(of("bot_status"), Family::Bot);
    QCOMPARE(of("prx.created"), Family::Other);
    QCOMPARE(of(""), Family::Other);
    for (const bool isDark : {false, true}) {
        const QColor surface = ThemeColors::color(ThemeRole::Surface, isDark);
        const QColor alternate = ThemeColors::color(ThemeRole::SurfaceAlternate, isDark);
        const QColor marked = ThemeColors::color(ThemeRole::WarningSurface, isDark);
        QSet<QRgb> colors;
        for (int i = 0; i < FamilyCount; ++i) {
            const QColor one = color(Family(i), isDark);
            for (const QColor &behind : {surface, alternate, marked})
                QVERIFY2(ThemeColors::contrast(one, behind) >= 4.5, qPrintable(name(Family(i))));
            colors.insert(one.rgb());
        }
        QCOMPARE(colors.size(), FamilyCount);
    }
    QSet<QByteArray> shapes;
    for (int i = 0; i < FamilyCount; ++i) {
        // The shape alone, whatever its colour.
        const QImage image =
            icon(Family(i)).pixmap(QSize(32, 32)).toImage().convertToFormat(QImage::Format_Alpha8);
        shapes.insert(
            QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
    }
    QCOMPARE(shapes.size(), FamilyCount);
}

QTEST_MAIN(TestEventText)
#include "tst_eventtext.moc"
