// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/replayqueue.h"

namespace Signalbox {

namespace {

qsizetype wireSize(const Event &event)
{
    return event.body.size() + event.type.size() + event.timestamp.size() + 96;
}

enum class Relation {
    Covers, ///< the later replay has nothing to add but what is live
    LacksBeginning,
    EndsBefore,
};

/// What \a replay is to \a later, which was asked for the same room after it.
Relation relationOf(const Replay &replay, const Replay &later)
{
    if (replay.recovered != later.recovered)
        return Relation::LacksBeginning;
    if (later.events.isEmpty())
        return Relation::Covers;
    const EventId first = later.events.first().id;
    if (replay.events.isEmpty() || first < replay.events.first().id)
        return Relation::LacksBeginning;
    return first <= replay.events.last().id ? Relation::Covers : Relation::EndsBefore;
}

} // namespace

ReplayQueue::ReplayQueue(qsizetype maxMessageBytes)
    : m_maxMessageBytes(maxMessageBytes)
{ }

void ReplayQueue::add(ReplayRequest request, ReplayEncoder encode)
{
    if (!request.isSince) {
        // Only the newest that fit into one message; the very newest always does.
        QList<Event> &events = request.replay.events;
        qsizetype first = events.size();
        for (qsizetype bytes = 0; first > 0; --first) {
            bytes += wireSize(events.at(first - 1));
            if (bytes > m_maxMessageBytes && first < events.size())
                break;
        }
        events.remove(0, first);
        if (events.isEmpty())
            return;
    }
    for (Item &item : m_items) {
        auto *job = std::get_if<Job>(&item);
        if (!job || job->sent > 0 || job->request.room != request.room
            || job->request.isSince != request.isSince)
            continue;
        const Relation relation = relationOf(job->request.replay, request.replay);
        if (relation == Relation::EndsBefore)
            continue;
        if (relation == Relation::LacksBeginning)
            *job = Job{std::move(request), std::move(encode), 0};
        return;
    }
    m_items.push_back(Job{std::move(request), std::move(encode), 0});
}

void ReplayQueue::hold(const WebSocket::Frame &frame, const QList<WebSocket::Frame> &attachments,
                       const QList<QByteArray> &rooms)
{
    const QList<WebSocket::Frame> frames = QList<WebSocket::Frame>{frame} + attachments;
    m_heldBytes += bytesOf(frames);
    m_items.push_back(Held{frames, rooms});
}

void ReplayQueue::retain(const Filter &isWanted)
{
    std::erase_if(m_items, [&](const Item &item) {
        if (const auto *job = std::get_if<Job>(&item))
            return !isWanted({{&job->request.room, 1}, true, job->sent > 0});
        const auto &held = std::get<Held>(item);
        if (held.rooms.isEmpty() || isWanted({held.rooms, false, false}))
            return false;
        m_heldBytes -= bytesOf(held.frames);
        return true;
    });
}

QList<WebSocket::Frame> ReplayQueue::next()
{
    if (m_items.empty())
        return {};
    QList<WebSocket::Frame> frames;
    bool isDone = true;
    if (auto *job = std::get_if<Job>(&m_items.front())) {
        frames = {nextOf(*job)};
        isDone = job->sent == job->request.replay.events.size();
    } else {
        frames = std::get<Held>(m_items.front()).frames;
        m_heldBytes -= bytesOf(frames);
    }
    if (isDone)
        m_items.pop_front();
    return frames;
}

WebSocket::Frame ReplayQueue::nextOf(Job &job) const
{
    const QList<Event> &events = job.request.replay.events;
    qsizetype end = job.sent;
    for (qsizetype bytes = 0; end < events.size(); ++end) {
        bytes += wireSize(events.at(end));
        if (bytes > m_maxMessageBytes && end > job.sent)
            break;
    }
    const QList<Event> piece = events.sliced(job.sent, end - job.sent);
    job.sent = end;
    return job.encode(job.request, piece, end == events.size());
}

qsizetype ReplayQueue::bytesOf(const QList<WebSocket::Frame> &frames)
{
    qsizetype bytes = 0;
    for (const WebSocket::Frame &frame : frames)
        bytes += frame.bytes.size();
    return bytes;
}

} // namespace Signalbox
