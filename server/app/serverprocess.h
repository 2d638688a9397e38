// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/runningoptions.h"
#include "server/app/translation.h"
#include "server/app/unixsignals.h"
#include "server/log/logger.h"
#include "server/log/qtmessagelog.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Signalbox {

class HubMonitor;
class HubOperator;
class Server;

/// A process that is a server: reads the options, starts the Server, minds the signals, and knows
/// the exit code. What `signalboxd` and `signalbox` have in common.
///
/// Lives on the main thread, next to the application object.
class ServerProcess final : public QObject
{
    Q_OBJECT

public:
    /// \a arguments: of the process, its name first.
    explicit ServerProcess(const QStringList &arguments, QObject *parent = nullptr);
    ~ServerProcess() override;

    /// Reads the options. Returns an exit code if that is all there is to do: help, the version, or
    /// an error, which was printed.
    [[nodiscard]] std::optional<int> initialize();
    /// Starts the server. The application exits when it has stopped.
    void start();
    /// Is asked when the port is in use, with that port: another one, or the same to try again;
    /// nothing: to give up. Without one the process gives up.
    using PortChooser = std::function<std::optional<quint16>(quint16 port, const Error &error)>;
    void setPortChooser(PortChooser chooser) { m_portChooser = std::move(chooser); }
    /// Is told why there is no server, before the process ends of it; who started it from a desktop
    /// does not see what is printed. Not of a port for which nothing was chosen.
    using FailureShower = std::function<void(const Error &error)>;
    void setFailureShower(FailureShower shower) { m_failureShower = std::move(shower); }
    /// Drains; a second time stops at once.
    void terminate();

    [[nodiscard]] Translation &translation() { return m_translation; }
    // After initialize():
    [[nodiscard]] HubMonitor &monitor();
    [[nodiscard]] HubOperator &hubOperator();

private:
    void handleStarted(quint16 port);
    void handleStartFailed(const Error &error);
    void handleStopped();
    /// Returns the exit code that goes with \a error.
    int report(const Error &error);
    void reload();
    Result<void> apply(const Options &options);
    void logWarnings(const QStringList &warnings);

    Translation m_translation;
    Logger m_logger;
    QtMessageLog m_messageLog;
    UnixSignals m_signals;
    OptionsParser m_parser;
    std::optional<RunningOptions> m_running;
    std::unique_ptr<Server> m_server;
    PortChooser m_portChooser;
    FailureShower m_failureShower;
    int m_exitCode = 0;
    bool m_isTerminating = false;
};

} // namespace Signalbox
