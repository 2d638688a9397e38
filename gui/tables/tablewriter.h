// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/sortedtablemodel.h"

#include <QDeadlineTimer>
#include <QIODevice>
#include <QPointer>

namespace Signalbox {

/// Writes a table's rows, those that the filter leaves when it begins, to a file: raw values, of
/// which the locale makes no difference. A slice of time after the other; rows that are gone by
/// then are left out.
class TableWriter
{
public:
    enum class Format { Csv, Json };

    /// \a device is open, and outlives this.
    TableWriter(SortedTableModel &model, QList<int> columns, Format format, QIODevice &device);

    /// Works until \a deadline or a little longer. True if all is done, or failed.
    bool run(QDeadlineTimer deadline);
    [[nodiscard]] QString error() const { return m_error; } ///< empty if there was none
    [[nodiscard]] qint64 writtenRows() const { return m_written; }

    /// All at once.
    [[nodiscard]] static QByteArray toBytes(SortedTableModel &model, const QList<int> &columns,
                                            Format format);

private:
    void writeHeader();
    [[nodiscard]] QByteArray csvLine(SortedTableModel::RowHandle row) const;
    [[nodiscard]] QByteArray jsonObject(SortedTableModel::RowHandle row) const;
    void write(const QByteArray &bytes);

    const QPointer<SortedTableModel> m_model;
    const QList<int> m_columns;
    const Format m_format;
    QIODevice &m_device;
    const std::vector<SortedTableModel::RowHandle> m_rows;
    size_t m_next = 0;
    qint64 m_written = 0;
    bool m_hasBegun = false;
    QString m_error;
};

} // namespace Signalbox
