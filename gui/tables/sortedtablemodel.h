// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"
#include "gui/slice.h"
#include "gui/tables/rowsource.h"
#include "gui/tables/tablecolumn.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace Signalbox {

class TableSorter;

/// The base of tables that may have 100,000 rows: sorted by any number of columns and filtered, by
/// an index of its own.
///
/// Sorting and filtering work in slices of SliceMs: the table is shown as it was until the new
/// order is ready, and then changes at once; selection and persistent indexes stay with their
/// rows. A small table is ready at once. Rows that come and go meanwhile are shown at their place.
///
/// Values that change are told in one go, and the order is made anew a while after, so that rows do
/// not jump all the time: see flushChanges().
///
/// The rows are the derived class's (see RecordTable). It says addSlot(), removeSlot() and
/// touchSlot(), and commit() at the end of each batch.
class SortedTableModel : public QAbstractTableModel, protected RowSource
{
    Q_OBJECT

public:
    static constexpr int ChangeDelayMs = 200;
    static constexpr int ResortDelayMs = 1000;

    enum Role {
        ValueRole = Qt::UserRole, ///< raw: a number, a string or a list of strings
    };

    explicit SortedTableModel(QList<TableColumn> columns, QObject *parent = nullptr);
    ~SortedTableModel() override;

    [[nodiscard]] const QList<TableColumn> &columns() const { return m_columns; }
    [[nodiscard]] int columnOf(QByteArrayView key) const; ///< negative if there is none
    [[nodiscard]] const FilterSchema &schema() const { return m_schema; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// How many rows there are, those that the filter hides included.
    [[nodiscard]] qsizetype totalCount() const { return m_totalCount; }
    [[nodiscard]] const SortKeys &sortKeys() const { return m_keys; }
    void setSortKeys(const SortKeys &keys);
    void setFilter(const Filter &filter);
    /// A new order or filter is being worked on.
    [[nodiscard]] bool isBusy() const { return m_sorter != nullptr; }
    /// For tests: 0 takes the smallest slices.
    void setSliceTime(int ms) { m_sliceMs = ms; }

    /// While it is not live, nothing is told of changed values, nor are rows ordered anew by them.
    void setLive(bool live);
    void setShowsUtc(bool utc);

    /// A row's value, as filters and exports see it. Valid until the row changes.
    [[nodiscard]] FieldValue valueAt(int row, int column) const;

    /// A row that is meant whether or not it is shown, and that may be gone when it is needed.
    struct RowHandle
    {
        RowSlot slot = 0;
        quint64 serial = 0;
    };
    [[nodiscard]] std::vector<RowHandle> visibleRows() const;
    [[nodiscard]] bool isAlive(RowHandle row) const;
    [[nodiscard]] FieldValue valueOf(RowHandle row, int column) const;

    /// Tells what is pending now: values that changed, and the order that follows from them. Tests
    /// and F5 do not wait for the timers.
    void flushChanges();

Q_SIGNALS:
    void sortKeysChanged();
    void busyChanged(bool busy);
    /// rowCount() or totalCount() may be others.
    void countsChanged();
    /// Values of rows have changed, wherever they are shown. At most each ChangeDelayMs.
    void valuesChanged();

protected:
    static constexpr int NoRow = -1;

    /// A place for a new row, to be filled before commit().
    [[nodiscard]] RowSlot addSlot();
    /// The row stays in its place until commit() has told so; then releaseSlot() is called.
    void removeSlot(RowSlot slot);
    void touchSlot(RowSlot slot);
    void commit();

    [[nodiscard]] RowSlot slotAt(int row) const { return m_order[size_t(row)]; }
    /// Where the row is shown; NoRow if it is not.
    [[nodiscard]] int rowOf(RowSlot slot) const;
    /// When the table was last brought up to time, in milliseconds since 1970.
    [[nodiscard]] qint64 now() const { return m_now; }
    void setAllowsOtherNames(bool allowed) { m_schema.allowsOtherNames = allowed; }

    virtual void releaseSlot(RowSlot slot) = 0;
    /// What data() says of it beyond the texts: icons, colours, other roles.
    [[nodiscard]] virtual QVariant decoration(RowSlot slot, int column, int role) const;
    [[nodiscard]] quint64 serial(RowSlot slot) const final { return m_slots[slot].serial; }

private:
    struct SlotState
    {
        quint64 serial = 0; ///< 0: not in use
        bool isDirty = false;
        bool isNew = false; ///< not committed yet
        bool isRemoved = false; ///< not committed yet
    };

    [[nodiscard]] bool isLess(RowSlot left, RowSlot right) const;
    [[nodiscard]] bool isOrderVolatile() const;
    void startSorting();
    void sortSlice();
    void finishSorting();
    [[nodiscard]] std::vector<RowSlot> merged(std::vector<RowSlot> sorted,
                                              std::vector<RowSlot> added) const;
    void show(std::vector<RowSlot> next);
    void showByRanges(const std::vector<RowSlot> &next, const std::vector<bool> &isKept);
    void showByLayout(const std::vector<RowSlot> &next, const std::vector<bool> &isKept);
    void permute(std::vector<RowSlot> next);
    void handleTick();
    void tellChanges();
    void resortIfStale();

    const QList<TableColumn> m_columns;
    FilterSchema m_schema;
    QList<int> m_agingColumns;
    SortKeys m_keys; ///< wanted
    Filter m_filter; ///< wanted
    SortKeys m_shownKeys;
    Filter m_shownFilter;

    std::vector<SlotState> m_slots;
    std::vector<RowSlot> m_free;
    std::vector<RowSlot> m_freeLater; ///< when nothing is being sorted
    std::vector<RowSlot> m_added; ///< not committed yet
    std::vector<RowSlot> m_removed; ///< not committed yet
    std::vector<RowSlot> m_dirty;
    std::vector<RowSlot> m_order; ///< what is shown, by row
    mutable std::vector<int> m_rows; ///< by slot; see m_hasRows
    mutable bool m_hasRows = false;
    quint64 m_lastSerial = 0;
    qsizetype m_totalCount = 0;

    int m_sliceMs = SliceMs;
    std::unique_ptr<TableSorter> m_sorter;
    std::vector<RowHandle> m_addedSince; ///< since the sorter was started
    bool m_isStale = false; ///< values have changed by which rows are ordered or filtered
    bool m_isLive = true;
    bool m_showsUtc = false;
    qint64 m_now = 0;
    QTimer m_sliceTimer;
    QTimer m_changeTimer;
    QTimer m_resortTimer;
    QTimer m_tickTimer;
};

} // namespace Signalbox
