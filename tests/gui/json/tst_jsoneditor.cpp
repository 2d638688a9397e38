// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/json/jsoneditor.h"

#include "common/protocol/json.h"
#include "gui/json/jsontextedit.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"
#include "tests/gui/support/drawn.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Signalbox;

class TestJsonEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheBytes_data();
    void keepsTheBytes();
    void saysWhatTheServerWouldSay();
    void validatesAsOneTypes();
    void saysNothingOfNothing();
    void showsOtherProblemsUntilTheTextChanges();
    void formats();
    void leavesBrokenTextAsItIs();
    void indentsWhatIsTyped();
    void marksBrackets();
    void submits();
    void keepsWhatIsPasted_data();
    void keepsWhatIsPasted();
    void escapesWhatWouldEndALine();
    void canBeUndone();
    void iconFollowsTheTheme();
};

void TestJsonEditor::keepsTheBytes_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("numbers") << QByteArray("1.500e+0400");
    QTest::newRow("no-break space") << QByteArray("\"a\xc2\xa0z\"");
    QTest::newRow("line separator") << QByteArray("\"a\xe2\x80\xa8z\"");
    QTest::newRow("beyond the BMP") << QByteArray("\"\xf0\x9f\x98\x80\"");
    QTest::newRow("broken") << QByteArray("{\n\t\"a\": \n");
}

void TestJsonEditor::keepsTheBytes()
{
    QFETCH(const QByteArray, json);
    JsonEditor editor;
    editor.setJson(json);
    QCOMPARE(editor.json(), json);
}

void TestJsonEditor::saysWhatTheServerWouldSay()
{
    JsonEditor editor;
    editor.setJson("{\n  \"ä\": 1,\n  \"b\": tru\n}");
    QVERIFY(!editor.isValid());
    QCOMPARE(editor.errorLine(), 2);
    QVERIFY(editor.message().contains(Json::check("[tru]").error().message));
    QVERIFY2(editor.message().contains(u"Line 3, column 8"), qPrintable(editor.message()));
    editor.setJson("{\"ä\": tru}");
    QVERIFY2(editor.message().contains(u"Line 1, column 7"), qPrintable(editor.message()));
}

void TestJsonEditor::validatesAsOneTypes()
{
    JsonEditor editor;
    editor.show();
    QSignalSpy validated(&editor, &JsonEditor::validated);
    QTest::keyClicks(editor.textEdit(), QStringLiteral("[1,2"));
    QCOMPARE(validated.count(), 0);
    QVERIFY(validated.wait());
    QCOMPARE(validated.count(), 1); // not for every key
    QVERIFY(!editor.isValid());
    QCOMPARE(editor.errorLine(), 0);
    QTest::keyClicks(editor.textEdit(), QStringLiteral("]"));
    QVERIFY(validated.wait());
    QVERIFY(editor.isValid());
    QCOMPARE(editor.errorLine(), -1);
}

void TestJsonEditor::saysNothingOfNothing()
{
    JsonEditor editor;
    QVERIFY(editor.validate());
    QVERIFY(editor.isEmpty());
    QCOMPARE(editor.message(), QString());
    editor.setJson(" \n ");
    QVERIFY(editor.isEmpty());
    QVERIFY(editor.isValid());
}

