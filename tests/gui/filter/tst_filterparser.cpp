// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/filterparser.h"

#include <QTest>

using namespace Signalbox;

class tst_FilterParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void survivesEverything();
    void offersNames_data();
    void offersNames();
    void findsTheNearestName_data();
    void findsTheNearestName();
};

namespace {

FilterSchema schema()
{
    return {{{{"user"}, FieldKind::Word, {}},
             {{"rooms", "room"}, FieldKind::List, {}},
             {{"rtt"}, FieldKind::Milliseconds, {}},
             {{"queued", "queue"}, FieldKind::Bytes, {}},
             {{"user-agent"}, FieldKind::Text, {}}},
            false};
}

} // namespace

void tst_FilterParser::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *text, int position, int length, const char *message) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length
                            << QString::fromUtf8(message);
    };
    row("usr:anna", 0, 3, "There is no field “usr”. Did you mean “user”?");
    row("ü usr:anna", 2, 3, "There is no field “usr”. Did you mean “user”?");
    row("-usr:anna", 1, 3, "There is no field “usr”. Did you mean “user”?");
    row("zebra:1", 0, 5, "There is no field “zebra”. To search for the text, put it in quotes.");
    row("user:", 0, 5, "A value is missing after “user:”.");
    row("a user: b", 2, 5, "A value is missing after “user:”.");
    row("rtt>= b", 0, 5, "A value is missing after “rtt>=”.");
    row("user>a", 4, 1, "“user” is text, which is neither more nor less. Write “:”.");
    row("rtt>x", 4, 1, "“x” is no duration. Write it as 90s, 5m, 1h or 250ms.");
    row("rtt>1k", 4, 2, "“1k” is no duration. Write it as 90s, 5m, 1h or 250ms.");
    row("rtt>1..2", 4, 4, "“1..2” is no duration. Write it as 90s, 5m, 1h or 250ms.");
    row("queue>ten", 6, 3, "“ten” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
    row("queue:1..", 6, 3, "“1..” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
    row("queue>1.2.3", 6, 5, "“1.2.3” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
    row("queue>\"\"", 6, 2, "“” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
    row("rooms>many", 6, 4, "“many” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
    row("a \"b c", 2, 4, "The closing quote is missing.");
    row("user:\"b", 5, 2, "The closing quote is missing.");
    row("\"a\"b", 3, 1, "A blank must follow the closing quote.");
    row("\"\"", 0, 2, "There is nothing between the quotes.");
    row("a - b", 2, 1, "Nothing stands after “-”.");
    row("-", 0, 1, "Nothing stands after “-”.");
    row("OR a", 0, 2, "Nothing stands before “OR”.");
    row("a OR OR b", 5, 2, "Nothing stands before “OR”.");
    row("a OR", 2, 2, "Nothing stands after “OR”.");
}

void tst_FilterParser::saysWhatIsWrongAndWhere()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    QFETCH(QString, message);
    const auto parsed = Filter::parse(text, schema());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().message, message);
    QCOMPARE(parsed.error().position, position);
    QCOMPARE(parsed.error().length, length);
}

/// Whatever is typed on the way to a filter is a filter, or an error within the text.
void tst_FilterParser::survivesEverything()
{
    const QString letters = QStringLiteral("ru-:=<>\"* .9kORs\u00fc");
    quint32 state = 1;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = int(state % 12); length >= 0; --length) {
            state = state * 1664525 + 1013904223;
            text += letters[(state >> 16) % quint32(letters.size())];
        }
        const auto parsed = Filter::parse(text, schema());
        if (!parsed) {
            QVERIFY2(!parsed.error().message.isEmpty(), qPrintable(text));
            QVERIFY2(parsed.error().position >= 0 && parsed.error().length >= 0
                         && parsed.error().position + parsed.error().length <= text.size(),
                     qPrintable(text));
        }
    }
}

void tst_FilterParser::offersNames_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one") << QByteArray("rt") << QStringList{QStringLiteral("rtt>")};
    QTest::newRow("several") << QByteArray("us")
                             << QStringList{QStringLiteral("user:"), QStringLiteral("user-agent:")};
    QTest::newRow("by the second name")
        << QByteArray("queue") << QStringList{QStringLiteral("queued>")};
    QTest::newRow("capitals") << QByteArray("ROOM") << QStringList{QStringLiteral("rooms:")};
    QTest::newRow("none") << QByteArray("x") << QStringList();
}

void tst_FilterParser::offersNames()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QStringList, names);
    QCOMPARE(schema().completions(prefix), names);
}

void tst_FilterParser::findsTheNearestName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("nearest");
    QTest::newRow("one letter missing") << QByteArray("usr") << QByteArray("user");
    QTest::newRow("two letters") << QByteArray("quue") << QByteArray("queue");
    QTest::newRow("capitals") << QByteArray("RTTS") << QByteArray("rtt");
    QTest::newRow("nothing alike") << QByteArray("zebra") << QByteArray();
    QTest::newRow("very long") << QByteArray(100'000, 'u') << QByteArray();
}

void tst_FilterParser::findsTheNearestName()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, nearest);
    QCOMPARE(schema().nearest(name), nearest);
}

QTEST_APPLESS_MAIN(tst_FilterParser)
#include "tst_filterparser.moc"
