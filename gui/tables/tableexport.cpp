// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tableexport.h"

namespace Signalbox {

TableExport::TableExport(SortedTableModel &model, QList<int> columns, const QString &fileName,
                         QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_columns(std::move(columns))
    , m_file(fileName)
{
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &TableExport::writeSlice);
}

void TableExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        fail(m_file.errorString());
        return;
    }
    const bool isJson = m_file.fileName().endsWith(u".json", Qt::CaseInsensitive);
    m_writer.emplace(m_model, m_columns,
                     isJson ? TableWriter::Format::Json : TableWriter::Format::Csv, m_file);
    m_timer.start();
}

void TableExport::writeSlice()
{
    if (!m_writer->run(QDeadlineTimer(SortedTableModel::SliceMs)))
        return;
    m_timer.stop();
    if (!m_writer->error().isEmpty()) {
        m_file.cancelWriting();
        fail(m_writer->error());
    } else if (!m_file.commit()) {
        fail(m_file.errorString());
    } else {
        Q_EMIT finished(m_writer->writtenRows());
        deleteLater();
    }
}

void TableExport::fail(const QString &reason)
{
    Q_EMIT failed(reason);
    deleteLater();
}

} // namespace Signalbox
