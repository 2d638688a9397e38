// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/roomsmodel.h"

#include "common/hub/room.h"
#include "gui/subscriptions/roomsmodel_p.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto ChangeDelay = 250ms;
constexpr auto OrderDelay = 2s;
/// So many rooms that come or go at once are told one by one; more, as a new layout.
constexpr size_t FewRooms = 32;
/// Below it, a rate counts as nothing: it would fade for ever.
constexpr double LeastRate = 0.05;

} // namespace

RoomsModel::RoomsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_pendingTimer(new QTimer(this))
    , m_changeTimer(new QTimer(this))
    , m_orderTimer(new QTimer(this))
{
    m_pendingTimer->setInterval(0);
    connect(m_pendingTimer, &QTimer::timeout, this, &RoomsModel::applySlice);
    m_changeTimer->setSingleShot(true);
    m_changeTimer->setInterval(ChangeDelay);
    connect(m_changeTimer, &QTimer::timeout, this, &RoomsModel::tellChanges);
    m_orderTimer->setSingleShot(true);
    m_orderTimer->setInterval(OrderDelay);
    connect(m_orderTimer, &QTimer::timeout, this, &RoomsModel::orderAnew);
}

RoomsModel::~RoomsModel() = default;

bool RoomsModel::hasLesserName(const Room *a, const Room *b)
{
    return a->info.name < b->info.name;
}

void RoomsModel::clear()
{
    m_active.clear();
    m_shownKinds.clear();
    m_kinds.clear();
    m_rooms.clear();
}

void RoomsModel::apply(const RoomChanges &changes)
{
    if (changes.isReset)
        m_pending.clear();
    const auto isSmall = [](const RoomChanges &one) {
        return one.changed.size() <= SliceSize && one.gone.size() <= SliceSize;
    };
    if (m_pending.empty() && isSmall(changes)) {
        applyNow(changes);
        return;
    }
    RoomChanges rest = changes;
    while (!isSmall(rest)) {
        // In each, what is gone is so before what has changed.
        RoomChanges slice{.isReset = std::exchange(rest.isReset, false), .changed = {}, .gone = {}};
        QList<QByteArray> &gone = rest.gone;
        slice.gone = gone.first(std::min(SliceSize, gone.size()));
        gone.remove(0, slice.gone.size());
        if (gone.isEmpty()) {
            slice.changed = rest.changed.first(std::min(SliceSize, rest.changed.size()));
            rest.changed.remove(0, slice.changed.size());
        }
        m_pending.push_back(std::move(slice));
    }
    m_pending.push_back(std::move(rest));
    if (!m_pendingTimer->isActive()) {
        m_pendingTimer->start();
        applySlice();
    }
}

void RoomsModel::applySlice()
{
    if (!m_pending.empty()) {
        const RoomChanges changes = std::move(m_pending.front());
        m_pending.pop_front();
        applyNow(changes);
    }
    if (m_pending.empty())
        m_pendingTimer->stop();
}

void RoomsModel::applyNow(const RoomChanges &changes)
{
    if (changes.isReset) {
        beginResetModel();
        clear();
        std::unordered_map<Kind *, Rooms> added;
        for (const RoomInfo &info : changes.changed) {
            if (Room *room = add(info))
                added[room->kind].push_back(room);
        }
        for (auto &[kind, rooms] : added) {
            kind->byName = std::move(rooms);
            std::sort(kind->byName.begin(), kind->byName.end(), hasLesserName);
            kind->shown = ordered(*kind);
        }
        for (const auto &kind : m_kinds) {
            if (!kind->shown.empty())
                m_shownKinds.push_back(kind.get());
        }
        endResetModel();
        Q_EMIT countsChanged();
        return;
    }

    std::unordered_map<Kind *, Rooms> removed;
    for (const QByteArray &name : changes.gone) {
        if (const auto room = m_rooms.find(name); room != m_rooms.end()) {
            if (!std::exchange(room->second->isGone, true))
                removed[room->second->kind].push_back(room->second.get());
        }
    }
    for (const auto &[kind, rooms] : removed)
        removeRooms(*kind, rooms);

    std::unordered_map<Kind *, Rooms> added;
    for (const RoomInfo &info : changes.changed) {
        if (Room *room = add(info))
            added[room->kind].push_back(room);
    }
    for (auto &[kind, rooms] : added)
        insertRooms(*kind, std::move(rooms));
    if (!removed.empty() || !added.empty())
        Q_EMIT countsChanged();
}

