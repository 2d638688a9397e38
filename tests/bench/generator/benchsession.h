// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/clientpool.h"
#include "tests/bench/client/httpconnection.h"
#include "tests/bench/client/publisher.h"
#include "tests/bench/generator/benchoptions.h"
#include "tests/bench/support/epollloop.h"
#include "tests/bench/support/serverprocess.h"

#include <QJsonObject>

namespace Signalbox::Bench {

/// What every measurement needs: the loop, the server's HTTP side and its process.
class BenchSession final
{
public:
    explicit BenchSession(const BenchOptions &options);

    [[nodiscard]] const BenchOptions &options() const { return m_options; }
    [[nodiscard]] EpollLoop &loop() { return m_loop; }
    [[nodiscard]] const ServerProcess &process() const { return m_process; }

    /// Checks that the server is there and that nobody else is connected, then lets one client
    /// come and leave, so that what a server sets up once is there before the first sample.
    void prepare();

    /// As the server counts them: `websocket.connected_clients` of GET /health; `connections` of
    /// GET /varz with NATS.
    int connectedClients();
    /// Until the server reports that nobody is connected.
    void awaitNobody();
    /// The server's descriptors, with one idle HTTP connection of ours open.
    int descriptors();
    /// Waits until the server has no more than \a most descriptors; returns how many it has.
    int awaitDescriptors(int most);
    /// Publishes a JSON array by HTTP and waits for its 202.
    void publish(const QByteArray &json);
    /// Lets \a publisher publish and waits until it is ready for the next.
    void publish(Publisher &publisher, const Publication &publication);

    /// Writes the figures where --json says.
    void writeJson(const QJsonObject &figures) const;

private:
    const BenchOptions &m_options;
    EpollLoop m_loop;
    HttpConnection m_control;
    HttpConnection m_publisher;
    ServerProcess m_process;
};

/// A line of text on standard output, at once.
void printLine(const QString &line = {});
QString mebibytes(qint64 bytes);

} // namespace Signalbox::Bench
