// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_SettingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAModel();
    void editIsARequest();
    void sameValueIsNoRequest();
    void onlyWhatCanBeChangedIsEditable();
    void errorIsShownWhereItWasMade();
    void filterLooksEverywhere();
    void refreshKeepsTheRows();

private:
    static QList<Setting> settings();
};

QList<Setting> tst_SettingsModel::settings()
{
    return {{"port", QStringLiteral("TCP port"), QStringLiteral("8001"), QStringLiteral("8001"),
             QStringLiteral("default"), true, false},
            {"queue-bytes", QStringLiteral("waiting for one client"), QStringLiteral("1M"),
             QStringLiteral("1M"), QStringLiteral("default"), false, true}};
}

void tst_SettingsModel::isAModel()
{
    SettingsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSettings(settings());
    model.setError("port", QStringLiteral("no"));
    model.setSettings({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_SettingsModel::editIsARequest()
{
    SettingsModel model;
    model.setSettings(settings());
    QSignalSpy requests(&model, &SettingsModel::changeRequested);
    const QModelIndex value = model.index(1, SettingsModel::Value);
    QVERIFY(model.setData(value, QStringLiteral(" 2M "), Qt::EditRole));
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.first().at(0).toByteArray(), QByteArray("queue-bytes"));
    QCOMPARE(requests.first().at(1).toString(), QStringLiteral("2M"));
    QCOMPARE(value.data().toString(), QStringLiteral("1M")); // until the server says otherwise
}

void tst_SettingsModel::sameValueIsNoRequest()
{
    SettingsModel model;
    model.setSettings(settings());
    model.setError("queue-bytes", QStringLiteral("no"));
    QSignalSpy requests(&model, &SettingsModel::changeRequested);
    model.setData(model.index(1, SettingsModel::Value), QStringLiteral("1M"), Qt::EditRole);
    QCOMPARE(requests.size(), 0);
    QVERIFY(!model.index(1, SettingsModel::Value)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .endsWith(QStringLiteral("no")));
}

void tst_SettingsModel::onlyWhatCanBeChangedIsEditable()
{
    SettingsModel model;
    model.setSettings(settings());
    const QModelIndex port = model.index(0, SettingsModel::Value);
    const QModelIndex queue = model.index(1, SettingsModel::Value);
    QVERIFY(!port.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(port.data(Qt::ToolTipRole).toString().contains(QStringLiteral("start")));
    QVERIFY(queue.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.index(1, SettingsModel::Name).flags().testFlag(Qt::ItemIsEditable));
    model.setReadOnly(true);
    QVERIFY(!queue.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(queue, QStringLiteral("2M"), Qt::EditRole));
    QVERIFY(queue.data(Qt::ToolTipRole).toString().contains(QStringLiteral("read-only")));
}

void tst_SettingsModel::errorIsShownWhereItWasMade()
{
    SettingsModel model;
    model.setSettings(settings());
    const QModelIndex value = model.index(1, SettingsModel::Value);
    model.setError("queue-bytes", QStringLiteral("too small"));
    QVERIFY(value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("too small")));
    QCOMPARE(value.data(Qt::AccessibleDescriptionRole).toString(), QStringLiteral("too small"));
    model.setError("queue-bytes", {});
    QVERIFY(!value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("too small")));
}

void tst_SettingsModel::filterLooksEverywhere()
{
    SettingsModel model;
    model.setSettings(settings());
    QVERIFY(model.fits(0, {}));
    QVERIFY(model.fits(0, QStringLiteral("TCP 8001")));
    QVERIFY(!model.fits(1, QStringLiteral("TCP 8001")));
}

void tst_SettingsModel::refreshKeepsTheRows()
{
    SettingsModel model;
    model.setSettings(settings());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QList<Setting> changed = settings();
    changed[1].value = QStringLiteral("2M");
    model.setSettings(changed);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.index(1, SettingsModel::Value).data().toString(), QStringLiteral("2M"));
    changed.removeLast();
    model.setSettings(changed);
    QCOMPARE(resets.size(), 1);
}

QTEST_MAIN(tst_SettingsModel)

#include "tst_settingsmodel.moc"
