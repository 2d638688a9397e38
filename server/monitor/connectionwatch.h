// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/connectionchanges.h"
#include "server/fanout/connectionregistry.h"
#include "server/monitor/timebudget.h"

#include <QObject>

#include <deque>
#include <optional>
#include <variant>
#include <vector>

namespace Signalbox {

/// Collects what happens to connections, as long as it lives: first all that there are, a part with
/// each batch, then who comes and goes, and once a second what has changed about each.
///
/// Network thread.
class ConnectionWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxPerBatch = 1000; ///< that came, and that went or came
    /// More than this many that came and went untold: then all begins again.
    static constexpr qsizetype MaxPending = 20'000;
    static constexpr quint32 BatchesPerRound = 20; ///< in which every connection is sampled once

    /// \a connections must outlive this.
    explicit ConnectionWatch(const ConnectionRegistry &connections, QObject *parent = nullptr);

    /// The next batch, if there is something to tell.
    [[nodiscard]] std::optional<ConnectionChanges> take();

private:
    void reset();
    void handleOpened(const ConnectionInfo &info, quint32 place);
    void handleClosed(const ConnectionInfo &info, const CloseReason &reason, quint32 place);
    void addPending(std::variant<ConnectionInfo, ClosedConnection> change);
    void tellExisting(ConnectionChanges &changes, const TimeBudget &budget);
    void tellPending(ConnectionChanges &changes);
    void sample(ConnectionChanges &changes, const TimeBudget &budget);
    void sampleOne(ConnectionChanges &changes, const Connection &connection,
                   ConnectionActivity &told);

    const ConnectionRegistry &m_connections;
    /// What is known of each connection outside, by its place; nothing of one that is yet to be
    /// told of.
    std::vector<std::optional<ConnectionActivity>> m_told;
    std::deque<std::variant<ConnectionInfo, ClosedConnection>> m_pending;
    quint32 m_nextExisting = 0;
    quint32 m_nextSample = 0;
    bool m_isReset = true;
};

} // namespace Signalbox
