// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoengine.h"

#include <QLoggingCategory>

#include <algorithm>

namespace Signalbox {

namespace {

Q_LOGGING_CATEGORY(lcDemo, "signalbox.demo")

/// True if the same events may be accepted later.
bool isTemporary(ErrorCode code)
{
    return code == ErrorCode::Emergency || code == ErrorCode::Draining
        || code == ErrorCode::RateLimited || code == ErrorCode::Limit;
}

} // namespace

DemoEngine::DemoEngine(Publisher publisher, double eventsPerSecond, quint64 seed, QObject *parent)
    : QObject(parent)
    , m_publisher(std::move(publisher))
    , m_rate(std::clamp(eventsPerSecond, MinRate, MaxRate))
    , m_stream(seed)
    , m_pacer(m_rate)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DemoEngine::handleTick);
}

void DemoEngine::start()
{
    if (m_running)
        return;
    m_running = true;
    m_clock.start();
    m_pacer.restart(0);
    m_timer.start(0);
}

void DemoEngine::stop()
{
    m_running = false;
    m_timer.stop();
}

double DemoEngine::rate() const
{
    return m_rate;
}

quint64 DemoEngine::publishedCount() const
{
    return m_published;
}

bool DemoEngine::isHeld() const
{
    return m_held;
}

void DemoEngine::handleTick()
{
    if (m_batch.isEmpty()) {
        const qint64 count = std::min(MaxBatch, m_pacer.due(m_clock.nsecsElapsed()));
        drawBatch(count);
        m_pacer.take(count);
    }
    if (!m_batch.isEmpty())
        publishBatch();
    // Whoever hears of the events may have stopped the engine.
    if (!m_running)
        return;
    if (m_held) {
        m_timer.start(RetryMs);
        return;
    }
    constexpr qint64 NsPerMs = 1'000'000;
    const qint64 delay = m_pacer.delay(m_clock.nsecsElapsed());
    m_timer.start(static_cast<int>((delay + NsPerMs - 1) / NsPerMs));
}

void DemoEngine::drawBatch(qint64 count)
{
    m_batchCount = count;
    for (qint64 i = 0; i < count; ++i) {
        m_batch += i == 0 ? '[' : ',';
        m_batch += m_stream.next();
    }
    if (count > 0)
        m_batch += ']';
}

void DemoEngine::publishBatch()
{
    const Result<QList<EventId>> result = m_publisher(m_batch);
    if (!result) {
        handleRefusal(result.error());
        return;
    }
    m_published += static_cast<quint64>(m_batchCount);
    m_batch.clear();
    if (m_held) {
        m_held = false;
        m_pacer.restart(m_clock.nsecsElapsed());
        m_pacer.take(1);
        qCInfo(lcDemo, "publishing is accepted again: the demo goes on");
        Q_EMIT publishingResumed();
    }
}

void DemoEngine::handleRefusal(const Error &error)
{
    if (isTemporary(error.code)) {
        if (m_held)
            return;
        m_held = true;
        qCInfo(lcDemo, "publishing is refused (%ls): the demo waits",
               qUtf16Printable(error.message));
        Q_EMIT publishingHeld(error);
        return;
    }
    // Trying these events again would refuse them again.
    m_batch.clear();
    m_held = false;
    if (!m_refusalLogged) {
        m_refusalLogged = true;
        qCWarning(lcDemo,
                  "a batch of the demo was refused and left out (%ls); others will not be logged",
                  qUtf16Printable(error.message));
    }
}

} // namespace Signalbox
