// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/serverprocess.h"

#include "server/app/credentials.h"
#include "server/app/descriptorlimit.h"
#include "server/app/helptext.h"
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
    const auto failed = [](const Error &error, int exitCode) {
        print(stderr, programName() + QStringLiteral(": ") + error.message + u'\n');
        return exitCode;
    };
    const Result<ParsedOptions> parsed = m_parser.parse();
    if (!parsed)
        return failed(parsed.error(), ExitUsage);
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
        return failed(credentials.error(), exitCodeFor(credentials.error()));

    m_logger.setFormat(options.logFormat);
    m_logger.setLevel(options.logLevel);
    logWarnings(parsed->warnings);
    m_logger.info("starting",
                  {{"version", versionNumber()},
                   {"descriptor_limit", qint64(raiseDescriptorLimit())},
                   {"admin_token_file", credentials->admin.path},
                   {"jwt_secret_file", credentials->jwt.secretPath}});

    m_server = std::make_unique<Server>(options, *credentials, m_logger);
    connect(m_server.get(), &Server::started, this, &ServerProcess::handleStarted);
    connect(m_server.get(), &Server::startFailed, this, &ServerProcess::handleStartFailed);
    connect(m_server.get(), &Server::stopped, this, &ServerProcess::handleStopped);
    return {};
}

void ServerProcess::start()
{
    m_server->start();
}

void ServerProcess::terminate()
{
    if (std::exchange(m_isTerminating, true))
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
    }
    print(stderr, programName() + QStringLiteral(": ") + error.message + u'\n');
    m_exitCode = exitCodeFor(error);
    m_server->stop();
}

void ServerProcess::handleStopped()
{
    m_logger.info("stopped");
    QCoreApplication::exit(m_exitCode);
}

void ServerProcess::reload()
{
    const Result<ReloadedOptions> reloaded = m_parser.reload(m_server->options());
    if (!reloaded) {
        m_logger.error("reload_failed", {{"reason", reloaded.error().message}});
        return;
    }
    const Result<Credentials> credentials = Credentials::of(reloaded->options);
    if (!credentials) {
        m_logger.error("reload_failed", {{"reason", credentials.error().message}});
        return;
    }
    logWarnings(reloaded->warnings);
    m_logger.setFormat(reloaded->options.logFormat);
    m_logger.setLevel(reloaded->options.logLevel);
    m_server->reload(reloaded->options, *credentials);
    m_logger.info("reloaded", {{"need_restart", reloaded->needRestart.join(u' ')}});
}

void ServerProcess::logWarnings(const QStringList &warnings)
{
    for (const QString &warning : warnings)
        m_logger.warning("configuration", {{"message", warning}});
}

} // namespace Signalbox
