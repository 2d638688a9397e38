// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/fileexport.h"
#include "gui/tables/tablewriter.h"

#include <optional>

namespace Signalbox {

/// Writes a table to a file: JSON or CSV, as its name says.
class TableExport final : public FileExport
{
    Q_OBJECT

public:
    /// \a model lives as long as \a parent.
    TableExport(SortedTableModel &model, QList<int> columns, const QString &fileName,
                QObject *parent);

private:
    void begin() override;
    bool writeSome(QDeadlineTimer deadline) override { return m_writer->run(deadline); }
    [[nodiscard]] qint64 writtenEntries() const override { return m_writer->writtenRows(); }

    SortedTableModel &m_model;
    const QList<int> m_columns;
    std::optional<TableWriter> m_writer;
};

} // namespace Signalbox
