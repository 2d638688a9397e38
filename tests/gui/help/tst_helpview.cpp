// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helpview.h"

#include "gui/help/guidebrowser.h"
#include "tests/gui/support/shellfixture.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Signalbox;

class tst_HelpView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guideIsThere();
    void slugs_data();
    void slugs();
    void searchFindsWordsTogether();
    void contentsOpenDocuments();
    void searchOpensTheSection();
    void linksAreFollowed();
    void nothingFoundSaysSo();
    void documentIsKept();
};

void tst_HelpView::guideIsThere()
{
    const Guide guide(QStringLiteral(":/docs"));
    QVERIFY(guide.documents().size() >= 6);
    QCOMPARE(guide.documents().first().name, QStringLiteral("getting-started.md"));
    for (const Guide::Document &document : guide.documents()) {
        QVERIFY2(document.title != document.name, qPrintable(document.name)); // has a heading
        QVERIFY2(document.sections.size() >= 1, qPrintable(document.name));
    }
    QCOMPARE(guide.indexOf(QStringLiteral("no.md")), -1);
}

void tst_HelpView::slugs_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("slug");
    QTest::newRow("words") << QStringLiteral("Slow clients") << QStringLiteral("slow-clients");
    QTest::newRow("signs") << QStringLiteral("1. Start it!") << QStringLiteral("1-start-it");
}

void tst_HelpView::slugs()
{
    QFETCH(QString, title);
    QFETCH(QString, slug);
    QCOMPARE(Guide::slug(title), slug);
}

void tst_HelpView::searchFindsWordsTogether()
{
    const Guide guide(QStringLiteral(":/docs"));
    QVERIFY(!guide.search(QStringLiteral("TRUSTED proxy")).isEmpty());
    QVERIFY(guide.search(QStringLiteral("trusted xyzzy")).isEmpty());
    QVERIFY(guide.search(QStringLiteral("  ")).isEmpty());
}

void tst_HelpView::contentsOpenDocuments()
{
    ShellFixture fixture;
    HelpView view(fixture.console);
    view.show();
    QCOMPARE(view.document(), QStringLiteral("getting-started.md"));
    auto *tree = view.findChild<QTreeWidget *>();
    tree->setFocus();
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        tree->setCurrentItem(tree->topLevelItem(i));
    QCOMPARE(view.document(), QStringLiteral("operations.md"));
    const auto *browser = view.findChild<GuideBrowser *>();
    QVERIFY(browser->toPlainText().startsWith(QStringLiteral("Operations")));
    QCOMPARE(browser->verticalScrollBar()->value(), 0);
}

void tst_HelpView::searchOpensTheSection()
{
    ShellFixture fixture;
    HelpView view(fixture.console);
    view.resize(900, 500);
    view.show();
    view.find();
    QTest::keyClicks(view.findChild<QLineEdit *>(), QStringLiteral("trusted-proxy"));
    auto *tree = view.findChild<QTreeWidget *>();
    QVERIFY(tree->topLevelItemCount() >= 1);
    tree->setCurrentItem(tree->topLevelItem(0));
    const auto *browser = view.findChild<GuideBrowser *>();
    QVERIFY(!browser->extraSelections().isEmpty());
    QTest::keyClick(view.findChild<QLineEdit *>(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view.findChild<QLineEdit *>(), Qt::Key_Delete);
    QVERIFY(browser->extraSelections().isEmpty());
    QVERIFY(tree->topLevelItemCount() >= 6);
}

void tst_HelpView::linksAreFollowed()
{
    ShellFixture fixture;
    HelpView view(fixture.console);
    auto *browser = view.findChild<GuideBrowser *>();
    Q_EMIT browser->anchorClicked(QUrl(QStringLiteral("rooms.md")));
    QCOMPARE(view.document(), QStringLiteral("rooms.md"));
    Q_EMIT browser->anchorClicked(QUrl(QStringLiteral("qrc:/docs/protocol.md")));
    QCOMPARE(view.document(), QStringLiteral("protocol.md"));
    QSignalSpy toasts(&fixture.console, &Console::toastRequested);
    Q_EMIT browser->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
    QCOMPARE(view.document(), QStringLiteral("protocol.md"));
    QCOMPARE(toasts.size(), 1);
}

void tst_HelpView::nothingFoundSaysSo()
{
    ShellFixture fixture;
    HelpView view(fixture.console);
    view.show();
    QTest::keyClicks(view.findChild<QLineEdit *>(), QStringLiteral("xyzzy"));
    QVERIFY(!view.findChild<QTreeWidget *>()->isVisible());
}

void tst_HelpView::documentIsKept()
{
    ShellFixture fixture;
    QSettings settings;
    settings.setValue(QStringLiteral("document"), QStringLiteral("rooms.md"));
    HelpView view(fixture.console);
    view.restoreState(settings);
    QCOMPARE(view.document(), QStringLiteral("rooms.md"));
    settings.setValue(QStringLiteral("document"), QStringLiteral("gone.md"));
    view.restoreState(settings);
    QCOMPARE(view.document(), QStringLiteral("rooms.md"));
}

QTEST_MAIN(tst_HelpView)

#include "tst_helpview.moc"
