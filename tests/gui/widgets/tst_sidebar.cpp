// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sidebar.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_Sidebar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysMove();
    void badgeIsSaid();
    void isWideEnoughForItsTitles();
};

void tst_Sidebar::keysMove()
{
    Sidebar sidebar;
    sidebar.addPage(QStringLiteral("overview"), QStringLiteral("Overview"),
                    QStringLiteral("Ctrl+1"));
    sidebar.addPage(QStringLiteral("events"), QStringLiteral("Events"), {});
    sidebar.setCurrentRow(0);
    sidebar.show();
    QTest::keyClick(&sidebar, Qt::Key_Down);
    QCOMPARE(sidebar.currentRow(), 1);
    QVERIFY(sidebar.item(0)->toolTip().contains(QStringLiteral("Ctrl+1")));
}

void tst_Sidebar::badgeIsSaid()
{
    Sidebar sidebar;
    sidebar.addPage(QStringLiteral("overview"), QStringLiteral("Overview"), {});
    sidebar.show();
    const QImage before = sidebar.grab().toImage();
    sidebar.setBadge(0, 3);
    QCOMPARE(sidebar.badge(0), 3);
    QVERIFY(sidebar.grab().toImage() != before);
    QVERIFY(sidebar.item(0)->data(Qt::AccessibleTextRole).toString().contains(u'3'));
    sidebar.setBadge(0, 0);
    QCOMPARE(sidebar.item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Overview"));
    sidebar.setBadge(7, 1); // there is none
    QCOMPARE(sidebar.badge(7), 0);
}

void tst_Sidebar::isWideEnoughForItsTitles()
{
    Sidebar sidebar;
    const QString title = QStringLiteral("Abonnements und Räume");
    sidebar.addPage(QStringLiteral("events"), title, {});
    QVERIFY(sidebar.sizeHint().width() >= sidebar.fontMetrics().horizontalAdvance(title) + 40);
}

QTEST_MAIN(tst_Sidebar)

#include "tst_sidebar.moc"
