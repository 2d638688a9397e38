// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/inputbuffer.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace Signalbox {

/// The virtual socket between the front door and QHttpServer: QHttpServer reads from it only
/// requests that were validated whole, one at a time, and writes its answers into it. It outlives
/// the responder that QHttpServer makes for it, so a client that leaves during a long poll does no
/// harm.
///
/// Owned by its HttpConnection until finish(), then by itself.
class RequestPipe final : public QTcpSocket
{
    Q_OBJECT

public:
    RequestPipe(const QHostAddress &peer, quint16 port);

    /// Hands QHttpServer one request, head and body. Its handler runs before this returns.
    void feed(QByteArray request);
    /// What was written since the last call.
    [[nodiscard]] QByteArray takeResponse() { return std::exchange(m_response, {}); }
    /// Ends the connection as QHttpServer sees it; the pipe deletes itself. Not while a responder
    /// exists.
    void finish();

    qint64 bytesAvailable() const override;
    bool canReadLine() const override;
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override { }
    void close() override { }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 readLineData(char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    InputBuffer m_request;
    QByteArray m_response;
};

} // namespace Signalbox
