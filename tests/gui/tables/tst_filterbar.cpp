// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsmodel.h"
#include "gui/tables/filterbar.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

class tst_FilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filtersAsOneTypes();
    void counts();
    void saysWhatIsWrong();
    void keepsTheFilterWhileTheTextIsWrong();
    void keys();
    void completesNames();
    void isRestored();

private:
    std::unique_ptr<ConnectionsModel> m_model;
    std::unique_ptr<FilterBar> m_bar;
};

void tst_FilterBar::init()
{
    QLocale::setDefault(QLocale::c());
    m_model = std::make_unique<ConnectionsModel>();
    ConnectionChanges changes;
    for (const char *user : {"anna", "bob", "carol"}) {
        ConnectionInfo info;
        info.sid = user;
        info.user = user;
        changes.opened << info;
    }
    m_model->apply(changes);
    m_bar = std::make_unique<FilterBar>();
    m_bar->setModel(m_model.get());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    m_bar->activateWindow();
    m_bar->edit()->setFocus();
}

void tst_FilterBar::cleanup()
{
    m_bar.reset();
    m_model.reset();
}

void tst_FilterBar::filtersAsOneTypes()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("user:anna"));
    QCOMPARE(m_model->rowCount(), 3); // not with every key
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(changed.count(), 1);
    m_bar->edit()->clear();
    QCOMPARE(m_model->rowCount(), 3);
}

void tst_FilterBar::counts()
{
    QCOMPARE(m_bar->countText(), QStringLiteral("3"));
    m_bar->setText(QStringLiteral("user:anna"));
    QCOMPARE(m_bar->countText(), QStringLiteral("1 of 3"));
    ConnectionChanges changes;
    changes.closed << ClosedConnection{m_model->find("bob")->info, {}, {}};
    m_model->apply(changes);
    QCOMPARE(m_bar->countText(), QStringLiteral("1 of 2"));
}

void tst_FilterBar::saysWhatIsWrong()
{
    QVERIFY(m_bar->errorText().isEmpty());
    m_bar->setText(QStringLiteral("anna usr:x"));
    QCOMPARE(m_bar->errorText(),
             QStringLiteral("At 6: There is no field “usr”. Did you mean “user”?"));
    m_bar->setText(QStringLiteral("anna user:x"));
    QVERIFY(m_bar->errorText().isEmpty());
}

void tst_FilterBar::keepsTheFilterWhileTheTextIsWrong()
{
    m_bar->setText(QStringLiteral("user:anna"));
    m_bar->setText(QStringLiteral("user:anna idle>"));
    QVERIFY(!m_bar->errorText().isEmpty());
    QCOMPARE(m_model->rowCount(), 1);
}

void tst_FilterBar::keys()
{
    QSignalSpy left(m_bar.get(), &FilterBar::leaveRequested);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("\"bob\""));
    QTest::keyClick(m_bar->edit(), Qt::Key_Return); // does not wait
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(left.count(), 1);
    QTest::keyClick(m_bar->edit(), Qt::Key_Down);
    QCOMPARE(left.count(), 2);
    QTest::keyClick(m_bar->edit(), Qt::Key_Escape);
    QVERIFY(m_bar->text().isEmpty());
    QCOMPARE(m_model->rowCount(), 3);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("\"bo"));
    QTest::keyClick(m_bar->edit(), Qt::Key_Return);
    QCOMPARE(left.count(), 2); // there is something to be put right first
}

void tst_FilterBar::completesNames()
{
    auto *completer = m_bar->findChild<QCompleter *>();
    QVERIFY(completer);
    QTest::keyClicks(m_bar->edit(), QStringLiteral("anna -us"));
    QTRY_VERIFY(completer->popup()->isVisible());
    QCOMPARE(completer->completionCount(), 1);
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(m_bar->text(), QStringLiteral("anna -user:"));
    QTest::keyClicks(m_bar->edit(), QStringLiteral("x"));
    QTRY_VERIFY(!completer->popup()->isVisible());
}

void tst_FilterBar::isRestored()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_bar->setText(QStringLiteral("user:anna"));
    m_bar->saveState(settings);
    m_bar->setText({});
    QCOMPARE(m_model->rowCount(), 3);
    m_bar->restoreState(settings);
    QCOMPARE(m_bar->text(), QStringLiteral("user:anna"));
    QCOMPARE(m_model->rowCount(), 1);
}

QTEST_MAIN(tst_FilterBar)
#include "tst_filterbar.moc"
