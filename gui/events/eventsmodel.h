// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/events/eventring.h"

#include <QAbstractTableModel>

#include <deque>
#include <functional>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

/// The events that passed, oldest first: the last ones, as many as the limits allow. Where some are
/// missing, a row says how many.
///
/// While it is paused, what comes is kept aside within the same limits, and shown afterwards.
///
/// A filter looks through what is there in slices, from the newest event back, so that not even
/// 10,000 large events hold the window up; what comes meanwhile is filtered as it comes.
class EventsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        IdColumn,
        TypeColumn,
        RoomsColumn,
        UserColumn,
        RecipientsColumn,
        SizeColumn,
        PreviewColumn,
        ColumnCount
    };
    using Matcher = std::function<bool(const ObservedEvent &)>;

    explicit EventsModel(const EventRing::Limits &limits = {}, QObject *parent = nullptr);

    void append(const ObservedEvents &events);
    void clear();
    /// Copies all that is in \a other, marks, pause and what waits included.
    void takeOver(const EventsModel &other);

    /// Which events are shown; none: all. Gaps are always shown.
    void setMatcher(Matcher matcher);
    [[nodiscard]] bool isFiltering() const { return m_unscanned > m_ring.begin(); }

    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// Events that came while it is paused, those included that were skipped.
    [[nodiscard]] qint64 passedMeanwhile() const { return m_passed; }
    /// Those of them that will not be shown: skipped by the server, or too many to keep.
    [[nodiscard]] qint64 lostMeanwhile() const { return m_lost; }
    /// How full it is that which waits while it is paused, else that which is there: 0 to 1.
    [[nodiscard]] double fill() const;

    void setShowsUtc(bool utc);

    /// Rows that are kept, shown or not.
    [[nodiscard]] qsizetype size() const { return m_ring.size(); }
    /// Null for a gap.
    [[nodiscard]] const ObservedEvent *eventAt(int row) const;
    /// Of the event or gap, as long as it is kept; see rowsOfNumbers().
    [[nodiscard]] quint64 numberOf(int row) const { return m_shown[static_cast<size_t>(row)]; }
    /// Where those of \a numbers are that are shown, in order.
    [[nodiscard]] QList<int> rowsOfNumbers(const QList<quint64> &numbers) const;
    [[nodiscard]] bool isMarked(int row) const;
    void setMarked(int row, bool marked);
    [[nodiscard]] int markedCount() const { return m_marked; }
    /// The next row from \a row (exclusive) in the direction \a step, 1 or -1, around the end, that
    /// is marked; negative if there is none.
    [[nodiscard]] int nextMarked(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    /// More events passed while it is paused.
    void passedMeanwhileChanged();
    /// isFiltering() became false.
    void filtered();

private:
    void show(QList<EventRow> rows);
    void trim();
    void hold(QList<EventRow> rows);
    void scanSlice();
    [[nodiscard]] bool matches(const EventRow &row) const;
    [[nodiscard]] QString text(const EventRow &row, int column) const;
    [[nodiscard]] QString gapText(const EventRow &row, int column) const;
    [[nodiscard]] QVariant decoration(const EventRow &row, int column) const;
    [[nodiscard]] QString toolTip(const EventRow &row, int column) const;

    EventRing m_ring;
    EventRing m_waiting;
    std::deque<quint64> m_shown; ///< numbers of rows in m_ring, ascending
    quint64 m_unscanned = 0; ///< rows before this one have not met the matcher
    Matcher m_matcher;
    QTimer *m_scanTimer;
    bool m_isPaused = false;
    bool m_showsUtc = false;
    qint64 m_passed = 0;
    qint64 m_lost = 0;
    int m_marked = 0;
};

} // namespace Signalbox
