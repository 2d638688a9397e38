// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/eventwatch.h"

#include "server/dialects/dialect.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

EventWatch::EventWatch(Fanout &fanout, QList<Dialect *> dialects)
    : m_fanout(fanout)
    , m_dialects(std::move(dialects))
{
    m_fanout.setObserver(this);
}

EventWatch::~EventWatch()
{
    m_fanout.setObserver(nullptr);
}

std::optional<ObservedEvents> EventWatch::take()
{
    if (m_batch.events.isEmpty())
        return {};
    return std::exchange(m_batch, {});
}

void EventWatch::eventDelivered(const Event &event, qsizetype recipients)
{
    if (m_batch.events.size() >= MaxPerBatch) {
        m_batch.events.removeLast();
        ++m_batch.skipped;
    }
    m_batch.events.append({event, QDateTime::currentDateTimeUtc(), qint64(recipients),
                           isForFollowed(event) ? m_followed : QByteArray()});
}

bool EventWatch::isForFollowed(const Event &event) const
{
    return !m_followed.isEmpty()
        && std::any_of(m_dialects.cbegin(), m_dialects.cend(), [&](const Dialect *dialect) {
               return dialect->isRecipient(m_followed, event);
           });
}

} // namespace Signalbox
