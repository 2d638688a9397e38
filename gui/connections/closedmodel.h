// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/connectionchanges.h"
#include "gui/tables/recordtable.h"

#include <deque>

namespace Signalbox {

struct ClosedRow
{
    ClosedConnection closed;
    QByteArray meaning; ///< of the code
};

/// The last MaxRows connections that ended, and why.
class ClosedModel final : public RecordTable<ClosedRow>
{
    Q_OBJECT

public:
    enum Column {
        ClosedAt,
        Code,
        Meaning,
        Reason,
        Sid,
        User,
        Dialect,
        Transport,
        Address,
        Connected,
        Duration,
        MessagesSent,
        BytesSent,
        BytesReceived,
        Agent,
        ColumnCount
    };
    static constexpr qsizetype MaxRows = 10'000;

    explicit ClosedModel(QObject *parent = nullptr);

    void apply(const ConnectionChanges &changes);
    void clear();
    /// Copies all that is in \a other; this one is empty.
    void takeOver(const ClosedModel &other);

protected:
    [[nodiscard]] FieldValue recordValue(const ClosedRow &row, int column) const override;
    [[nodiscard]] QVariant decoration(RowSlot slot, int column, int role) const override;

private:
    [[nodiscard]] static QList<TableColumn> makeColumns();
    std::deque<QByteArray> m_ids; ///< oldest first
    quint64 m_lastId = 0; ///< a session may end more than once, as far as this model knows
};

} // namespace Signalbox
