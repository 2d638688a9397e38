// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/subscriber.h"

#include <QSet>

#include <algorithm>

namespace Signalbox {

namespace {

/// Looked up for each event that waits, and a client may be in many.
QSet<QByteArray> setOf(const QList<QByteArray> &rooms)
{
    return {rooms.begin(), rooms.end()};
}

bool hasAny(const QSet<QByteArray> &set, std::span<const QByteArray> rooms)
{
    return std::ranges::any_of(rooms,
                               [&set](const QByteArray &room) { return set.contains(room); });
}

} // namespace

void Subscriber::deliver(const WebSocket::Frame &frame, const QList<WebSocket::Frame> &attachments,
                         const QList<QByteArray> &rooms)
{
    if (Q_LIKELY(!m_replays)) {
        sendFrame(frame);
        for (const WebSocket::Frame &attachment : attachments)
            sendFrame(attachment);
        return;
    }
    m_replays->hold(frame, attachments, rooms);
    if (m_replays->heldBytes() > transmitQueueLimit())
        handleOverflow();
}

void Subscriber::sendFrame(const WebSocket::Frame &frame)
{
    ++m_sent.messages;
    m_sent.bytes += quint64(frame.bytes.size());
    transmit(frame);
}

void Subscriber::replay(ReplayRequest request, ReplayEncoder encode)
{
    replays().add(std::move(request), std::move(encode));
    continueReplay();
}

void Subscriber::suspend()
{
    replays(); // which keeps what comes
    m_isSuspended = true;
}

void Subscriber::resume(const ReplayQueue::Filter &isAllowed)
{
    m_isSuspended = false;
    if (!m_replays)
        return;
    m_replays->retain([&, current = setOf(rooms())](const ReplayQueue::Waiting &waiting) {
        return (waiting.isReplay || hasAny(current, waiting.rooms)) && isAllowed(waiting);
    });
    continueReplay();
}

ReplayQueue &Subscriber::replays()
{
    if (!m_replays) {
        const auto share = qsizetype(transmitQueueLimit() / MessageShare);
        m_replays = std::make_unique<ReplayQueue>(std::min(share, ReplayQueue::MaxMessageBytes));
    }
    return *m_replays;
}

void Subscriber::forget(const QList<QByteArray> &rooms)
{
    if (!m_replays)
        return;
    const QSet<QByteArray> left = setOf(rooms);
    const QSet<QByteArray> current = setOf(this->rooms());
    m_replays->retain([&](const ReplayQueue::Waiting &waiting) {
        if (!hasAny(left, waiting.rooms))
            return true;
        return waiting.isReplay ? waiting.isBegun : hasAny(current, waiting.rooms);
    });
}

void Subscriber::continueReplay()
{
    while (m_replays && !m_isSuspended
           && transmitQueueBytes() <= transmitQueueLimit() / LowWaterShare) {
        if (m_replays->isEmpty()) {
            m_replays.reset();
            break;
        }
        const QList<WebSocket::Frame> frames = m_replays->next();
        for (const WebSocket::Frame &frame : frames)
            sendFrame(frame);
    }
    if (m_replays && !m_isSuspended)
        awaitDrain();
}

} // namespace Signalbox
