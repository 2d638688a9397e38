// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/publisher.h"

#include "tests/bench/support/benchfailure.h"

namespace Signalbox::Bench {

namespace {

class HttpPublisher final : public Publisher
{
public:
    HttpPublisher(EpollLoop &loop, const BenchOptions &options)
        : m_connection(loop, options.publishHost, options.publishPort, options.token)
        , m_path(options.publishPath)
    { }

    [[nodiscard]] bool isBusy() const override { return m_connection.isBusy(); }
    void publish(const QByteArray &, const QByteArray &event) override
    {
        m_connection.send("POST", m_path, '[' + event + ']', &requireAccepted);
    }

private:
    HttpConnection m_connection;
    QByteArray m_path;
};

/// The server does not confirm: it is never busy.
class NatsPublisher final : public Publisher
{
public:
    NatsPublisher(EpollLoop &loop, const BenchOptions &options)
        : m_pool(loop, options, 1, [](int) { return QList<QByteArray>(); })
    {
        m_pool.connectAll(options.timeout);
    }

    [[nodiscard]] bool isBusy() const override { return false; }
    void publish(const QByteArray &room, const QByteArray &event) override
    {
        m_pool.clients().front()->sendBinary("PUB " + room + ' ' + QByteArray::number(event.size())
                                             + "\r\n" + event + "\r\n");
    }

private:
    ClientPool m_pool;
};

} // namespace

std::unique_ptr<Publisher> makePublisher(EpollLoop &loop, const BenchOptions &options)
{
    if (options.protocol == Protocol::Nats)
        return std::make_unique<NatsPublisher>(loop, options);
    return std::make_unique<HttpPublisher>(loop, options);
}

} // namespace Signalbox::Bench
