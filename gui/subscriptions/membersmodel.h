// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"
#include "gui/tables/recordtable.h"

namespace Signalbox {

/// Connections that are in a room, or would get an event: at most RoomMembers::MaxListed.
class MembersModel final : public RecordTable<ConnectionInfo>
{
    Q_OBJECT

public:
    explicit MembersModel(QObject *parent = nullptr);

    /// Rows that stay keep their place and selection.
    void setMembers(const QList<ConnectionInfo> &connections);

protected:
    [[nodiscard]] FieldValue recordValue(const ConnectionInfo &connection,
                                         int column) const override;

private:
    enum Column { User, Sid, Address, Dialect, Transport, Rooms, Queue };
};

} // namespace Signalbox
