// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/inputbuffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Signalbox {

void InputBuffer::append(QByteArrayView bytes)
{
    if (m_start > 0)
        m_bytes.remove(0, std::exchange(m_start, 0));
    m_bytes.append(bytes);
}

void InputBuffer::assign(QByteArray bytes)
{
    m_bytes = std::move(bytes);
    m_start = 0;
}

QByteArray InputBuffer::take()
{
    if (m_start > 0)
        m_bytes.remove(0, std::exchange(m_start, 0));
    return std::exchange(m_bytes, {});
}

qint64 InputBuffer::read(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, size());
    if (count <= 0)
        return 0; // QIODevice::skip() asks for no bytes into no buffer
    std::memcpy(data, m_bytes.constData() + m_start, size_t(count));
    return skip(count);
}

qint64 InputBuffer::readLine(char *data, qint64 maxSize)
{
    const qsizetype end = m_bytes.indexOf('\n', m_start);
    return read(data, std::min<qint64>(maxSize, end < 0 ? size() : end + 1 - m_start));
}

qint64 InputBuffer::skip(qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, size());
    m_start += count;
    if (m_start == m_bytes.size())
        clear();
    return count;
}

} // namespace Signalbox
