// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/requestpipe.h"

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
    m_request.assign(std::move(request));
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
    return m_request.size() + QIODevice::bytesAvailable();
}

bool RequestPipe::canReadLine() const
{
    return m_request.hasLine() || QIODevice::canReadLine();
}

qint64 RequestPipe::readData(char *data, qint64 size)
{
    return m_request.read(data, size);
}

qint64 RequestPipe::readLineData(char *data, qint64 size)
{
    return m_request.readLine(data, size);
}

qint64 RequestPipe::skipData(qint64 size)
{
    return m_request.skip(size);
}

qint64 RequestPipe::writeData(const char *data, qint64 size)
{
    m_response.append(data, size);
    return size;
}

} // namespace Signalbox
