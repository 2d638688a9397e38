// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tableexport.h"

namespace Signalbox {

TableExport::TableExport(SortedTableModel &model, QList<int> columns, const QString &fileName,
                         QObject *parent)
    : FileExport(fileName, parent)
    , m_model(model)
    , m_columns(std::move(columns))
{ }

void TableExport::begin()
{
    const bool isJson = file().fileName().endsWith(u".json", Qt::CaseInsensitive);
    m_writer.emplace(m_model, m_columns,
                     isJson ? TableWriter::Format::Json : TableWriter::Format::Csv, file());
}

} // namespace Signalbox
