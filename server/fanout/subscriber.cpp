// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/subscriber.h"

#include <algorithm>

namespace Signalbox {

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

void Subscriber::resume(const std::function<bool(const QByteArray &room)> &isAllowed)
{
    m_isSuspended = false;
    if (!m_replays)
        return;
    m_replays->retain(isAllowed);
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

void Subscriber::cancelReplay(const QByteArray &room)
{
    if (m_replays)
        m_replays->cancel(room);
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
}

} // namespace Signalbox
