// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/connectionchanges.h"
#include "gui/tables/recordtable.h"

#include <deque>

namespace Signalbox {

/// A connection, and the moments that its durations count from.
struct ConnectionRow
{
    ConnectionInfo info;
    qint64 connectedMs = 0; ///< since 1970
    qint64 lastReceivedMs = 0; ///< since 1970
};

/// The connections that are open. What a monitor tells is applied in slices of time, in order.
class ConnectionsModel final : public RecordTable<ConnectionRow>
{
    Q_OBJECT

public:
    enum Column {
        Sid,
        User,
        State,
        Dialect,
        Transport,
        Address,
        Rooms,
        Types,
        Queued,
        MessagesSent,
        MessagesReceived,
        BytesSent,
        BytesReceived,
        RoundTrip,
        Connected,
        Idle,
        Agent,
        ColumnCount
    };
    enum class Condition { Active, Quiet, Slow };

    static constexpr qint64 QuietSeconds = 60; ///< without a message: quiet
    static constexpr qint64 SlowBytes = 64 * 1024; ///< waiting to be sent: slow

    explicit ConnectionsModel(QObject *parent = nullptr);

    void apply(const ConnectionChanges &changes);
    /// Copies all that is in \a other, and what is yet to be applied there.
    void takeOver(const ConnectionsModel &other);
    /// All that was told has been applied.
    [[nodiscard]] bool isUpToDate() const { return m_pending.empty(); }

    [[nodiscard]] Condition condition(const ConnectionRow &row) const;
    [[nodiscard]] static QString conditionText(Condition condition);
    [[nodiscard]] qint64 idleSeconds(const ConnectionRow &row) const;

Q_SIGNALS:
    /// Something of a connection may have changed, or it is gone: at the end of each batch.
    void applied();

protected:
    [[nodiscard]] FieldValue recordValue(const ConnectionRow &row, int column) const override;
    [[nodiscard]] QVariant decoration(RowSlot slot, int column, int role) const override;

private:
    [[nodiscard]] static QList<TableColumn> makeColumns();
    void applySlice();
    [[nodiscard]] bool applySome(ConnectionChanges &changes);
    void keepOnly(const QList<ConnectionInfo> &opened);

    std::deque<ConnectionChanges> m_pending;
    qsizetype m_done = 0; ///< steps of the first of m_pending
    QTimer m_applyTimer;
};

} // namespace Signalbox
