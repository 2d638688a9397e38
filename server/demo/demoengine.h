// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "common/result.h"
#include "server/demo/demostream.h"
#include "server/demo/ratepacer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace Signalbox {

/// Busy systems that do no work: publishes what a DemoStream makes up, at a steady rate, so that a
/// new installation has something to show (`--demo`).
///
/// Lives on the network thread. While publishing is refused for now (emergency, draining, a limit)
/// it keeps the refused batch, tries again every RetryMs, and goes on where it was: no execution
/// loses an event, and the time that passed is not made up for.
class DemoEngine final : public QObject
{
    Q_OBJECT

public:
    /// Publishes the JSON array \a json of at most MaxBatch events. EventHub::publish() fits.
    using Publisher = std::function<Result<QList<EventId>>(QByteArrayView json)>;

    /// \a eventsPerSecond is held between MinRate and MaxRate.
    DemoEngine(Publisher publisher, double eventsPerSecond, quint64 seed,
               QObject *parent = nullptr);

    /// The first event is published as soon as the event loop runs.
    void start();
    void stop();

    [[nodiscard]] double rate() const;
    [[nodiscard]] quint64 publishedCount() const; ///< events that were accepted
    [[nodiscard]] bool isHeld() const; ///< true while publishing is refused for now

    static constexpr double MinRate = 0.1;
    static constexpr double MaxRate = 10'000;
    static constexpr double DefaultRate = 5;
    static constexpr qint64 MaxBatch = 1000;
    static constexpr int RetryMs = 1000;

Q_SIGNALS:
    /// Publishing is refused for now. Emitted once, not at every retry.
    void publishingHeld(const Signalbox::Error &error);
    void publishingResumed();

private:
    void handleTick();
    void drawBatch(qint64 count);
    void publishBatch();
    void handleRefusal(const Error &error);

    Publisher m_publisher;
    double m_rate;
    DemoStream m_stream;
    RatePacer m_pacer;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QByteArray m_batch; ///< JSON array; empty if everything drawn was published
    qint64 m_batchCount = 0;
    quint64 m_published = 0;
    bool m_running = false;
    bool m_held = false;
    bool m_refusalLogged = false;
};

} // namespace Signalbox