void TestJsonEditor::showsOtherProblemsUntilTheTextChanges()
{
    JsonEditor editor;
    editor.show();
    editor.setJson(R"({"a":1,"b":2})");
    editor.showProblem(QStringLiteral("b is too large"), editor.json().indexOf('2'));
    QCOMPARE(editor.errorLine(), 2);
    QVERIFY(editor.message().endsWith(u"b is too large"));
    QSignalSpy validated(&editor, &JsonEditor::validated);
    QTest::keyClicks(editor.textEdit(), QStringLiteral(" "));
    QVERIFY(validated.wait());
    QCOMPARE(editor.errorLine(), -1);
    editor.showProblem(QStringLiteral("nowhere"), -1);
    QCOMPARE(editor.errorLine(), -1);
    QCOMPARE(editor.message(), QStringLiteral("nowhere"));
    editor.showProblem(QStringLiteral("beyond"), 100'000);
    QCOMPARE(editor.errorLine(), 3);
}

void TestJsonEditor::formats()
{
    JsonEditor editor;
    editor.show();
    editor.textEdit()->setPlainText(QStringLiteral("{\"n\":1.50}"));
    QTest::mouseClick(editor.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(editor.json(), QByteArray("{\n  \"n\": 1.50\n}"));
}

void TestJsonEditor::leavesBrokenTextAsItIs()
{
    JsonEditor editor;
    editor.textEdit()->setPlainText(QStringLiteral("{\"n\":"));
    editor.format();
    QCOMPARE(editor.json(), QByteArray("{\"n\":"));
    QVERIFY(!editor.isValid());
}

void TestJsonEditor::indentsWhatIsTyped()
{
    JsonEditor editor;
    editor.show();
    JsonTextEdit *edit = editor.textEdit();
    QTest::keyClicks(edit, QStringLiteral("{"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("\"a\": ["));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("1"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("]"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("}"));
    QCOMPARE(editor.json(), QByteArray("{\n  \"a\": [\n    1\n  ]\n}"));

    // Between two brackets, the second gets a line of its own.
    edit->setPlainText(QStringLiteral("{}"));
    edit->moveCursor(QTextCursor::Start);
    edit->moveCursor(QTextCursor::Right);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("1"));
    QCOMPARE(editor.json(), QByteArray("{\n  1\n}"));
}

void TestJsonEditor::marksBrackets()
{
    JsonTextEdit edit;
    edit.setBytes(R"(["}", {"a": 1}])");
    edit.moveCursor(QTextCursor::Start);
    QCOMPARE(edit.extraSelections().size(), 2);
    QCOMPARE(edit.extraSelections().at(1).cursor.selectedText(), QStringLiteral("]"));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(2); // in the string
    edit.setTextCursor(cursor);
    QCOMPARE(edit.extraSelections().size(), 0);
}

void TestJsonEditor::submits()
{
    JsonEditor editor;
    editor.show();
    editor.setJson("[1]");
    const QByteArray before = editor.json();
    QSignalSpy submitted(&editor, &JsonEditor::submitted);
    QTest::keyClick(editor.textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(editor.textEdit(), Qt::Key_Enter, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 2);
    QCOMPARE(editor.json(), before);
}

void TestJsonEditor::keepsWhatIsPasted_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("short") << QByteArray("[1,2]");
    QTest::newRow("lines") << QByteArray("{\n\t\"a\": 1\n}\n");
    QTest::newRow("no-break space") << QByteArray("\"a\xc2\xa0z\"");
    // Near the limit of the server, which indented it would be beyond.
    QTest::newRow("one long line") << '[' + QByteArray("1.50,").repeated(180'000) + "2]";
}

void TestJsonEditor::keepsWhatIsPasted()
{
    QFETCH(const QByteArray, json);
    JsonEditor editor;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(json));
    editor.textEdit()->paste();
    QCOMPARE(editor.json(), json);
    QVERIFY(editor.validate());
}

void TestJsonEditor::escapesWhatWouldEndALine()
{
    JsonEditor editor;
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8("[\"\xe2\x80\xa9\xef\xb7\x90\xef\xb7\x91\"]"));
    editor.textEdit()->paste();
    QCOMPARE(editor.json(), QByteArray(R"(["\u2029\ufdd0\ufdd1"])"));
}

void TestJsonEditor::canBeUndone()
{
    JsonEditor editor;
    editor.setJson("[1]");
    editor.setJson("[2]");
    editor.textEdit()->undo();
    QCOMPARE(editor.json(), QByteArray("[\n  1\n]"));
}

void TestJsonEditor::iconFollowsTheTheme()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    JsonEditor editor;
    editor.setJson("[1]");
    auto *icon = editor.findChild<IconLabel *>();
    QVERIFY(Test::isDrawnIn(*icon, ThemeColors::color(Theme::Role::Good, false)));
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(Test::isDrawnIn(*icon, ThemeColors::color(Theme::Role::Good, true)));
    editor.setJson("[");
    QVERIFY(Test::isDrawnIn(*icon, ThemeColors::color(Theme::Role::Bad, true)));
}

QTEST_MAIN(TestJsonEditor)
#include "tst_jsoneditor.moc"
