// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/roomsmodel_p.h"

#include "gui/tables/cellformat.h"
#include "gui/theme/theme.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QSize>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int RowPadding = 8; ///< pixels above and below the text, together

} // namespace

FieldValue RoomsModel::Fields::value(int field) const
{
    const RoomInfo &info = m_room.info;
    switch (field) {
    case Name:
        return info.name;
    case KindName:
        return m_room.kind->name;
    case Members:
        return FieldValue::number(double(info.members));
    case Rate:
        return FieldValue::number(m_room.rate);
    case Retained:
        return FieldValue::number(double(info.retained));
    case Idle:
        return info.lastEventAt.isValid()
            ? FieldValue::number(double(info.lastEventAt.toMSecsSinceEpoch()))
            : FieldValue();
    default:
        return {};
    }
}

FilterSchema RoomsModel::schema()
{
    FilterSchema schema;
    schema.fields = {
        {{"room", "name"}, FieldKind::Text, tr("A part of its name")},
        {{"kind"}, FieldKind::Word, tr("What stands before the colon")},
        {{"members"}, FieldKind::Count, tr("Connections that are in it")},
        {{"rate"}, FieldKind::Count, tr("Events per second")},
        {{"retained"}, FieldKind::Count, tr("Events that are kept of it")},
        {{"idle", "last"}, FieldKind::Time, tr("How long ago its last event came")},
    };
    return schema;
}

void RoomsModel::setShowsUtc(bool utc)
{
    m_showsUtc = utc;
    for (Kind *kind : m_shownKinds)
        touch(*kind);
}

RoomsModel::Kind *RoomsModel::kindOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this)
        return nullptr;
    if (index.internalPointer())
        return static_cast<Kind *>(index.internalPointer());
    const auto row = static_cast<size_t>(index.row());
    return row < m_shownKinds.size() ? m_shownKinds[row] : nullptr;
}

RoomsModel::Room *RoomsModel::find(const QModelIndex &index) const
{
    const Kind *kind = kindOf(index);
    if (!kind)
        return nullptr;
    if (!index.internalPointer())
        return kind->isRoom && !kind->shown.empty() ? kind->shown.front() : nullptr;
    const auto row = static_cast<size_t>(index.row());
    return row < kind->shown.size() ? kind->shown[row] : nullptr;
}

const RoomInfo *RoomsModel::roomAt(const QModelIndex &index) const
{
    const Room *room = find(index);
    return room ? &room->info : nullptr;
}

QByteArray RoomsModel::kindAt(const QModelIndex &index) const
{
    const Kind *kind = kindOf(index);
    return kind ? kind->name : QByteArray();
}

QModelIndex RoomsModel::indexOfKind(const Kind &kind) const
{
    const auto place = std::find(m_shownKinds.cbegin(), m_shownKinds.cend(), &kind);
    return place == m_shownKinds.cend()
        ? QModelIndex()
        : createIndex(static_cast<int>(place - m_shownKinds.cbegin()), 0, nullptr);
}

QModelIndex RoomsModel::indexOf(const QByteArray &room)
{
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return {};
    Kind &kind = *found->second->kind;
    const auto place = std::find(kind.shown.cbegin(), kind.shown.cend(), found->second.get());
    if (place == kind.shown.cend())
        return {};
    const QModelIndex top = indexOfKind(kind);
    if (kind.isRoom)
        return top;
    const auto row = static_cast<int>(place - kind.shown.cbegin());
    if (row >= kind.fetched) {
        beginInsertRows(top, kind.fetched, row);
        kind.fetched = row + 1;
        endInsertRows();
    }
    return index(row, 0, top);
}

QModelIndex RoomsModel::index(int row, int column, const QModelIndex &parentIndex) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parentIndex))
        return {};
    return createIndex(row, column, parentIndex.isValid() ? kindOf(parentIndex) : nullptr);
}

QModelIndex RoomsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return {};
    return indexOfKind(*static_cast<const Kind *>(index.internalPointer()));
}

