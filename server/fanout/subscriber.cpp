// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/subscriber.h"

namespace Signalbox {

void Subscriber::deliver(const WebSocket::Frame &frame, const QList<QByteArray> &rooms)
{
    if (Q_LIKELY(!m_replays)) {
        sendFrame(frame);
        return;
    }
    m_replays->hold(frame, rooms);
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
    replays().setPaused(true);
}

void Subscriber::resume(const std::function<bool(const QByteArray &room)> &isAllowed)
{
    if (!m_replays)
        return;
    m_replays->retain(isAllowed);
    m_replays->setPaused(false);
    continueReplay();
}

ReplayQueue &Subscriber::replays()
{
    if (!m_replays)
        m_replays = std::make_unique<ReplayQueue>(transmitQueueLimit());
    return *m_replays;
}

void Subscriber::continueReplay()
{
    while (m_replays && !m_replays->isPaused() && transmitQueueBytes() <= m_replays->lowWater()) {
        if (m_replays->isEmpty())
            m_replays.reset();
        else
            sendFrame(m_replays->next());
    }
}

} // namespace Signalbox
