// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/logmodel.h"

#include "gui/theme/theme.h"

#include <array>

namespace Signalbox {

namespace {

using LogLevel = LogRecord::Level;

/// Values with blanks get quotes, so that one sees where they end.
QByteArray textOf(const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!text.isEmpty())
            text += "  ";
        const bool needsQuotes = value.isEmpty() || value.contains(' ');
        text += name + '=' + (needsQuotes ? '"' + value + '"' : value);
    }
    return text;
}

QIcon levelIcon(LogLevel level)
{
    // Made once: they take the theme's colours whenever they are drawn.
    static const std::array icons{
        Theme::icon(QStringLiteral("debug"), Theme::Role::Muted),
        Theme::icon(QStringLiteral("information"), Theme::Role::Information),
        Theme::icon(QStringLiteral("warning"), Theme::Role::Warning),
        Theme::icon(QStringLiteral("error"), Theme::Role::Bad),
    };
    return icons.at(size_t(level));
}

} // namespace

QList<TableColumn> LogModel::makeColumns()
{
    return {
        {{"time"}, tr("Time"), FieldKind::Time, tr("Filters compare how long ago that is"), 155},
        {{"level"}, tr("Level"), FieldKind::Word, tr("debug, info, warning or error"), 100},
        {{"event"}, tr("Event"), FieldKind::Word, tr("What happened"), 210},
        {{"fields"}, tr("Details"), FieldKind::Text, {}, 500},
    };
}

LogModel::LogModel(QObject *parent)
    : RecordTable(makeColumns(), parent)
{
    setAllowsOtherNames(true);
}

QByteArray LogModel::levelKey(LogLevel level)
{
    static const std::array<QByteArray, 4> keys{"debug", "info", "warning", "error"};
    return keys.at(size_t(level));
}

QString LogModel::levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return tr("debug");
    case LogLevel::Info:
        return tr("info");
    case LogLevel::Warning:
        return tr("warning");
    case LogLevel::Error:
        return tr("error");
    }
    return {};
}

void LogModel::append(const QList<LogRecord> &records)
{
    const qsizetype first = std::max<qsizetype>(0, records.size() - MaxRows);
    for (qsizetype i = first; i < records.size(); ++i) {
        const LogRecord &record = records[i];
        LogRow row{record.at.toMSecsSinceEpoch(), record.level, record.event, {}, {}};
        for (const auto &[name, value] : record.fields) {
            QByteArray bytes = value.left(MaxFieldBytes).toUtf8();
            if (value.size() > MaxFieldBytes)
                bytes += "…";
            row.fields.append({name, bytes});
        }
        row.text = textOf(row.fields);
        m_ids.push_back(QByteArray::number(++m_lastId));
        put(m_ids.back(), std::move(row));
        if (qsizetype(m_ids.size()) > MaxRows) {
            remove(m_ids.front());
            m_ids.pop_front();
        }
    }
    commit();
}

void LogModel::takeOver(const LogModel &other)
{
    other.forEach([this](const QByteArray &id, const LogRow &row) { put(id, row); });
    m_ids = other.m_ids;
    m_lastId = other.m_lastId;
    commit();
}

void LogModel::clear()
{
    for (const QByteArray &id : std::exchange(m_ids, {}))
        remove(id);
    commit();
}

FieldValue LogModel::recordValue(const LogRow &row, int column) const
{
    static const std::array keys{levelKey(LogLevel::Debug), levelKey(LogLevel::Info),
                                 levelKey(LogLevel::Warning), levelKey(LogLevel::Error)};
    switch (column) {
    case Time:
        return FieldValue::number(double(row.atMs));
    case Level:
        return keys.at(size_t(row.level));
    case Event:
        return row.event;
    case Fields:
        return row.text;
    default:
        return {};
    }
}

FieldValue LogModel::otherValue(RowSlot slot, QByteArrayView name) const
{
    for (const auto &[known, value] : record(slot).fields) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QVariant LogModel::decoration(RowSlot slot, int column, int role) const
{
    const LogRow &row = record(slot);
    if (column == Level && role == Qt::DisplayRole)
        return levelText(row.level);
    if (column == Level && role == Qt::DecorationRole)
        return levelIcon(row.level);
    if (column == Fields && role == Qt::FontRole)
        return Theme::fixedFont();
    return {};
}

} // namespace Signalbox
