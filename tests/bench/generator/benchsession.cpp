// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generator/benchsession.h"

#include "tests/bench/generator/benchevent.h"
#include "tests/bench/support/benchfailure.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace Signalbox::Bench {

BenchSession::BenchSession(const BenchOptions &options)
    : m_options(options)
    , m_control(m_loop, options.host, options.controlPort, options.token)
    , m_publisher(m_loop, options.publishHost, options.publishPort, options.token)
    , m_process(options.pid)
{ }

void BenchSession::prepare()
{
    static_cast<void>(m_process.descriptors());
    if (const int others = connectedClients(); others != 0)
        throw BenchFailure(
            QStringLiteral("%1 clients are connected already; the figures would not be ours")
                .arg(others));
    // Also publishes: what that takes is set up now, and its connection is part of every sample.
    ClientPool pool(m_loop, m_options, 1, [](int) { return QList<QByteArray>{benchWorkflow(0)}; });
    pool.connectAll(m_options.timeout);
    const QByteArray event = BenchEvents().json(benchWorkflow(0), 0, 0);
    if (m_options.protocol == Protocol::Nats)
        publish(*makePublisher(m_loop, m_options), {benchWorkflow(0), event});
    else
        publish('[' + event + ']');
    pool.awaitAllSent(m_options.timeout);
    pool.leaveAll(m_options.timeout);
    awaitNobody();
}

int BenchSession::connectedClients()
{
    const bool nats = m_options.protocol == Protocol::Nats;
    const QByteArrayView path = nats ? "/varz" : "/health";
    const HttpReply reply = m_control.request("GET", path, {}, m_options.timeout);
    const QJsonObject status = QJsonDocument::fromJson(reply.body).object();
    const QJsonValue count = nats
        ? status.value(u"connections")
        : status.value(u"websocket").toObject().value(u"connected_clients");
    if (reply.status != 200 || !count.isDouble())
        throw BenchFailure(QStringLiteral("GET %1 answered %2: %3")
                               .arg(QString::fromLatin1(path))
                               .arg(reply.status)
                               .arg(QString::fromUtf8(reply.body.left(200))));
    return count.toInt();
}

void BenchSession::awaitNobody()
{
    const qint64 deadline = steadyNow() + static_cast<qint64>(m_options.timeout * 1e9);
    int connected = connectedClients();
    while (connected != 0) {
        if (steadyNow() > deadline)
            throw BenchFailure(
                QStringLiteral("the server still reports %1 clients, %2 s after all have left")
                    .arg(connected)
                    .arg(m_options.timeout));
        m_loop.runFor(0.05);
        connected = connectedClients();
    }
}

int BenchSession::descriptors()
{
    connectedClients(); // opens the control connection, if the server had closed it
    return m_process.descriptors();
}

int BenchSession::awaitDescriptors(int most)
{
    // A server may close a socket some seconds after its client has gone.
    constexpr double GraceSeconds = 10;
    const qint64 deadline = steadyNow() + static_cast<qint64>(GraceSeconds * 1e9);
    int count = descriptors();
    while (count > most && steadyNow() < deadline) {
        m_loop.runFor(0.1);
        count = descriptors();
    }
    return count;
}

void BenchSession::publish(const QByteArray &json)
{
    const HttpReply reply =
        m_publisher.request("POST", m_options.publishPath, json, m_options.timeout);
    requireAccepted(reply);
}

void BenchSession::publish(Publisher &publisher, const Publication &publication)
{
    publisher.publish({publication});
    if (!m_loop.runUntil([&publisher] { return !publisher.isBusy(); }, m_options.timeout))
        throw BenchFailure(
            QStringLiteral("publishing was not answered within %1 s").arg(m_options.timeout));
}

void BenchSession::writeJson(const QJsonObject &figures) const
{
    if (m_options.jsonFile.isEmpty())
        return;
    QFile file(m_options.jsonFile);
    const QByteArray json = QJsonDocument(figures).toJson();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(json) != json.size()
        || !file.flush())
        throw BenchFailure(
            QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString()));
}

void printLine(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

QString mebibytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024.0 * 1024.0), 'f', 1);
}

} // namespace Signalbox::Bench
