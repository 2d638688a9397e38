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
    void publish(const QList<Publication> &publications) override
    {
        QByteArray body;
        for (const Publication &publication : publications)
            body += (body.isEmpty() ? '[' : ',') + publication.event;
        m_connection.send("POST", m_path, body + ']', &requireAccepted);
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
    void publish(const QList<Publication> &publications) override
    {
        QByteArray lines;
        for (const Publication &publication : publications)
            lines += "PUB " + publication.room + ' ' + QByteArray::number(publication.event.size())
                + "\r\n" + publication.event + "\r\n";
        m_pool.clients().front()->sendBinary(lines);
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
