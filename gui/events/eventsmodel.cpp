// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventsmodel.h"

#include "gui/events/eventfamily.h"
#include "gui/figures.h"
#include "gui/slice.h"
#include "gui/theme/theme.h"

#include <QDeadlineTimer>
#include <QFont>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

constexpr qsizetype PreviewBytes = 240;
constexpr qsizetype MaxListedRooms = 30;

QString joined(const QList<QByteArray> &list, const QString &separator, qsizetype limit)
{
    QStringList texts;
    for (const QByteArray &one : list.first(std::min(limit, list.size())))
        texts.append(QString::fromUtf8(one));
    if (list.size() > limit)
        texts.append(QStringLiteral("…"));
    return texts.join(separator);
}

/// The rows of \a batch: the gap is before the last event.
QList<EventRow> rowsOf(const ObservedEvents &batch)
{
    QList<EventRow> rows;
    rows.reserve(batch.events.size() + 1);
    for (const ObservedEvent &event : batch.events)
        rows.append({.observed = event});
    if (batch.skipped > 0) {
        rows.insert(std::max<qsizetype>(0, rows.size() - 1),
                    {.observed = {}, .skipped = batch.skipped});
    }
    return rows;
}

} // namespace

EventsModel::EventsModel(const EventRing::Limits &limits, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ring(limits)
    , m_waiting(limits)
    , m_scanTimer(new QTimer(this))
{
    m_scanTimer->setInterval(0);
    connect(m_scanTimer, &QTimer::timeout, this, &EventsModel::scanSlice);
}

void EventsModel::append(const ObservedEvents &events)
{
    if (m_isPaused)
        hold(rowsOf(events));
    else
        show(rowsOf(events));
}

void EventsModel::hold(QList<EventRow> rows)
{
    for (EventRow &row : rows) {
        m_passed += row.isGap() ? row.skipped : 1;
        m_lost += row.skipped;
        m_waiting.append(std::move(row));
    }
    const quint64 begin = m_waiting.nextBegin();
    for (quint64 number = m_waiting.begin(); number < begin; ++number)
        m_lost += m_waiting.at(number).isGap() ? 0 : 1;
    m_waiting.dropBefore(begin);
    Q_EMIT passedMeanwhileChanged();
}

void EventsModel::show(QList<EventRow> rows)
{
    if (rows.isEmpty())
        return;
    const quint64 before = m_ring.end();
    for (EventRow &row : rows)
        m_ring.append(std::move(row));
    // A gap after a gap made that one wider.
    if (!m_shown.empty() && m_shown.back() == before - 1 && m_ring.at(before - 1).isGap()) {
        const int last = rowCount() - 1;
        Q_EMIT dataChanged(index(last, 0), index(last, ColumnCount - 1));
    }
    trim();

    std::deque<quint64> more;
    for (quint64 number = std::max(before, m_ring.begin()); number < m_ring.end(); ++number) {
        if (matches(m_ring.at(number)))
            more.push_back(number);
    }
    if (more.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
    m_shown.insert(m_shown.end(), more.begin(), more.end());
    endInsertRows();
}

void EventsModel::trim()
{
    const quint64 begin = m_ring.nextBegin();
    for (quint64 number = m_ring.begin(); number < begin; ++number)
        m_marked -= m_ring.at(number).isMarked ? 1 : 0;
    const auto end = std::lower_bound(m_shown.cbegin(), m_shown.cend(), begin);
    if (end == m_shown.cbegin()) {
        m_ring.dropBefore(begin);
        return;
    }
    beginRemoveRows({}, 0, static_cast<int>(end - m_shown.cbegin()) - 1);
    m_shown.erase(m_shown.cbegin(), end);
    m_ring.dropBefore(begin);
    endRemoveRows();
}

void EventsModel::clear()
{
    beginResetModel();
    m_ring.clear();
    m_waiting.clear();
    m_shown.clear();
    m_unscanned = m_ring.begin();
    m_scanTimer->stop();
    m_passed = 0;
    m_lost = 0;
    m_marked = 0;
    endResetModel();
    Q_EMIT passedMeanwhileChanged();
    Q_EMIT filtered();
}

void EventsModel::takeOver(const EventsModel &other)
{
    m_ring = other.m_ring; // events are shared, not copied
    m_waiting = other.m_waiting;
    m_isPaused = other.m_isPaused;
    m_passed = other.m_passed;
    m_lost = other.m_lost;
    m_marked = other.m_marked;
    setMatcher(std::move(m_matcher));
    Q_EMIT passedMeanwhileChanged();
}

QList<int> EventsModel::rowsOfNumbers(const QList<quint64> &numbers) const
{
    QList<int> rows;
    for (const quint64 number : numbers) {
        const auto place = std::lower_bound(m_shown.cbegin(), m_shown.cend(), number);
        if (place != m_shown.cend() && *place == number)
            rows.append(static_cast<int>(place - m_shown.cbegin()));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool EventsModel::matches(const EventRow &row) const
{
    return row.isGap() || !m_matcher || m_matcher(row.observed);
}

void EventsModel::setMatcher(Matcher matcher)
{
    beginResetModel();
    m_matcher = std::move(matcher);
    m_shown.clear();
    m_unscanned = m_ring.end();
    endResetModel();
    m_scanTimer->start();
    scanSlice();
}

void EventsModel::scanSlice()
{
    const QDeadlineTimer deadline(SliceMs);
    std::deque<quint64> found;
    while (isFiltering()) {
        --m_unscanned;
        if (matches(m_ring.at(m_unscanned)))
            found.push_front(m_unscanned);
        // The clock costs more than many a match does.
        if (m_unscanned % 16 == 0 && deadline.hasExpired())
            break;
    }
    if (!found.empty()) {
        beginInsertRows({}, 0, static_cast<int>(found.size()) - 1);
        m_shown.insert(m_shown.begin(), found.begin(), found.end());
        endInsertRows();
    }
    if (!isFiltering()) {
        m_scanTimer->stop();
        Q_EMIT filtered();
    }
}

void EventsModel::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) == paused || paused)
        return;
    QList<EventRow> rows;
    rows.reserve(m_waiting.size() + 1);
    // What was dropped here came before all that waits.
    qint64 dropped = m_lost;
    for (quint64 number = m_waiting.begin(); number < m_waiting.end(); ++number)
        dropped -= m_waiting.at(number).skipped;
    if (dropped > 0)
        rows.append({.observed = {}, .skipped = dropped});
    for (quint64 number = m_waiting.begin(); number < m_waiting.end(); ++number)
        rows.append(std::move(m_waiting.at(number)));
    m_waiting.clear();
    m_passed = 0;
    m_lost = 0;
    show(std::move(rows));
    Q_EMIT passedMeanwhileChanged();
}

double EventsModel::fill() const
{
    return m_isPaused ? m_waiting.fill() : m_ring.fill();
}

void EventsModel::setShowsUtc(bool utc)
{
    if (std::exchange(m_showsUtc, utc) != utc && !m_shown.empty())
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

const ObservedEvent *EventsModel::eventAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const EventRow &found = m_ring.at(m_shown[static_cast<size_t>(row)]);
    return found.isGap() ? nullptr : &found.observed;
}

bool EventsModel::isMarked(int row) const
{
    return row >= 0 && row < rowCount() && m_ring.at(m_shown[static_cast<size_t>(row)]).isMarked;
}

void EventsModel::setMarked(int row, bool marked)
{
    if (!eventAt(row) || isMarked(row) == marked)
        return;
    m_ring.at(m_shown[static_cast<size_t>(row)]).isMarked = marked;
    m_marked += marked ? 1 : -1;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int EventsModel::nextMarked(int row, int step) const
{
    const int count = rowCount();
    if (row < 0 && step < 0)
        row = 0;
    for (int i = 1; i <= count; ++i) {
        const int candidate = ((row + i * step) % count + count) % count;
        if (isMarked(candidate))
            return candidate;
    }
    return -1;
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) // views ask for the current one, there or not
        return {};
    const EventRow &row = m_ring.at(m_shown[static_cast<size_t>(index.row())]);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return row.isGap() ? gapText(row, column) : text(row, column);
    case Qt::DecorationRole:
        return decoration(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        if (column == RecipientsColumn || column == SizeColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (row.isGap() || column == IdColumn || column == PreviewColumn)
            return Theme::color(Theme::Role::Muted);
        if (column == TypeColumn)
            return EventFamily::color(EventFamily::of(row.observed.event.type), Theme::isDark());
        return {};
    case Qt::BackgroundRole:
        return row.isMarked ? QVariant(Theme::color(Theme::Role::WarningSurface)) : QVariant();
    case Qt::FontRole:
        if (row.isGap()) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        if (row.isMarked && column == TimeColumn)
            return tr("marked, %1").arg(text(row, column));
        return {};
    default:
        return {};
    }
}

QString EventsModel::text(const EventRow &row, int column) const
{
    const Event &event = row.observed.event;
    const QLocale locale;
    switch (column) {
    case TimeColumn: {
        const QDateTime &at = row.observed.acceptedAt;
        return (m_showsUtc ? at.toUTC() : at.toLocalTime()).toString(u"HH:mm:ss.zzz");
    }
    case IdColumn:
        return QString::fromLatin1(event.id.toText());
    case TypeColumn:
        return QString::fromLatin1(event.type);
    case RoomsColumn:
        return joined(event.rooms, QStringLiteral(", "), MaxListedRooms);
    case UserColumn:
        return QString::fromUtf8(event.user);
    case RecipientsColumn:
        return locale.toString(row.observed.recipients);
    case SizeColumn:
        return Figures::bytes(double(event.body.size()));
    case PreviewColumn:
        return QString::fromUtf8(event.body.first(std::min(PreviewBytes, event.body.size())))
            .simplified();
    default:
        return {};
    }
}

QString EventsModel::gapText(const EventRow &row, int column) const
{
    if (column != TypeColumn)
        return {};
    //: Events that passed and are not in the list.
    return tr("%Ln event(s) skipped", nullptr, int(std::min<qint64>(row.skipped, 1000000000)));
}

QVariant EventsModel::decoration(const EventRow &row, int column) const
{
    if (column == TypeColumn && !row.isGap())
        return EventFamily::icon(EventFamily::of(row.observed.event.type));
    if (column == TimeColumn && row.isMarked)
        return Theme::icon(QStringLiteral("flag"), Theme::Role::Warning);
    return {};
}

QString EventsModel::toolTip(const EventRow &row, int column) const
{
    if (row.isGap())
        return tr("More passed than is worth carrying to somebody who reads, or than is kept.");
    const Event &event = row.observed.event;
    switch (column) {
    case TimeColumn: {
        const QDateTime &at = row.observed.acceptedAt;
        return (m_showsUtc ? at.toUTC() : at.toLocalTime()).toString(Qt::ISODateWithMs);
    }
    case TypeColumn:
        return tr("%1: %2").arg(EventFamily::name(EventFamily::of(event.type)),
                                QString::fromLatin1(event.type));
    case RoomsColumn:
        return event.rooms.size() > 1 ? joined(event.rooms, QStringLiteral("\n"), MaxListedRooms)
                                      : QString();
    case SizeColumn:
        return tr("%Ln byte(s)", nullptr, static_cast<int>(event.body.size()));
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section == RecipientsColumn || section == SizeColumn
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case IdColumn:
        return tr("Event id");
    case TypeColumn:
        return tr("Type");
    case RoomsColumn:
        return tr("Rooms");
    case UserColumn:
        return tr("User");
    case RecipientsColumn:
        return tr("Recipients");
    case SizeColumn:
        return tr("Size");
    case PreviewColumn:
        return tr("Body");
    default:
        return {};
    }
}

} // namespace Signalbox
