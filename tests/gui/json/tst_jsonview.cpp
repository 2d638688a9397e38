// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsonview.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Signalbox;

namespace {

QByteArray largeJson(int members)
{
    QByteArray json("{");
    for (int i = 0; i < members; ++i) {
        if (i > 0)
            json.append(',');
        json.append("\"member").append(QByteArray::number(i)).append("\":12345678901234567890.50");
    }
    return json.append('}');
}

} // namespace

class TestJsonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indents();
    void showsWhatIsNoJson();
    void keepsWhatWasWritten();
    void showsTheBeginningOfALargeText();
    void showsAllInSlices();
    void breaksLinesOfExorbitantLength();
    void cannotBeWrittenTo();
};

void TestJsonView::indents()
{
    JsonView view;
    view.setJson(R"({"a":[1.50,"x"],"b":{}})");
    QCOMPARE(view.text(),
             QStringLiteral("{\n  \"a\": [\n    1.50,\n    \"x\"\n  ],\n  \"b\": {}\n}"));
    QVERIFY(view.isComplete());
    view.clear();
    QCOMPARE(view.text(), QString());
}

void TestJsonView::showsWhatIsNoJson()
{
    JsonView view;
    view.setJson("{\"a\": nothing}");
    QCOMPARE(view.text(), QStringLiteral("{\"a\": nothing}"));
}

void TestJsonView::keepsWhatWasWritten()
{
    JsonView view;
    const QByteArray json = R"({"n":1e400,"n":0.10,"s":"\u00e9\/"})";
    view.setJson(json);
    QCOMPARE(view.json(), json);
    for (const char *part : {"1e400", "0.10", R"("\u00e9\/")"})
        QVERIFY2(view.text().contains(QLatin1String(part)), part);
}

void TestJsonView::showsTheBeginningOfALargeText()
{
    JsonView view;
    view.show();
    const QByteArray json = largeJson(40'000);
    QElapsedTimer clock;
    clock.start();
    view.setJson(json);
    qInfo("1.5 MB: %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 1000);
    QTRY_COMPARE(view.text().size(), JsonView::FirstBytes);
    QVERIFY(!view.isComplete());
    QVERIFY(view.findChild<QPushButton *>()->isVisible());
}

void TestJsonView::showsAllInSlices()
{
    JsonView view;
    view.show();
    view.setJson(largeJson(40'000));
    auto *button = view.findChild<QPushButton *>();
    QVERIFY(!view.isComplete());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY2(view.text().size() < 1'000'000, "it came at once");
    QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 60'000);
    QVERIFY(!button->isVisible());
    const QString text = view.text();
    QVERIFY(text.contains(u"\"member39999\": 12345678901234567890.50\n}"));
    QCOMPARE(text.count(u'\n'), 40'001);
}

void TestJsonView::breaksLinesOfExorbitantLength()
{
    JsonView view;
    const QByteArray json = '"' + QByteArray(50'000, 'x') + '"';
    view.setJson(json);
    QTRY_VERIFY(view.isComplete());
    QCOMPARE(view.json(), json);
    for (const QString &line : view.text().split(u'\n'))
        QVERIFY(line.size() <= 2000);
}

void TestJsonView::cannotBeWrittenTo()
{
    JsonView view;
    view.setJson("[1]");
    view.show();
    auto *edit = view.findChild<QPlainTextEdit *>();
    QTest::keyClicks(edit, QStringLiteral("abc"));
    QCOMPARE(view.text(), QStringLiteral("[\n  1\n]"));
}

QTEST_MAIN(TestJsonView)
#include "tst_jsonview.moc"
