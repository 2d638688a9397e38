// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/requestpipe.h"

#include <algorithm>
#include <cstring>

namespace Signalbox {

RequestPipe::RequestPipe(const QHostAddress &peer, quint16 port)
{
    setSocketState(ConnectedState);
    setPeerAddress(peer);
    setPeerPort(port);
    setOpenMode(ReadWrite | Unbuffered);
}

void RequestPipe::feed(QByteArray request)
{
    m_request = std::move(request);
    m_start = 0;
    Q_EMIT readyRead();
}

void RequestPipe::finish()
{
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
    deleteLater();
}

qint64 RequestPipe::bytesAvailable() const
{
    return m_request.size() - m_start + QIODevice::bytesAvailable();
}

bool RequestPipe::canReadLine() const
{
    return m_request.indexOf('\n', m_start) >= 0 || QIODevice::canReadLine();
}

qint64 RequestPipe::readData(char *data, qint64 size)
{
    size = std::min<qint64>(size, m_request.size() - m_start);
    if (size <= 0)
        return 0; // QIODevice::skip() asks for no bytes into no buffer
    std::memcpy(data, m_request.constData() + m_start, size_t(size));
    return skipData(size);
}

qint64 RequestPipe::readLineData(char *data, qint64 size)
{
    const qsizetype end = m_request.indexOf('\n', m_start);
    const qint64 line = (end < 0 ? m_request.size() : end + 1) - m_start;
    return readData(data, std::min(size, line));
}

qint64 RequestPipe::skipData(qint64 size)
{
    size = std::min<qint64>(size, m_request.size() - m_start);
    m_start += size;
    if (m_start == m_request.size()) {
        m_request = QByteArray();
        m_start = 0;
    }
    return size;
}

qint64 RequestPipe::writeData(const char *data, qint64 size)
{
    m_response.append(data, size);
    return size;
}

} // namespace Signalbox
