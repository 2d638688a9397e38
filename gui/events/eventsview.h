// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"
#include "gui/view.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;
QT_END_NAMESPACE

namespace Signalbox {

class Banner;
class EmptyState;
class EventDetails;
class EventTable;
class EventsModel;
class FilterBar;

/// The events as they pass: a live tail with pause, filter, marks, and the selected one in full; of
/// all connections, or, while the console follows one, what that one gets.
class EventsView final : public View
{
    Q_OBJECT

public:
    explicit EventsView(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Events"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("events"); }
    [[nodiscard]] HubMonitor::Topics topics() const override { return HubMonitor::Topic::Events; }
    /// From the first time that it was shown: one publishes elsewhere, and looks here then.
    [[nodiscard]] HubMonitor::Topics topicsWhileHidden() const override;

    void activate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    [[nodiscard]] bool canFind() const override { return true; }
    void find() override;
    [[nodiscard]] bool canExport() const override { return true; }
    void exportRows() override;
    [[nodiscard]] bool canPause() const override { return true; }
    [[nodiscard]] bool isPaused() const override;
    void setPaused(bool paused) override;
    [[nodiscard]] QList<QAction *> paletteActions() const override { return m_actions; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

    /// Writes the rows that are shown; CSV for `.csv`, else JSON Lines.
    void exportTo(const QString &path);
    /// To the next match, if the filter does not hide the others; else to the next mark. \a step: 1
    /// or -1.
    void goToNext(int step);
    void clear();

    [[nodiscard]] EventsModel *model() const { return m_model; }
    [[nodiscard]] EventTable *table() const { return m_table; }
    [[nodiscard]] EventDetails *details() const { return m_details; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }

private:
    struct Search
    {
        int row = -1;
        int step = 1;
        int left = 0; ///< rows to look at
    };

    void setUpActions();
    void setUpLayout();
    void handleFollowed();
    void handleFilter(const Filter &filter);
    void applyMatcher();
    void continueSearch();
    void handleSelection();
    void selectWanted();
    void toggleMarks();
    void copyRows();
    void showRowMenu(const QPoint &position);
    void addTerm(const QString &field, const QByteArray &value);
    void updatePause();
    void updateCounts();
    void updatePages();

    EventsModel *m_model;
    FilterBar *m_filterBar;
    EventTable *m_table;
    EventDetails *m_details;
    QSplitter *m_splitter;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QToolButton *m_onlyMatches;
    QToolButton *m_pause;
    QToolButton *m_clear;
    Banner *m_followBanner;
    Banner *m_pauseBanner;
    QTimer *m_countTimer;
    QList<QAction *> m_actions;
    Filter m_filter;
    Search m_search;
    QList<quint64> m_wanted; ///< numbers of what is to be selected when it is shown
    std::optional<quint64> m_wantedTop; ///< the same, to be uppermost
    bool m_wasShown = false;
};

} // namespace Signalbox
