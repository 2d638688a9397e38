// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/logrecord.h"
#include "gui/tables/recordtable.h"

#include <deque>

namespace Signalbox {

struct LogRow
{
    qint64 atMs = 0; ///< since 1970
    LogRecord::Level level = LogRecord::Level::Info;
    QByteArray event;
    QList<std::pair<QByteArray, QByteArray>> fields; ///< UTF-8
    QByteArray text; ///< of all fields
};

/// The last MaxRows lines of the log. A filter may ask for any of their fields.
class LogModel final : public RecordTable<LogRow>
{
    Q_OBJECT

public:
    enum Column { Time, Level, Event, Fields, ColumnCount };

    static constexpr qsizetype MaxRows = 10'000;
    static constexpr qsizetype MaxFieldBytes = 4096; ///< of one value; longer ones are cut

    explicit LogModel(QObject *parent = nullptr);

    void append(const QList<LogRecord> &records);
    void clear();
    /// Copies all that is in \a other; this one is empty.
    void takeOver(const LogModel &other);

    [[nodiscard]] static QByteArray levelKey(LogRecord::Level level);
    [[nodiscard]] static QString levelText(LogRecord::Level level);

protected:
    [[nodiscard]] FieldValue recordValue(const LogRow &row, int column) const override;
    [[nodiscard]] FieldValue otherValue(RowSlot slot, QByteArrayView name) const override;
    [[nodiscard]] QVariant decoration(RowSlot slot, int column, int role) const override;

private:
    [[nodiscard]] static QList<TableColumn> makeColumns();
    std::deque<QByteArray> m_ids; ///< oldest first
    quint64 m_lastId = 0;
};

} // namespace Signalbox
