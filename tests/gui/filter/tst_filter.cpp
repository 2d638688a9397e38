// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/filter.h"

#include <QHash>
#include <QTest>

using namespace Signalbox;

class tst_Filter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void comparesInTheUnitsWritten_data();
    void comparesInTheUnitsWritten();
    void whatIsUnknownIsNeitherMoreNorLess();
    void asksForOtherFieldsIfAllowed();
    void wildcardsStayFast();
    void knowsWhatItUses();
    void restrictsAlternatives();
    void ordersValues_data();
    void ordersValues();
};

namespace {

const qint64 Now = 1'700'000'000'000;

FilterSchema schema()
{
    return {{{{"user"}, FieldKind::Word, {}},
             {{"rooms", "room"}, FieldKind::List, {}},
             {{"agent"}, FieldKind::Text, {}},
             {{"queued", "queue"}, FieldKind::Bytes, {}},
             {{"idle"}, FieldKind::Seconds, {}},
             {{"rtt"}, FieldKind::Milliseconds, {}},
             {{"age"}, FieldKind::Time, {}},
             {{"code"}, FieldKind::Count, {}}},
            false};
}

struct TestRow final : FieldSource
{
    QByteArray user = "Anna";
    QList<QByteArray> rooms{"project:7", "user:anna"};
    QByteArray agent = "Mozilla/5.0 (X11; Grün)";
    double queued = 20'000;
    double idle = 90;
    double rtt = 100;
    double connectedAt = double(Now - 10 * 60 * 1000);
    double code = 4408;
    bool isMeasured = true;
    QHash<QByteArray, QByteArray> others;

    [[nodiscard]] FieldValue value(int field) const override
    {
        switch (field) {
        case 0:
            return user;
        case 1:
            return rooms;
        case 2:
            return agent;
        case 3:
            return FieldValue::number(queued);
        case 4:
            return FieldValue::number(idle);
        case 5:
            return isMeasured ? FieldValue::number(rtt) : FieldValue();
        case 6:
            return FieldValue::number(connectedAt);
        default:
            return FieldValue::number(code);
        }
    }
    [[nodiscard]] FieldValue otherValue(QByteArrayView name) const override
    {
        const auto found = others.find(name.toByteArray());
        return found == others.end() ? FieldValue() : FieldValue(*found);
    }
};

bool matches(const QString &text, const TestRow &row)
{
    const auto filter = Filter::parse(text, schema());
    if (!filter)
        qFatal("%s: %s", qPrintable(text), qPrintable(filter.error().message));
    return filter->matches(row, Now);
}

} // namespace

void tst_Filter::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const char *text, bool expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("nothing", "", true);
    row("blanks", "  \t ", true);
    row("free text in a word", "ann", true);
    row("free text in prose", "mozilla", true);
    row("free text in a list", "project", true);
    row("free text in nothing", "berta", false);
    row("free text is not sought in figures", "4408", false);
    row("all words", "ann mozilla", true);
    row("one word is missing", "ann berta", false);
    row("beyond ASCII", "grün", true);
    row("blank in quotes", "\"(X11; \"", true);
    row("quotes keep the order", "\"X11 (\"", false);
    row("star in free text", "moz*x11", true);
    row("star in free text, none", "x11*moz", false);
    row("a whole name", "user:anna", true);
    row("an equals sign", "user=anna", true);
    row("a part of a name", "user:ann", false);
    row("the beginning of a name", "user:ann*", true);
    row("the end of a name", "user:*NA", true);
    row("the middle of a name", "user:*nn*", true);
    row("too many letters around a star", "user:an*nna", false);
    row("no user", "user:\"\"", false);
    row("a name in quotes", "user:\"anna\"", true);
    row("case of the field", "USER:anna", true);
    row("not", "-user:bob", true);
    row("not this", "-user:anna", false);
    row("not a word", "-berta", true);
    row("not in quotes", "-\"X11; G\"", false);
    row("one of the rooms", "room:project:7", true);
    row("part of a room", "room:project", false);
    row("rooms by star", "room:project:*", true);
    row("number of rooms", "rooms>1", true);
    row("number of rooms, too many", "rooms>2", false);
    row("prose in part", "agent:x11", true);
    row("prose with a star", "agent:*x11*", true);
    row("prose with a star at the end only", "agent:x11*", false);
    row("either", "user:bob OR user:anna", true);
    row("neither", "user:bob OR user:eve", false);
    row("and binds closer", "user:bob mozilla OR ann", true);
    row("and binds closer, second", "ann berta OR user:bob", false);
    row("or in small letters is a word", "anna or bob", false);
    row("text with a colon after a digit", "10.0.0.1:80", false);
    row("everything", "user:anna idle>60 room:project:7 queue>10k -user:bob rtt>=100", true);
}

void tst_Filter::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(::matches(text, TestRow()), expected);
}

