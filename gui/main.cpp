// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "server/app/serverprocess.h"

#include <QApplication>
#include <QIcon>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/signalbox.svg")));
    Signalbox::ServerProcess process;
    if (const std::optional<int> exitCode = process.initialize())
        return *exitCode;

    // `-platform offscreen` is a server without a window: nobody would see it.
    const bool isHeadless = QGuiApplication::platformName() == QLatin1String("offscreen");
    std::unique_ptr<Signalbox::MainWindow> window;
    if (!isHeadless) {
        window = std::make_unique<Signalbox::MainWindow>(process.monitor());
        QGuiApplication::setQuitOnLastWindowClosed(false);
        QObject::connect(&application, &QGuiApplication::lastWindowClosed, &process,
                         &Signalbox::ServerProcess::terminate);
        window->show();
    }
    process.start();
    return QCoreApplication::exec();
}
