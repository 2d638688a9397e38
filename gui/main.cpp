// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"
#include "gui/dialogs/portinusedialog.h"
#include "gui/mainwindow.h"
#include "server/app/serverprocess.h"

#include <QApplication>
#include <QTextStream>

namespace {

using namespace Signalbox;

/// What only `signalbox` knows, and takes out of the arguments.
bool takeReadOnly(QStringList &arguments)
{
    return arguments.removeAll(QStringLiteral("--read-only")) > 0;
}

void printOwnHelp()
{
    QTextStream(stdout) << QStringLiteral("\n")
                        << QCoreApplication::translate("Signalbox::Main",
                                                       "Console:\n"
                                                       "  --read-only              nothing can be "
                                                       "changed from the window\n"
                                                       "  -platform offscreen      no window\n");
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QGuiApplication::setDesktopFileName(QStringLiteral("signalbox"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/signalbox.svg")));
    QStringList arguments = QCoreApplication::arguments();
    const bool isReadOnly = takeReadOnly(arguments);
    ServerProcess process(arguments);
    if (const std::optional<int> exitCode = process.initialize()) {
        if (arguments.contains(QStringLiteral("--help"))
            || arguments.contains(QStringLiteral("-h")))
            printOwnHelp();
        return *exitCode;
    }

    // `-platform offscreen` is a server without a window: nobody would see it.
    const bool isHeadless = QGuiApplication::platformName() == QLatin1String("offscreen");
    std::unique_ptr<ConsoleApplication> console;
    if (!isHeadless) {
        QGuiApplication::setQuitOnLastWindowClosed(false);
        console = std::make_unique<ConsoleApplication>(
            process.monitor(), process.hubOperator(),
            [&process](const QLocale &locale) { process.translation().load(locale); }, isReadOnly);
        QObject::connect(console.get(), &ConsoleApplication::stopRequested, &process,
                         &ServerProcess::terminate);
        QObject::connect(&application, &QCoreApplication::aboutToQuit, console.get(),
                         &ConsoleApplication::saveState);
        process.setPortChooser([&console](quint16 port, const Error &error) {
            return PortInUseDialog::ask(port, error.message, console->window());
        });
        console->show();
    }
    process.start();
    return QCoreApplication::exec();
}
