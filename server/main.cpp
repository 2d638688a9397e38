// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/serverprocess.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalboxd"));
    Signalbox::ServerProcess process;
    if (const std::optional<int> exitCode = process.initialize())
        return *exitCode;
    process.start();
    return QCoreApplication::exec();
}
