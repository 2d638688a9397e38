// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/roomchanges.h"
#include "gui/filter/filter.h"

#include <QAbstractItemModel>

#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

/// The rooms, in a tree by kind. A room without a kind, such as `global`, stands by itself.
///
/// Made for 100,000 rooms: a kind's rooms are kept in the order of their names, of which the order
/// that is shown follows without a comparison of names; a view gets them page by page as it scrolls
/// (fetchMore()). Changed values are told a few times a second, and the order that follows from
/// them is made anew every two seconds.
class RoomsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        MembersColumn,
        RateColumn,
        RetainedColumn,
        LastEventColumn,
        ColumnCount
    };

    explicit RoomsModel(QObject *parent = nullptr);
    ~RoomsModel() override;

    /// Many rooms at once are taken in slices; what is applied after them waits for its turn.
    void apply(const RoomChanges &changes);
    /// Computes the rates anew, \a seconds after the last time.
    void updateRates(double seconds);
    /// Tells now what is pending: changed values, and the order that follows from them.
    void flushChanges();

    /// What can be asked: `room kind members rate retained idle`.
    [[nodiscard]] static FilterSchema schema();
    void setFilter(const Filter &filter);
    void setShowsUtc(bool utc);

    [[nodiscard]] qsizetype roomCount() const { return qsizetype(m_rooms.size()); }
    [[nodiscard]] qsizetype shownCount() const;

    /// Null for a kind.
    [[nodiscard]] const RoomInfo *roomAt(const QModelIndex &index) const;
    /// A kind's name, of the kind's row or of one of its rooms.
    [[nodiscard]] QByteArray kindAt(const QModelIndex &index) const;
    /// Invalid if there is no such room, or the filter hides it. Fetches as far as it is needed.
    [[nodiscard]] QModelIndex indexOf(const QByteArray &room);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    static constexpr int PageSize = 2000;
    static constexpr qsizetype SliceSize = 4000;

Q_SIGNALS:
    /// roomCount() or shownCount() may be others.
    void countsChanged();

private:
    struct Kind;
    struct Room;
    class Fields;
    using Rooms = std::vector<Room *>;

    [[nodiscard]] static bool hasLesserName(const Room *a, const Room *b);
    void clear();
    void applySlice();
    void applyNow(const RoomChanges &changes);
    Room *add(const RoomInfo &info);
    void update(Room &room, const RoomInfo &info);
    void insertRooms(Kind &kind, Rooms added);
    void removeRooms(Kind &kind, const Rooms &removed);
    void insertShown(Kind &kind, Room *room);
    void removeShown(Kind &kind, Room *room);
    void setShown(Kind &kind, Rooms next);
    void showKind(Kind &kind);
    void hideKind(Kind &kind);
    [[nodiscard]] Rooms ordered(const Kind &kind) const;
    [[nodiscard]] bool matches(const Room &room) const;
    [[nodiscard]] bool isBefore(const Room *a, const Room *b) const;
    [[nodiscard]] double key(const Room &room) const;
    [[nodiscard]] Kind *kindOf(const QModelIndex &index) const;
    [[nodiscard]] Room *find(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfKind(const Kind &kind) const;
    [[nodiscard]] QString text(const RoomInfo &info, double rate, int column) const;
    [[nodiscard]] QString sumText(Kind &kind, int column) const;
    void touch(Kind &kind);
    void tellChanges();
    void orderAnew();

    std::unordered_map<QByteArray, std::unique_ptr<Room>> m_rooms;
    std::vector<std::unique_ptr<Kind>> m_kinds; ///< by name
    std::vector<Kind *> m_shownKinds;
    std::unordered_set<Room *> m_active; ///< whose rate may change
    Filter m_filter;
    int m_sortColumn = NameColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_showsUtc = false;
    std::deque<RoomChanges> m_pending; ///< to be applied, in slices
    QTimer *m_pendingTimer;
    QTimer *m_changeTimer;
    QTimer *m_orderTimer;
};

} // namespace Signalbox
