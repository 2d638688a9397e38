// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/replayqueue.h"

#include <algorithm>

namespace Signalbox {

namespace {

qsizetype wireSize(const Event &event)
{
    return event.body.size() + event.type.size() + event.timestamp.size() + 96;
}

} // namespace

ReplayQueue::ReplayQueue(qint64 queueLimit)
    : m_maxMessage(qsizetype(std::min<qint64>(MaxMessageBytes, queueLimit / 2)))
    , m_lowWater(std::min<qint64>(64 * 1024, queueLimit / 4))
{
}

void ReplayQueue::add(ReplayRequest request, ReplayEncoder encode)
{
    if (!request.isSince) {
        // Only the newest that fit into one message.
        QList<Event> &events = request.replay.events;
        qsizetype first = events.size();
        for (qsizetype bytes = 0; first > 0; --first) {
            bytes += wireSize(events.at(first - 1));
            if (bytes > m_maxMessage)
                break;
        }
        events.remove(0, first);
        if (events.isEmpty())
            return;
    }
    std::erase_if(m_jobs, [&](const Job &job) {
        return job.sent == 0 && job.request.room == request.room
            && job.request.isSince == request.isSince;
    });
    m_jobs.push_back({std::move(request), std::move(encode), 0});
}

void ReplayQueue::cancel(const QByteArray &room)
{
    std::erase_if(m_jobs,
                  [&](const Job &job) { return job.sent == 0 && job.request.room == room; });
}

void ReplayQueue::hold(const WebSocket::Frame &frame)
{
    m_held.push_back(frame);
    m_heldBytes += frame.bytes.size();
}

WebSocket::Frame ReplayQueue::next()
{
    if (m_jobs.empty()) {
        if (m_held.empty())
            return {};
        WebSocket::Frame frame = std::move(m_held.front());
        m_held.pop_front();
        m_heldBytes -= frame.bytes.size();
        return frame;
    }
    Job &job = m_jobs.front();
    const QList<Event> &events = job.request.replay.events;
    qsizetype end = job.sent;
    for (qsizetype bytes = 0; end < events.size(); ++end) {
        bytes += wireSize(events.at(end));
        if (bytes > m_maxMessage && end > job.sent)
            break;
    }
    const bool isLast = end == events.size();
    const WebSocket::Frame frame =
        job.encode(job.request, events.sliced(job.sent, end - job.sent), isLast);
    job.sent = end;
    if (isLast)
        m_jobs.pop_front();
    return frame;
}

} // namespace Signalbox
