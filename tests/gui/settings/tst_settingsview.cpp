// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsview.h"

#include "gui/dialogs/confirmdialog.h"
#include "gui/settings/settingsmodel.h"
#include "tests/gui/support/shellfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Signalbox;

class tst_SettingsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void themeTakesEffectAtOnce();
    void languageIsLoaded();
    void checkBoxesAreTheConsoles();
    void forcedReadOnlyCannotBeLifted();
    void optionIsEditedInPlace();
    void refusalIsShown();
    void findFiltersTheOptions();
};

namespace {

template <typename T>
T *child(const QWidget &view, const char *name)
{
    return view.findChild<T *>(QLatin1String(name));
}

/// As a person does: activated() does not come of setCurrentIndex().
void choose(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

QList<Setting> options()
{
    return {{"port", QStringLiteral("TCP port"), QStringLiteral("8001"), QStringLiteral("8001"),
             QStringLiteral("default"), true, false},
            {"queue-bytes", QStringLiteral("waiting for one client"), QStringLiteral("1M"),
             QStringLiteral("1M"), QStringLiteral("default"), false, true}};
}

} // namespace

void tst_SettingsView::themeTakesEffectAtOnce()
{
    ShellFixture fixture;
    const SettingsView view(fixture.shell());
    auto *theme = child<QComboBox>(view, "theme");
    choose(theme, theme->findData(int(Theme::Choice::Dark)));
    QVERIFY(Theme::isDark());
    QCOMPARE(fixture.settings.theme(), Theme::Choice::Dark);
    fixture.theme.setChoice(Theme::Choice::Light); // by the menu
    QCOMPARE(theme->currentData().toInt(), int(Theme::Choice::Light));
}

void tst_SettingsView::languageIsLoaded()
{
    ShellFixture fixture;
    const SettingsView view(fixture.shell());
    auto *language = child<QComboBox>(view, "language");
    QVERIFY(language->count() >= 2); // the system's, English
    choose(language, language->findData(QStringLiteral("en")));
    QCOMPARE(fixture.loaded.size(), 1);
    QCOMPARE(fixture.loaded.first().language(), QLocale::English);
    QCOMPARE(fixture.settings.language(), QStringLiteral("en"));
}

void tst_SettingsView::checkBoxesAreTheConsoles()
{
    ShellFixture fixture;
    const SettingsView view(fixture.shell());
    auto *utc = child<QCheckBox>(view, "utc");
    utc->click();
    QVERIFY(fixture.console.showsUtc());
    fixture.console.setShowsUtc(false);
    QVERIFY(!utc->isChecked());
    child<QCheckBox>(view, "readOnly")->click();
    QVERIFY(fixture.console.isReadOnly());
}

void tst_SettingsView::forcedReadOnlyCannotBeLifted()
{
    ShellFixture fixture;
    fixture.isReadOnlyForced = true;
    fixture.console.setReadOnly(true);
    const SettingsView view(fixture.shell());
    QVERIFY(!child<QCheckBox>(view, "readOnly")->isEnabled());
    QVERIFY(child<QCheckBox>(view, "readOnly")->isChecked());
}

void tst_SettingsView::optionIsEditedInPlace()
{
    ShellFixture fixture;
    fixture.hubOperator.settings.answer = options();
    SettingsView view(fixture.shell());
    view.activate();
    auto *table = view.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    view.find();
    view.show();
    const QModelIndex value = table->model()->index(1, SettingsModel::Value);
    table->setCurrentIndex(value);
    table->edit(value);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("2M"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(fixture.hubOperator.settingChanges.calls.size(), size_t(1));
    const auto [name, text] = fixture.hubOperator.settingChanges.calls.front();
    QCOMPARE(name, QByteArray("queue-bytes"));
    QCOMPARE(text, QStringLiteral("2M"));
    QTRY_COMPARE(fixture.hubOperator.settings.calls.size(), size_t(2)); // asked again
}

void tst_SettingsView::refusalIsShown()
{
    ShellFixture fixture;
    fixture.hubOperator.settings.answer = options();
    fixture.hubOperator.settingChanges.answer =
        fail(ErrorCode::BadRequest, QStringLiteral("at least 4096 bytes"));
    SettingsView view(fixture.shell());
    view.activate();
    auto *table = view.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QSignalSpy toasts(&fixture.console, &Console::toastRequested);
    const QModelIndex value = table->model()->index(1, SettingsModel::Value);
    table->model()->setData(value, QStringLiteral("1"));
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(value.data(Qt::ToolTipRole).toString().contains(QStringLiteral("at least 4096")));
    QCOMPARE(value.data().toString(), QStringLiteral("1M"));
}

void tst_SettingsView::findFiltersTheOptions()
{
    ShellFixture fixture;
    fixture.hubOperator.settings.answer = options();
    SettingsView view(fixture.shell());
    view.activate();
    auto *table = view.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    view.show();
    view.find();
    auto *filter = view.findChild<QLineEdit *>(QString(), Qt::FindChildrenRecursively);
    QTest::keyClicks(filter, QStringLiteral("queue"));
    QVERIFY(table->isRowHidden(0));
    QVERIFY(!table->isRowHidden(1));
}

QTEST_MAIN(tst_SettingsView)

#include "tst_settingsview.moc"
