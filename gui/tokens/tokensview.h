// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"
#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class FilterBar;
class TableView;
class TokenActions;
class TokensModel;

/// The tokens that the server has issued, and those that were revoked: to issue, look at, and take
/// back. Asked for anew every few seconds while it is shown.
class TokensView final : public View
{
    Q_OBJECT

public:
    explicit TokensView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Tokens"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("tokens"); }

    void activate() override;
    void deactivate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    void refresh() override;
    [[nodiscard]] bool canExport() const override { return true; }
    void exportRows() override;
    [[nodiscard]] QList<QAction *> paletteActions() const override;

    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

private:
    [[nodiscard]] QWidget *makeEmpty() const;
    void request();
    void handleTokens(const Result<QList<TokenRecord>> &tokens);
    void handleSelection();
    void updateState();

    TokensModel *m_model;
    TableView *m_table;
    FilterBar *m_filter;
    TokenActions *m_actions;
    QLabel *m_problem;
    QStackedWidget *m_stack;
    QTimer *m_timer;
    bool m_isAsking = false;
};

} // namespace Signalbox
