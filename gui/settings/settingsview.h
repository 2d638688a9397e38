// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell.h"
#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
class QLineEdit;
class QTableView;
class QTabWidget;
QT_END_NAMESPACE

namespace Signalbox {

class SettingsModel;

/// What can be chosen about the console, and the options that the server runs with.
class SettingsView final : public View
{
    Q_OBJECT

public:
    explicit SettingsView(const Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("settings"); }
    void activate() override { refresh(); }
    void refresh() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

Q_SIGNALS:
    void layoutResetRequested();

private:
    [[nodiscard]] QWidget *makeConsolePage();
    [[nodiscard]] QWidget *makeServerPage();
    void addAppearance(QFormLayout *form);
    void addBehaviour(QFormLayout *form);
    void change(const QByteArray &name, const QString &value);
    void filter();
    void tell(const QString &message);

    const Shell m_shell;
    SettingsModel *m_model;
    QTabWidget *m_tabs;
    QTableView *m_table;
    QLineEdit *m_filter;
    QLabel *m_message;
};

} // namespace Signalbox
