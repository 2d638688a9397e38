// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"
#include "server/fanout/fanout.h"

#include <optional>

namespace Signalbox {

class Dialect;

/// Collects events as they are delivered, as long as it lives; of too many, the first ones and the
/// last of each batch.
///
/// Network thread.
class EventWatch final : private FanoutObserver
{
public:
    static constexpr qsizetype MaxPerBatch = 100;

    /// All must outlive this.
    EventWatch(Fanout &fanout, QList<Dialect *> dialects);
    ~EventWatch();
    Q_DISABLE_COPY_MOVE(EventWatch)

    /// As HubMonitor::follow().
    void follow(const QByteArray &sid) { m_followed = sid; }
    /// The next batch, if there is something to tell.
    [[nodiscard]] std::optional<ObservedEvents> take();

private:
    void eventDelivered(const Event &event, qsizetype recipients) override;
    [[nodiscard]] bool isForFollowed(const Event &event) const;

    Fanout &m_fanout;
    const QList<Dialect *> m_dialects;
    QByteArray m_followed;
    ObservedEvents m_batch;
};

} // namespace Signalbox
