// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/credentials/credentials.h"
#include "server/app/options/options.h"
#include "server/monitor/localmonitor.h"
#include "server/monitor/localoperator.h"

#include <QObject>
#include <QThread>

namespace Signalbox {

class NetworkService;

/// The server: starts the network thread, and stops it. A process may have several.
///
/// Lives on the main thread. Its destructor stops the server at once and waits for the thread.
class Server final : public QObject
{
    Q_OBJECT

public:
    /// \a logger must outlive this.
    Server(Options options, const Credentials &credentials, Logger &logger,
           QObject *parent = nullptr);
    ~Server() override;

    /// Answered by started() or startFailed().
    void start();
    void reload(const Options &options, const Credentials &credentials);
    /// After startFailed(): once more, on \a port.
    void retry(quint16 port);
    /// Ends all sessions in good order; stopped() follows.
    void drain();
    /// Ends at once; stopped() follows.
    void stop();

    [[nodiscard]] const Options &options() const { return m_options; }
    /// Both may be used before the start and after the end, too.
    [[nodiscard]] HubMonitor &monitor() { return m_monitor; }
    [[nodiscard]] HubOperator &hubOperator() { return m_operator; }
    /// What the operator finds there as settings. Must outlive this.
    void setSettings(SettingsDesk *desk) { m_operator.setSettings(desk); }

Q_SIGNALS:
    void started(quint16 port);
    void startFailed(const Signalbox::Error &error);
    void stopped();

private:
    [[nodiscard]] bool takesCalls() const;
    void startService(const Options &options, const Credentials &credentials);
    template <typename Task>
    void post(Task task);

    Options m_options;
    Credentials m_credentials;
    Logger &m_logger;
    QThread m_thread;
    QObject m_agent; ///< lives on the network thread: what is invoked on it runs there
    NetworkService *m_service = nullptr; ///< touched on the network thread only
    bool m_isStopping = false;
    LocalMonitor m_monitor;
    LocalOperator m_operator;
};

} // namespace Signalbox
