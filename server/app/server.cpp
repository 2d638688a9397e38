// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/server.h"

#include "common/auth/cryptothread.h"
#include "common/endthread.h"
#include "server/app/networkservice.h"
#include "server/epoll/epolldispatcher.h"

namespace Signalbox {

/// Runs \a task(NetworkService *) on the network thread, or here and with null if that does not
/// run.
template <typename Task>
void Server::post(Task task)
{
    if (!takesCalls()) {
        task(nullptr);
        return;
    }
    QMetaObject::invokeMethod(
        &m_agent, [this, task = std::move(task)]() mutable { task(m_service); },
        Qt::QueuedConnection);
}

Server::Server(Options options, const Credentials &credentials, Logger &logger, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_credentials(credentials)
    , m_logger(logger)
    , m_monitor(
          [this](std::function<void(MonitorFeed &)> task) {
              post([task = std::move(task)](NetworkService *service) {
                  if (service)
                      task(service->feed());
              });
          },
          logger.history())
    , m_operator(
          [this](LocalOperator::Task task) {
              post([task = std::move(task)](NetworkService *service) {
                  task(service ? &service->acts() : nullptr);
              });
          },
          logger)
{
    qRegisterMetaType<Error>();
    m_thread.setObjectName(QStringLiteral("network"));
    m_agent.moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, &m_agent, releaseCryptographyOfThread);
    connect(&m_thread, &QThread::finished, this, &Server::stopped);
}

Server::~Server()
{
    stop();
    m_thread.wait();
}

/// Whether what is invoked on the agent will run.
bool Server::takesCalls() const
{
    return m_thread.isRunning() && !m_isStopping;
}

void Server::start()
{
    m_isStopping = false;
    m_thread.setEventDispatcher(new EpollDispatcher); // the thread's from here on
    m_thread.start();
    QMetaObject::invokeMethod(&m_agent, [this, options = m_options, credentials = m_credentials] {
        startService(options, credentials);
    });
}

/// On the network thread.
void Server::startService(const Options &options, const Credentials &credentials)
{
    m_service = new NetworkService(options, credentials, m_logger);
    connect(m_service, &NetworkService::drained, this, &Server::stop);
    m_monitor.attach(m_service->feed());
    const Result<quint16> port = m_service->start();
    if (port)
        Q_EMIT started(*port);
    else
        Q_EMIT startFailed(port.error());
}

void Server::retry(quint16 port)
{
    m_options.port = port;
    if (m_isStopping)
        return;
    QMetaObject::invokeMethod(&m_agent, [this, options = m_options, credentials = m_credentials] {
        delete std::exchange(m_service, nullptr);
        startService(options, credentials);
    });
}

void Server::reload(const Options &options, const Credentials &credentials)
{
    m_options = options;
    if (m_isStopping)
        return;
    QMetaObject::invokeMethod(&m_agent, [this, options, credentials] {
        if (m_service)
            m_service->reload(options, credentials);
    });
}

void Server::drain()
{
    if (m_isStopping)
        return;
    QMetaObject::invokeMethod(&m_agent, [this] {
        if (m_service)
            m_service->drain();
    });
}

void Server::stop()
{
    if (!takesCalls())
        return;
    m_isStopping = true;
    // Not when the thread has finished: what the service leaves to be deleted needs an event loop.
    endThread(m_thread, m_agent, [this] { delete std::exchange(m_service, nullptr); });
}

} // namespace Signalbox