/// The new room, in no list yet; null if it was known, and has its new values now.
RoomsModel::Room *RoomsModel::add(const RoomInfo &info)
{
    std::unique_ptr<Room> &place = m_rooms[info.name];
    if (place) {
        update(*place, info);
        return nullptr;
    }
    const QByteArray kindName = roomKind(info.name).toByteArray();
    auto kind = std::lower_bound(
        m_kinds.begin(), m_kinds.end(), kindName,
        [](const std::unique_ptr<Kind> &one, const QByteArray &name) { return one->name < name; });
    const bool isAlone = !info.name.contains(':');
    // `bot` and `bot:7` are of different kinds: the one is a room by itself.
    while (kind != m_kinds.end() && (*kind)->name == kindName && (*kind)->isRoom != isAlone)
        ++kind;
    if (kind == m_kinds.end() || (*kind)->name != kindName) {
        kind = m_kinds.insert(kind, std::make_unique<Kind>());
        (*kind)->name = kindName;
        (*kind)->isRoom = isAlone;
    }
    place = std::make_unique<Room>();
    place->info = info;
    place->kind = kind->get();
    place->eventsBefore = info.events;
    return place.get();
}

void RoomsModel::update(Room &room, const RoomInfo &info)
{
    if (info.events != room.info.events)
        m_active.insert(&room);
    room.info = info;
    touch(*room.kind);
}

void RoomsModel::insertRooms(Kind &kind, Rooms added)
{
    std::sort(added.begin(), added.end(), hasLesserName);
    const auto middle = static_cast<std::ptrdiff_t>(kind.byName.size());
    kind.byName.insert(kind.byName.end(), added.begin(), added.end());
    std::inplace_merge(kind.byName.begin(), kind.byName.begin() + middle, kind.byName.end(),
                       hasLesserName);
    if (added.size() > FewRooms) {
        setShown(kind, ordered(kind));
    } else {
        for (Room *room : added) {
            if (matches(*room))
                insertShown(kind, room);
        }
    }
    touch(kind);
}

void RoomsModel::removeRooms(Kind &kind, const Rooms &removed)
{
    const auto isGone = [](const Room *room) { return room->isGone; };
    kind.byName.erase(std::remove_if(kind.byName.begin(), kind.byName.end(), isGone),
                      kind.byName.end());
    if (removed.size() > FewRooms) {
        Rooms left = kind.shown;
        left.erase(std::remove_if(left.begin(), left.end(), isGone), left.end());
        setShown(kind, std::move(left));
    } else {
        for (Room *room : removed)
            removeShown(kind, room);
    }
    for (Room *room : removed) {
        m_active.erase(room);
        const QByteArray name = room->info.name;
        m_rooms.erase(name);
    }
    if (kind.byName.empty())
        std::erase_if(m_kinds, [&kind](const auto &one) { return one.get() == &kind; });
    else
        touch(kind);
}

void RoomsModel::insertShown(Kind &kind, Room *room)
{
    const auto place =
        std::lower_bound(kind.shown.begin(), kind.shown.end(), room,
                         [this](const Room *a, const Room *b) { return isBefore(a, b); });
    const auto row = static_cast<int>(place - kind.shown.begin());
    const auto size = static_cast<int>(kind.shown.size());
    const bool isSeen = !kind.isRoom && size > 0
        && (row < kind.fetched || (kind.fetched == size && size < PageSize));
    if (isSeen)
        beginInsertRows(indexOfKind(kind), row, row);
    kind.shown.insert(place, room);
    if (isSeen) {
        ++kind.fetched;
        endInsertRows();
    }
    if (size == 0)
        showKind(kind);
}

