// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/tablewriter.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

#include <optional>

namespace Signalbox {

/// Writes a table to a file while the window stays alive; then deletes itself. The file is there
/// whole or not at all.
class TableExport final : public QObject
{
    Q_OBJECT

public:
    /// \a model lives as long as \a parent.
    TableExport(SortedTableModel &model, QList<int> columns, const QString &fileName,
                QObject *parent);

    void start();

Q_SIGNALS:
    void finished(qint64 rows);
    void failed(const QString &reason);

private:
    void writeSlice();
    void fail(const QString &reason);

    SortedTableModel &m_model;
    const QList<int> m_columns;
    QSaveFile m_file;
    std::optional<TableWriter> m_writer;
    QTimer m_timer;
};

} // namespace Signalbox
