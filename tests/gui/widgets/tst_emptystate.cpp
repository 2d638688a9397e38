// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/emptystate.h"

#include "gui/overview/healthpanel.h"
#include "gui/overview/metrictile.h"
#include "gui/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

/// What has little behaviour of its own.
class tst_EmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstButtonIsProposed();
    void bannerTellsItsText();
    void tileFitsItsFigure();
    void healthSaysTheState();
    void healthSaysTheEmergency();
};

void tst_EmptyState::firstButtonIsProposed()
{
    EmptyState empty(QStringLiteral("events"), QStringLiteral("Nothing"), QStringLiteral("Yet"));
    const QPushButton *first = empty.addButton(QStringLiteral("Do"));
    const QPushButton *second = empty.addButton(QStringLiteral("Or"));
    QCOMPARE(first->property("kind").toString(), QStringLiteral("primary"));
    QVERIFY(!second->property("kind").isValid());
    empty.resize(600, 300);
    empty.show();
    QVERIFY(first->x() < second->x());
}

void tst_EmptyState::bannerTellsItsText()
{
    Banner banner(Console::Tone::Error, QStringLiteral("Undo"));
    QVERIFY(!banner.isVisible());
    banner.setText(QStringLiteral("<b>as it is</b>"));
    QCOMPARE(banner.text(), QStringLiteral("<b>as it is</b>"));
    QVERIFY(banner.accessibleDescription().contains(QStringLiteral("as it is")));
    QSignalSpy triggered(&banner, &Banner::triggered);
    banner.show();
    QTest::mouseClick(banner.button(), Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(Banner(Console::Tone::Warning).button(), nullptr);
}

void tst_EmptyState::tileFitsItsFigure()
{
    MetricTile tile(QStringLiteral("events"), QStringLiteral("Events in"));
    tile.resize(120, 100);
    tile.setValue(QStringLiteral("12,345,678.9 MB/s"));
    tile.show();
    QCOMPARE(tile.accessibleDescription(), tile.value());
    const QList<QLabel *> labels = tile.findChildren<QLabel *>();
    const auto figure = std::find_if(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->text() == tile.value();
    });
    QVERIFY(figure != labels.cend());
    QTRY_VERIFY((*figure)->fontMetrics().horizontalAdvance(tile.value()) <= tile.width());
}

void tst_EmptyState::healthSaysTheState()
{
    HealthPanel panel;
    HubStatus status;
    status.components = {{"events", ComponentHealth::State::Healthy, {}},
                         {"tokens", ComponentHealth::State::Failed, QStringLiteral("disk full")}};
    panel.setStatus(status);
    QVERIFY(panel.accessibleDescription().contains(QStringLiteral("failed")));
    bool isDetailed = false;
    const QList<QWidget *> rows = panel.findChildren<QWidget *>();
    for (const QWidget *row : rows)
        isDetailed = isDetailed || row->toolTip().contains(QStringLiteral("disk full"));
    QVERIFY(isDetailed);
}

void tst_EmptyState::healthSaysTheEmergency()
{
    HealthPanel panel;
    HubStatus status;
    panel.setStatus(status);
    QVERIFY(!panel.accessibleDescription().contains(QStringLiteral("Emergency")));
    status.components = {{"events", ComponentHealth::State::Healthy, {}}};
    panel.setStatus(status);
    QVERIFY(panel.accessibleDescription().contains(QStringLiteral("Publishing: normal")));
    status.isTripped = true;
    status.emergencyReason = QStringLiteral("a fire");
    panel.setStatus(status);
    QVERIFY(panel.accessibleDescription().contains(QStringLiteral("Publishing: stopped")));
    const QList<QWidget *> rows = panel.findChildren<QWidget *>();
    QVERIFY(std::any_of(rows.cbegin(), rows.cend(), [](const QWidget *row) {
        return row->toolTip().contains(QStringLiteral("a fire"));
    }));
}

QTEST_MAIN(tst_EmptyState)

#include "tst_emptystate.moc"