void RoomsModel::removeShown(Kind &kind, Room *room)
{
    const auto place = std::find(kind.shown.begin(), kind.shown.end(), room);
    if (place == kind.shown.end())
        return;
    if (kind.shown.size() == 1) {
        hideKind(kind);
        kind.shown.clear();
        kind.fetched = 0;
        return;
    }
    const auto row = static_cast<int>(place - kind.shown.begin());
    const bool isSeen = row < kind.fetched;
    if (isSeen)
        beginRemoveRows(indexOfKind(kind), row, row);
    kind.shown.erase(place);
    if (isSeen) {
        --kind.fetched;
        endRemoveRows();
    }
}

/// Makes \a next what is shown of a kind, in that order.
void RoomsModel::setShown(Kind &kind, Rooms next)
{
    if (next == kind.shown)
        return;
    const bool wasShown = !kind.shown.empty();
    if (!wasShown || next.empty() || kind.isRoom) {
        if (next.empty() && wasShown)
            hideKind(kind);
        kind.shown = std::move(next);
        kind.sums.reset();
        kind.fetched = 0;
        if (!wasShown && !kind.shown.empty())
            showKind(kind);
        return;
    }
    const QModelIndex parentIndex = indexOfKind(kind);
    Q_EMIT layoutAboutToBeChanged({QPersistentModelIndex(parentIndex)});
    QModelIndexList from;
    Rooms rooms;
    for (const QModelIndex &index : persistentIndexList()) {
        if (index.internalPointer() == &kind) {
            from.append(index);
            rooms.push_back(kind.shown[static_cast<size_t>(index.row())]);
        }
    }
    const int fetched = kind.fetched;
    kind.shown = std::move(next);
    kind.sums.reset();
    const auto size = static_cast<int>(kind.shown.size());
    // A view that has got some of them expects as many as before.
    kind.fetched = std::min(size, fetched > 0 ? std::max(fetched, PageSize) : 0);
    QModelIndexList to;
    std::unordered_map<const Room *, int> rows;
    if (!rooms.empty()) {
        for (int row = 0; row < kind.fetched; ++row)
            rows.emplace(kind.shown[static_cast<size_t>(row)], row);
    }
    for (qsizetype i = 0; i < from.size(); ++i) {
        const auto row = rows.find(rooms[static_cast<size_t>(i)]);
        to.append(row == rows.end() ? QModelIndex()
                                    : createIndex(row->second, from.at(i).column(), &kind));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({QPersistentModelIndex(parentIndex)});
}

void RoomsModel::showKind(Kind &kind)
{
    const auto place =
        std::lower_bound(m_shownKinds.begin(), m_shownKinds.end(), &kind,
                         [](const Kind *a, const Kind *b) { return a->name < b->name; });
    const auto row = static_cast<int>(place - m_shownKinds.begin());
    beginInsertRows({}, row, row);
    m_shownKinds.insert(place, &kind);
    endInsertRows();
}

void RoomsModel::hideKind(Kind &kind)
{
    const auto place = std::find(m_shownKinds.begin(), m_shownKinds.end(), &kind);
    if (place == m_shownKinds.end())
        return;
    const auto row = static_cast<int>(place - m_shownKinds.begin());
    beginRemoveRows({}, row, row);
    m_shownKinds.erase(place);
    endRemoveRows();
}

bool RoomsModel::matches(const Room &room) const
{
    return m_filter.isEmpty()
        || m_filter.matches(Fields(room), QDateTime::currentMSecsSinceEpoch());
}

double RoomsModel::key(const Room &room) const
{
    switch (m_sortColumn) {
    case MembersColumn:
        return double(room.info.members);
    case RateColumn:
        return room.rate;
    case RetainedColumn:
        return double(room.info.retained);
    case LastEventColumn:
        return room.info.lastEventAt.isValid() ? double(room.info.lastEventAt.toMSecsSinceEpoch())
                                               : 0;
    default:
        return 0;
    }
}

bool RoomsModel::isBefore(const Room *a, const Room *b) const
{
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == NameColumn)
        return isDescending ? hasLesserName(b, a) : hasLesserName(a, b);
    const double left = key(*a);
    const double right = key(*b);
    if (left != right)
        return isDescending ? left > right : left < right;
    return hasLesserName(a, b);
}