int RoomsModel::rowCount(const QModelIndex &parentIndex) const
{
    if (!parentIndex.isValid())
        return static_cast<int>(m_shownKinds.size());
    if (parentIndex.internalPointer() || parentIndex.column() > 0)
        return 0;
    const Kind *kind = kindOf(parentIndex);
    return kind && !kind->isRoom ? kind->fetched : 0;
}

int RoomsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool RoomsModel::hasChildren(const QModelIndex &parentIndex) const
{
    if (!parentIndex.isValid())
        return !m_shownKinds.empty();
    if (parentIndex.internalPointer() || parentIndex.column() > 0)
        return false;
    const Kind *kind = kindOf(parentIndex);
    return kind && !kind->isRoom && !kind->shown.empty();
}

bool RoomsModel::canFetchMore(const QModelIndex &parentIndex) const
{
    return hasChildren(parentIndex) && parentIndex.isValid()
        && rowCount(parentIndex) < static_cast<int>(kindOf(parentIndex)->shown.size());
}

void RoomsModel::fetchMore(const QModelIndex &parentIndex)
{
    if (!canFetchMore(parentIndex))
        return;
    Kind &kind = *kindOf(parentIndex);
    const int last = std::min(kind.fetched + PageSize, static_cast<int>(kind.shown.size())) - 1;
    beginInsertRows(parentIndex.siblingAtColumn(0), kind.fetched, last);
    kind.fetched = last + 1;
    endInsertRows();
}

QString RoomsModel::text(const RoomInfo &info, double rate, int column) const
{
    const QLocale locale;
    switch (column) {
    case NameColumn:
        return QString::fromUtf8(info.name);
    case MembersColumn:
        return locale.toString(info.members);
    case RateColumn:
        return rate > 0 ? locale.toString(rate, 'f', rate < 100 ? 1 : 0) : QStringLiteral("–");
    case RetainedColumn:
        return locale.toString(info.retained);
    case LastEventColumn:
        return info.lastEventAt.isValid() ? CellFormat::time(info.lastEventAt, m_showsUtc)
                                          : QStringLiteral("–");
    default:
        return {};
    }
}

/// A kind's figures, which are those of the rooms below it: what the filter hides does not count.
QString RoomsModel::sumText(Kind &kind, int column) const
{
    if (!kind.sums) {
        kind.sums.emplace();
        for (const Room *room : kind.shown) {
            kind.sums->members += room->info.members;
            kind.sums->retained += room->info.retained;
            kind.sums->rate += room->rate;
        }
    }
    return text({.name = {},
                 .members = kind.sums->members,
                 .retained = kind.sums->retained,
                 .events = 0,
                 .lastEvent = {},
                 .lastEventAt = {}},
                kind.sums->rate, column);
}

QVariant RoomsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // views ask for the current one, there or not
        return {};
    Kind *kind = kindOf(index);
    const Room *room = find(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (room)
            return text(room->info, room->rate, column);
        if (column == NameColumn) {
            return tr("%1 (%2)").arg(QString::fromUtf8(kind->name),
                                     QLocale().toString(qint64(kind->shown.size())));
        }
        return column == LastEventColumn ? QString() : sumText(*kind, column);
    case Qt::ToolTipRole:
        if (room && column == LastEventColumn && room->info.lastEventAt.isValid())
            return CellFormat::fullTime(room->info.lastEventAt, m_showsUtc);
        if (room && column == LastEventColumn)
            return tr("None since the rooms are watched");
        return room && column == NameColumn ? QString::fromUtf8(room->info.name) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (column == NameColumn || column == LastEventColumn ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignVCenter);
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + RowPadding);
    case Qt::ForegroundRole:
        if (room && room->info.members == 0 && column == NameColumn)
            return Theme::color(Theme::Role::Muted);
        return {};
    default:
        return {};
    }
}

QVariant RoomsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            (section == NameColumn || section == LastEventColumn ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == RetainedColumn)
        return tr("Events that are kept, for clients that come back");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Room");
    case MembersColumn:
        return tr("Members");
    case RateColumn:
        return tr("Events/s");
    case RetainedColumn:
        return tr("Retained");
    case LastEventColumn:
        return tr("Last event");
    default:
        return {};
    }
}

} // namespace Signalbox
