// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/queueledger.h"

namespace Signalbox {

void QueueLedger::add(const QByteArray &bytes)
{
    if (m_queues[bytes.constData()]++ == 0)
        m_bytes += bytes.size();
}

void QueueLedger::remove(const QByteArray &bytes)
{
    const auto found = m_queues.find(bytes.constData());
    if (found == m_queues.end() || --found->second > 0)
        return;
    m_bytes -= bytes.size();
    m_queues.erase(found);
}

} // namespace Signalbox
