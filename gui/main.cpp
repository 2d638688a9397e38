// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"
#include "gui/dialogs/portinusedialog.h"
#include "gui/mainwindow.h"
#include "server/app/serverprocess.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

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

/// Who asks for the help or the version may have no display.
bool asksForText(int argc, char *argv[])
{
    return std::any_of(argv, argv + argc, [](QByteArrayView argument) {
        return argument == "--help" || argument == "-h" || argument == "--version";
    });
}

/// Qt ends a process without a display by abort(), which looks like a crash.
bool hasPlatform(int argc, char *argv[])
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")
        || std::any_of(argv, argv + argc, [](QByteArrayView argument) {
               return argument.startsWith("-platform") || argument.startsWith("--platform");
           });
}

void showFailure(const Error &error)
{
    const QString title = QCoreApplication::translate("Signalbox::Main", "The server cannot start");
    QMessageBox box(QMessageBox::Critical, title, title + QStringLiteral("\n\n") + error.message,
                    QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (asksForText(argc, argv)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasPlatform(argc, argv)) {
        std::fputs("signalbox: there is no display for a window; without one, use signalboxd or "
                   "-platform offscreen\n",
                   stderr);
        return 1;
    }
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QGuiApplication::setDesktopFileName(QStringLiteral("signalbox"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/signalbox.svg")));
    QStringList arguments = QCoreApplication::arguments();
    const bool isReadOnly = takeReadOnly(arguments);
    ServerProcess process(arguments);
    // `-platform offscreen` is a server without a window: nobody would see it.
    const bool isHeadless = QGuiApplication::platformName() == QLatin1String("offscreen");
    // Whoever has a terminal reads it there.
    if (!isHeadless && ::isatty(STDERR_FILENO) == 0)
        process.setFailureShower(showFailure);
    if (const std::optional<int> exitCode = process.initialize()) {
        if (arguments.contains(QStringLiteral("--help"))
            || arguments.contains(QStringLiteral("-h")))
            printOwnHelp();
        return *exitCode;
    }

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
        process.setPortChooser(
            [&console, other = quint16(0)](quint16 port, const Error &error) mutable {
                return PortInUseDialog::ask(port, error.message, other, console->window());
            });
        console->show();
    }
    process.start();
    return QCoreApplication::exec();
}
