// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/operatorcommand.h"
#include "server/app/serverprocess.h"

#include <QCoreApplication>
#include <QFile>

namespace {

/// Before anything of a server is there: Ctrl-C must end a command that waits for its input.
std::optional<int> runCommand()
{
    const Signalbox::Translation translation;
    QFile input;
    const bool hasInput = input.open(stdin, QIODevice::ReadOnly);
    Q_UNUSED(hasInput) // only one command reads it
    const auto outcome = Signalbox::OperatorCommand::run(
        QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment(), input);
    if (!outcome)
        return {};
    const auto print = [](FILE *stream, const QString &text) {
        const QByteArray bytes = text.toLocal8Bit();
        return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream)
            == size_t(bytes.size())
            && std::fflush(stream) == 0;
    };
    print(stderr, outcome->message);
    // A token that nobody got is not issued.
    if (!print(stdout, outcome->output))
        return Signalbox::OperatorCommand::ExitNotValid;
    return outcome->exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxd"));
    if (const std::optional<int> exitCode = runCommand())
        return *exitCode;
    Signalbox::ServerProcess process(QCoreApplication::arguments());
    if (const std::optional<int> exitCode = process.initialize())
        return *exitCode;
    process.start();
    return QCoreApplication::exec();
}