/// Of all rooms of a kind, those that are to be shown, in their order.
RoomsModel::Rooms RoomsModel::ordered(const Kind &kind) const
{
    Rooms rooms;
    if (m_filter.isEmpty()) {
        rooms = kind.byName;
    } else {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (Room *room : kind.byName) {
            if (m_filter.matches(Fields(*room), now))
                rooms.push_back(room);
        }
    }
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == NameColumn) {
        if (isDescending)
            std::reverse(rooms.begin(), rooms.end());
        return rooms;
    }
    // Those that are alike stay in the order of their names.
    std::vector<std::pair<double, Room *>> keyed;
    keyed.reserve(rooms.size());
    for (Room *room : rooms)
        keyed.emplace_back(key(*room), room);
    std::stable_sort(keyed.begin(), keyed.end(), [isDescending](const auto &a, const auto &b) {
        return isDescending ? a.first > b.first : a.first < b.first;
    });
    std::transform(keyed.cbegin(), keyed.cend(), rooms.begin(),
                   [](const auto &pair) { return pair.second; });
    return rooms;
}

void RoomsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < ColumnCount ? column : int(NameColumn);
    m_sortOrder = order;
    orderAnew();
}

void RoomsModel::orderAnew()
{
    m_orderTimer->stop();
    const qsizetype before = shownCount();
    // By index: a kind whose last room is hidden by the filter leaves m_shownKinds, not m_kinds.
    for (size_t i = 0; i < m_kinds.size(); ++i)
        setShown(*m_kinds[i], ordered(*m_kinds[i]));
    if (shownCount() != before)
        Q_EMIT countsChanged();
}

void RoomsModel::setFilter(const Filter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_shownKinds.clear();
    for (const auto &kind : m_kinds) {
        kind->shown = ordered(*kind);
        kind->fetched = 0;
        kind->sums.reset();
        if (!kind->shown.empty())
            m_shownKinds.push_back(kind.get());
    }
    endResetModel();
    Q_EMIT countsChanged();
}

qsizetype RoomsModel::shownCount() const
{
    qsizetype count = 0;
    for (const Kind *kind : m_shownKinds)
        count += qsizetype(kind->shown.size());
    return count;
}

void RoomsModel::updateRates(double seconds)
{
    if (seconds <= 0)
        return;
    for (auto it = m_active.begin(); it != m_active.end();) {
        Room &room = **it;
        const double now = double(room.info.events - room.eventsBefore) / seconds;
        room.eventsBefore = room.info.events;
        // Half of it is new: events that come in bursts do not make it jump between extremes.
        double rate = (room.rate + now) / 2;
        if (now == 0 && rate < LeastRate)
            rate = 0;
        room.rate = rate;
        touch(*room.kind);
        it = rate == 0 ? m_active.erase(it) : std::next(it);
    }
}

void RoomsModel::touch(Kind &kind)
{
    kind.isDirty = true;
    kind.sums.reset();
    if (!m_changeTimer->isActive())
        m_changeTimer->start();
    if (!m_orderTimer->isActive() && (m_sortColumn != NameColumn || !m_filter.isEmpty()))
        m_orderTimer->start();
}

void RoomsModel::tellChanges()
{
    m_changeTimer->stop();
    for (Kind *kind : std::as_const(m_shownKinds)) {
        if (!std::exchange(kind->isDirty, false))
            continue;
        const QModelIndex first = indexOfKind(*kind);
        Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
        if (kind->fetched > 0) {
            Q_EMIT dataChanged(index(0, 0, first),
                               index(kind->fetched - 1, ColumnCount - 1, first));
        }
    }
}

void RoomsModel::flushChanges()
{
    tellChanges();
    orderAnew();
}

} // namespace Signalbox
