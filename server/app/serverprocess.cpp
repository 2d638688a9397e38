// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/serverprocess.h"

#include "server/app/credentials/credentials.h"
#include "server/app/descriptorlimit.h"
#include "server/app/options/helptext.h"
#include "server/app/server.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

namespace Signalbox {

namespace {

constexpr int ExitFailure = 1;
constexpr int ExitUsage = 2;

QString programName()
{
    return QFileInfo(QCoreApplication::arguments().value(0)).fileName();
}

void print(FILE *stream, const QString &text)
{
    QTextStream(stream) << text << Qt::flush;
}

int exitCodeFor(const Error &error)
{
    return error.code == ErrorCode::Configuration ? ExitUsage : ExitFailure;
}

} // namespace

ServerProcess::ServerProcess(const QStringList &arguments, QObject *parent)
    : QObject(parent)
    , m_messageLog(m_logger)
    , m_parser(arguments, QProcessEnvironment::systemEnvironment())
{
    connect(&m_signals, &UnixSignals::terminateRequested, this, &ServerProcess::terminate);
    connect(&m_signals, &UnixSignals::reloadRequested, this, &ServerProcess::reload);
}

ServerProcess::~ServerProcess() = default;

std::optional<int> ServerProcess::initialize()
{
    const Result<ParsedOptions> parsed = m_parser.parse();
    if (!parsed) {
        report(parsed.error());
        return ExitUsage;
    }
    switch (parsed->action) {
    case CommandLine::Action::ShowHelp:
        print(stdout, helpText(programName()));
        return 0;
    case CommandLine::Action::ShowVersion:
        print(stdout, versionText(programName()) + u'\n');
        return 0;
    case CommandLine::Action::Run:
        break;
    }
    const Options &options = parsed->options;
    const Result<Credentials> credentials = Credentials::of(options);
    if (!credentials)
        return report(credentials.error());

    m_logger.setFormat(options.logFormat);
    m_logger.setLevel(options.logLevel);
    logWarnings(parsed->warnings);
    m_logger.info("starting",
                  {{"version", versionNumber()},
                   {"descriptor_limit", qint64(raiseDescriptorLimit())},
                   {"admin_token_file", credentials->admin.path},
                   {"jwt_secret_file", credentials->jwt.secretPath}});

    m_running.emplace(m_parser, *parsed, [this](const Options &changed) { return apply(changed); });
    m_server = std::make_unique<Server>(options, *credentials, m_logger);
    m_server->setSettings(&*m_running);
    connect(m_server.get(), &Server::started, this, &ServerProcess::handleStarted);
    connect(m_server.get(), &Server::startFailed, this, &ServerProcess::handleStartFailed);
    connect(m_server.get(), &Server::stopped, this, &ServerProcess::handleStopped);
    return {};
}

void ServerProcess::start()
{
    m_server->start();
}

HubMonitor &ServerProcess::monitor()
{
    return m_server->monitor();
}

HubOperator &ServerProcess::hubOperator()
{
    return m_server->hubOperator();
}

void ServerProcess::terminate()
{
    if (!m_server)
        QCoreApplication::exit(); // there is only a failure on the screen
    else if (std::exchange(m_isTerminating, true))
        m_server->stop();
    else
        m_server->drain();
}

void ServerProcess::handleStarted(quint16 port)
{
    print(stdout, QStringLiteral("signalbox listening on http://localhost:%1\n").arg(port));
}

void ServerProcess::handleStartFailed(const Error &error)
{
    if (m_portChooser && error.code == ErrorCode::PortInUse && !m_isTerminating) {
        const auto port = m_portChooser(m_server->options().port, error);
        if (port && !m_isTerminating) {
            m_server->retry(*port);
            return;
        }
        m_failureShower = {}; // it has been shown
    }
    m_exitCode = report(error);
    m_server->stop();
}

int ServerProcess::report(const Error &error)
{
    print(stderr, programName() + QStringLiteral(": ") + error.message + u'\n');
    if (m_failureShower)
        m_failureShower(error);
    return exitCodeFor(error);
}

void ServerProcess::handleStopped()
{
    m_logger.info("stopped");
    QCoreApplication::exit(m_exitCode);
}

void ServerProcess::reload()
{
    const Result<ReloadedOptions> reloaded = m_running->reload();
    if (!reloaded) {
        m_logger.error("reload_failed", {{"reason", reloaded.error().message}});
        return;
    }
    logWarnings(reloaded->warnings);
    m_logger.info("reloaded", {{"need_restart", reloaded->needRestart.join(u' ')}});
}

Result<void> ServerProcess::apply(const Options &options)
{
    const Result<Credentials> credentials = Credentials::of(options);
    if (!credentials)
        return tl::unexpected<Error>(credentials.error());
    m_logger.setFormat(options.logFormat);
    m_logger.setLevel(options.logLevel);
    m_server->reload(options, *credentials);
    return {};
}

void ServerProcess::logWarnings(const QStringList &warnings)
{
    for (const QString &warning : warnings)
        m_logger.warning("configuration", {{"message", warning}});
}

} // namespace Signalbox
