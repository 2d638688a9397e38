// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/bytespool.h"

#include <algorithm>

namespace Signalbox {

QByteArray BytesPool::share(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return bytes;
    const auto found = m_pool.constFind(bytes);
    if (found != m_pool.cend())
        return *found;
    if (m_pool.size() >= m_sweepSize)
        sweep();
    QByteArray copy = bytes;
    copy.squeeze();
    m_pool.insert(copy);
    return copy;
}

void BytesPool::sweep()
{
    m_pool.removeIf([](const QByteArray &bytes) { return bytes.isDetached(); });
    m_sweepSize = std::max(MinSize, 2 * m_pool.size());
}

} // namespace Signalbox
