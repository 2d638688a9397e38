// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class ClosedModel;
class ConnectionActions;
class ConnectionPane;
class ConnectionsModel;
class EmptyState;
class FilterBar;
class TableView;

/// Who is connected, and who was: a table of each, the details of the one that is selected, and
/// what can be done to it.
class ConnectionsView final : public View
{
    Q_OBJECT

public:
    explicit ConnectionsView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Connections"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("connections"); }
    [[nodiscard]] HubMonitor::Topics topics() const override;
    /// The connections all the time: what closes meanwhile would be missing among the closed ones.
    [[nodiscard]] HubMonitor::Topics topicsWhileHidden() const override
    {
        return HubMonitor::Topic::Connections;
    }

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

    /// Selects the connection \a sid, if it is there; clears a filter that hides it.
    void showConnection(const QByteArray &sid);

private:
    [[nodiscard]] QWidget *makeOpenPage();
    [[nodiscard]] QWidget *makeClosedPage();
    void handleChanges(const ConnectionChanges &changes);
    void handleSelection();
    void updateState();
    void selectWanted();
    [[nodiscard]] bool showsClosed() const;
    [[nodiscard]] TableView *currentTable() const;
    [[nodiscard]] FilterBar *currentFilter() const;

    ConnectionsModel *m_model;
    ClosedModel *m_closedModel;
    TableView *m_table;
    TableView *m_closedTable;
    FilterBar *m_filter;
    FilterBar *m_closedFilter;
    ConnectionActions *m_actions;
    ConnectionPane *m_pane;
    EmptyState *m_empty;
    QStackedWidget *m_openStack;
    QStackedWidget *m_closedStack;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    QTimer *m_selectionTimer;
    QList<QByteArray> m_wanted; ///< to be selected when they are there
};

} // namespace Signalbox
