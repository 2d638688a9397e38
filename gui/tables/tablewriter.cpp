// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablewriter.h"

#include "gui/tables/cellformat.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

namespace {

/// RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe: user agents and
/// names are what strangers make them.
QByteArray csvCell(QByteArray text, bool isForeign)
{
    if (isForeign && !text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text[0]))
        text.prepend('\'');
    const bool needsQuotes =
        text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r');
    return needsQuotes ? '"' + text.replace('"', "\"\"") + '"' : text;
}

QJsonValue jsonValue(const FieldValue &value, FieldKind kind)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.isList()) {
        QJsonArray array;
        for (const QByteArray &text : *value.toList())
            array.append(QString::fromUtf8(text));
        return array;
    }
    if (value.isText() || kind == FieldKind::Time)
        return QString::fromUtf8(CellFormat::rawText(value, kind));
    return qint64(value.toNumber());
}

} // namespace

TableWriter::TableWriter(SortedTableModel &model, QList<int> columns, Format format,
                         QIODevice &device)
    : m_model(&model)
    , m_columns(std::move(columns))
    , m_format(format)
    , m_device(device)
    , m_rows(model.visibleRows())
{ }

void TableWriter::write(const QByteArray &bytes)
{
    if (m_error.isEmpty() && m_device.write(bytes) != bytes.size())
        m_error = m_device.errorString();
}

void TableWriter::writeHeader()
{
    m_hasBegun = true;
    if (m_format == Format::Json) {
        write("[");
        return;
    }
    QByteArrayList names;
    for (const int column : m_columns)
        names << csvCell(m_model->columns()[column].key(), false);
    write(names.join(',') + "\r\n");
}

QByteArray TableWriter::csvLine(SortedTableModel::RowHandle row) const
{
    QByteArrayList cells;
    for (const int column : m_columns) {
        const FieldValue value = m_model->valueOf(row, column);
        cells << csvCell(CellFormat::rawText(value, m_model->columns()[column].kind),
                         value.isText() || value.isList());
    }
    return cells.join(',') + "\r\n";
}

QByteArray TableWriter::jsonObject(SortedTableModel::RowHandle row) const
{
    QJsonObject object;
    for (const int column : m_columns) {
        const TableColumn &description = m_model->columns()[column];
        object.insert(QString::fromLatin1(description.key()),
                      jsonValue(m_model->valueOf(row, column), description.kind));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool TableWriter::run(QDeadlineTimer deadline)
{
    constexpr int RowsPerLook = 64;
    if (!m_model)
        return true;
    if (!m_hasBegun)
        writeHeader();
    while (m_next < m_rows.size() && m_error.isEmpty()) {
        QByteArray chunk;
        for (int i = 0; i < RowsPerLook && m_next < m_rows.size(); ++i) {
            const SortedTableModel::RowHandle row = m_rows[m_next++];
            if (!m_model->isAlive(row))
                continue;
            if (m_format == Format::Csv)
                chunk += csvLine(row);
            else
                chunk += (m_written == 0 ? "\n" : ",\n") + jsonObject(row);
            ++m_written;
        }
        write(chunk);
        if (deadline.hasExpired() && m_next < m_rows.size())
            return !m_error.isEmpty();
    }
    if (m_format == Format::Json)
        write("\n]\n");
    return true;
}

QByteArray TableWriter::toBytes(SortedTableModel &model, const QList<int> &columns, Format format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TableWriter writer(model, columns, format, buffer);
    writer.run(QDeadlineTimer(QDeadlineTimer::Forever));
    return buffer.data();
}

} // namespace Signalbox