void tst_Filter::comparesInTheUnitsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("idle>89", true);
    row("idle>90", false);
    row("idle>=90", true);
    row("idle<=90", true);
    row("idle<90", false);
    row("idle:90", true);
    row("idle:90s", true);
    row("idle=1.5m", true);
    row("idle>1m", true);
    row("idle<2m", true);
    row("idle<1h", true);
    row("idle<1d", true);
    row("idle>89999ms", true);
    row("rtt:100", true);
    row("rtt:100ms", true);
    row("rtt:0.1s", true);
    row("rtt>1s", false);
    row("queue:20000", true);
    row("queue:20k", true);
    row("queue:20kB", true);
    row("queue:20000b", true);
    row("queue<20Ki", true);
    row("queue>19Ki", true);
    row("queue>1M", false);
    row("queue<1G", true);
    row("queue<0.03m", true);
    row("age>5m", true);
    row("age>15m", false);
    row("age<600.5", true);
    row("code:4408", true);
    row("code:4400..4499", true);
    row("code:4408..4408", true);
    row("code:4409..4499", false);
    row("code:1000..4407", false);
    row("-code:1000", true);
}

void tst_Filter::comparesInTheUnitsWritten()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(::matches(text, TestRow()), expected);
}

void tst_Filter::whatIsUnknownIsNeitherMoreNorLess()
{
    TestRow row;
    row.isMeasured = false;
    QVERIFY(!::matches(QStringLiteral("rtt<1000"), row));
    QVERIFY(!::matches(QStringLiteral("rtt>=0"), row));
    QVERIFY(::matches(QStringLiteral("-rtt>=0"), row));
}

void tst_Filter::asksForOtherFieldsIfAllowed()
{
    FilterSchema open = schema();
    open.allowsOtherNames = true;
    TestRow row;
    row.others.insert("reason", "slow consumer");
    const auto match = [&](const char *text) {
        const auto filter = Filter::parse(QString::fromUtf8(text), open);
        return filter && filter->matches(row, Now);
    };
    QVERIFY(match("reason:slow"));
    QVERIFY(match("reason:\"slow c\""));
    QVERIFY(!match("reason:fast"));
    QVERIFY(!match("other:slow"));
    QVERIFY(match("-other:slow"));
}

/// Exponential matchers would not come back.
void tst_Filter::wildcardsStayFast()
{
    TestRow row;
    row.agent = QByteArray(20'000, 'a');
    QVERIFY(!::matches(QStringLiteral("agent:*a*a*a*a*a*a*a*a*a*a*a*b"), row));
}

void tst_Filter::knowsWhatItUses()
{
    const auto filter = [](const char *text) {
        return *Filter::parse(QString::fromUtf8(text), schema());
    };
    QVERIFY(!filter("").uses(0));
    QVERIFY(filter("user:a").uses(0));
    QVERIFY(!filter("user:a").uses(1));
    QVERIFY(filter("word").uses(1));
    QVERIFY(!filter("word").uses(4));
    QVERIFY(filter("user:a OR idle>1").uses(4));
    QVERIFY(filter("age>1").usesAges());
    QVERIFY(!filter("idle>1").usesAges());
}

void tst_Filter::restrictsAlternatives()
{
    const auto both = [](const char *first, const char *second) {
        return Filter::parse(QString::fromUtf8(first), schema())
            ->restrictedBy(*Filter::parse(QString::fromUtf8(second), schema()))
            .matches(TestRow(), Now);
    };
    QVERIFY(both("", ""));
    QVERIFY(both("user:anna", ""));
    QVERIFY(!both("", "user:bob"));
    QVERIFY(both("user:bob OR user:anna", "idle>60"));
    QVERIFY(!both("user:bob OR user:anna", "idle<60"));
    QVERIFY(both("user:bob OR user:anna", "idle<60 OR mozilla"));
}

void tst_Filter::ordersValues_data()
{
    QTest::addColumn<int>("result");
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::newRow("same") << 0 << QByteArray("a") << QByteArray("a");
    QTest::newRow("case decides last") << -1 << QByteArray("A") << QByteArray("a");
    QTest::newRow("case does not decide first") << -1 << QByteArray("a") << QByteArray("B");
    QTest::newRow("shorter first") << -1 << QByteArray("a") << QByteArray("ab");
    QTest::newRow("beyond ASCII last") << 1 << QByteArray("\xc3\xa4") << QByteArray("z");
    QTest::newRow("empty") << -1 << QByteArray("") << QByteArray("a");
}

void tst_Filter::ordersValues()
{
    QFETCH(int, result);
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    const auto sign = [](int value) { return value < 0 ? -1 : int(value > 0); };
    QCOMPARE(sign(compare(FieldValue(left), FieldValue(right))), result);
    QCOMPARE(sign(compare(FieldValue(right), FieldValue(left))), -result);
    QVERIFY(compare(FieldValue(), FieldValue(left)) < 0);
    QVERIFY(compare(FieldValue(), FieldValue::number(-1)) < 0);
    QVERIFY(compare(FieldValue::number(10), FieldValue::number(9)) > 0);
    QVERIFY(compare(FieldValue::number(1e9), FieldValue(left)) < 0);
}

QTEST_APPLESS_MAIN(tst_Filter)
#include "tst_filter.moc"
