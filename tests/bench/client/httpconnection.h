// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/support/epollloop.h"

#include <QByteArray>

#include <netinet/in.h>

#include <functional>

namespace Signalbox::Bench {

/// An IPv4 address and port. Throws BenchFailure if \a host is none.
sockaddr_in socketAddress(const QString &host, quint16 port);

struct HttpReply
{
    int status = 0;
    QByteArray body;
};

/// Throws BenchFailure unless the answer to a publication is 202.
void requireAccepted(const HttpReply &reply);

/// One keep-alive HTTP/1.1 connection, one request at a time. Opens itself, and again if the server
/// closed it between two requests.
class HttpConnection final : public EpollHandler
{
public:
    /// \a token may be empty.
    HttpConnection(EpollLoop &loop, const QString &host, quint16 port, const QByteArray &token);
    ~HttpConnection() override;
    Q_DISABLE_COPY_MOVE(HttpConnection)

    using Callback = std::function<void(const HttpReply &)>;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// \a body may be empty; otherwise it is JSON. Throws if a request is under way.
    void send(QByteArrayView method, QByteArrayView path, QByteArrayView body, Callback callback);
    /// send(), and turns the loop until the answer is there.
    HttpReply request(QByteArrayView method, QByteArrayView path, QByteArrayView body,
                      double timeoutSeconds);

    void handleReady(quint32 events) override;

private:
    void open();
    void closeSocket();
    void write();
    void read();
    void handleEnd();
    bool parseReply(bool atEnd);

    EpollLoop &m_loop;
    sockaddr_in m_address;
    QByteArray m_headers; ///< the same in every request
    int m_socket = -1;
    bool m_busy = false;
    QByteArray m_out;
    QByteArray m_in;
    Callback m_callback;
};

} // namespace Signalbox::Bench
