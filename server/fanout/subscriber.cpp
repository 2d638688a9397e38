// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/subscriber.h"

namespace Signalbox {

void Subscriber::deliver(const WebSocket::Frame &frame)
{
    if (Q_LIKELY(!m_replays)) {
        sendFrame(frame);
        return;
    }
    m_replays->hold(frame);
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
    if (!m_replays)
        m_replays = std::make_unique<ReplayQueue>(transmitQueueLimit());
    m_replays->add(std::move(request), std::move(encode));
    continueReplay();
}

void Subscriber::cancelReplay(const QByteArray &room)
{
    if (m_replays)
        m_replays->cancel(room);
}

void Subscriber::continueReplay()
{
    while (m_replays && transmitQueueBytes() <= m_replays->lowWater()) {
        if (m_replays->isEmpty())
            m_replays.reset();
        else
            sendFrame(m_replays->next());
    }
}

} // namespace Signalbox
