// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"
#include "gui/view.h"

#include <QElapsedTimer>
#include <QSet>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTimer;
class QTreeView;
QT_END_NAMESPACE

namespace Signalbox {

class EmptyState;
class FilterBar;
class RoomPanel;
class RoomsModel;
struct RoomChanges;

/// Who listens to what: the rooms in a tree by kind, and the selected one in detail.
class SubscriptionsView final : public View
{
    Q_OBJECT

public:
    explicit SubscriptionsView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Subscriptions"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("subscriptions"); }
    [[nodiscard]] HubMonitor::Topics topics() const override { return HubMonitor::Topic::Rooms; }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    void refresh() override;
    [[nodiscard]] QList<QAction *> paletteActions() const override { return m_actions; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

    /// Selects the room, as soon as it is known; a filter that hides it is taken away.
    void showRoom(const QByteArray &room);

    [[nodiscard]] RoomsModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] RoomPanel *panel() const { return m_panel; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }

private:
    void handleRooms(const RoomChanges &changes);
    void handleFilter(const Filter &filter);
    void handleSelection();
    void expandAgain();
    void select(const QModelIndex &index);
    void updateCounts();
    void tick();

    RoomsModel *m_model;
    FilterBar *m_filterBar;
    QTreeView *m_tree;
    RoomPanel *m_panel;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    QTimer *m_rateTimer;
    QElapsedTimer m_rateClock;
    QList<QAction *> m_actions;
    QSet<QByteArray> m_collapsed; ///< kinds that somebody has closed
    QByteArray m_wanted; ///< to be shown when it comes
    bool m_isResetting = false;
};

} // namespace Signalbox
