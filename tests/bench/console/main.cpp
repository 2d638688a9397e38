// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"
#include "gui/mainwindow.h"
#include "server/app/serverprocess.h"
#include "tests/bench/console/blockwatch.h"
#include "tests/bench/console/stallwatch.h"
#include "tests/bench/console/viewtour.h"
#include "tests/gui/support/isolatedsettings.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <memory>
#include <optional>

namespace {

using namespace Signalbox;
using namespace Signalbox::Bench;

constexpr QSize WindowSize(1600, 1000);

/// Takes `name VALUE` out of \a arguments.
std::optional<QString> takeValue(QStringList &arguments, const QString &name)
{
    const qsizetype at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size())
        return {};
    const QString value = arguments.at(at + 1);
    arguments.remove(at, 2);
    return value;
}

int complain(const QString &text)
{
    std::fprintf(stderr, "signalbox-bench-console: %s\n", text.toLocal8Bit().constData());
    return 1;
}

bool write(const QString &path, const BlockWatch &watch, StallWatch &stalls)
{
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("interval_ms"), BlockWatch::IntervalMs},
                                  {QStringLiteral("turns"), watch.turns()},
                                  {QStringLiteral("stalls"), stalls.stop()}})
            .toJson(QJsonDocument::Compact);
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(json) == json.size()
        && file.flush();
}

} // namespace

/// signalbox-bench-console [--report FILE --stay MILLISECONDS] [options of signalboxd]
///
/// `signalbox` for the benchmark. With --report its window is open and changes its view, for each
/// the milliseconds of --stay; what its event loop did goes into FILE when SIGTERM has ended it.
/// Without, it is the same program with no window.
int main(int argc, char *argv[])
{
    // Everything is drawn, and shown to nobody; QT_QPA_PLATFORM may name a real display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const IsolatedSettings settings;
    QStringList arguments = QCoreApplication::arguments();
    const std::optional<QString> report = takeValue(arguments, QStringLiteral("--report"));
    const int stay = takeValue(arguments, QStringLiteral("--stay")).value_or(QString()).toInt();
    if (report && stay < 1)
        return complain(QStringLiteral("--report needs --stay, in milliseconds"));

    ServerProcess process(arguments);
    if (const std::optional<int> exitCode = process.initialize())
        return *exitCode;
    // Without a window, too: the two are compared.
    StallWatch stalls;
    if (!stalls.startWatching())
        complain(
            QStringLiteral("no real-time priority: what the machine stalls counts as blocked"));
    if (!report) {
        process.start();
        return QCoreApplication::exec();
    }

    ConsoleApplication console(
        process.monitor(), process.hubOperator(),
        [&process](const QLocale &locale) { process.translation().load(locale); }, false);
    console.window()->resize(WindowSize);
    console.show();
    BlockWatch watch;
    ViewTour tour(console, std::chrono::milliseconds(stay));
    QObject::connect(&tour, &ViewTour::opening, &watch, &BlockWatch::setStage);
    watch.start();
    tour.start();
    process.start();
    const int exitCode = QCoreApplication::exec();
    if (!write(*report, watch, stalls))
        return complain(*report + QStringLiteral(" cannot be written"));
    return exitCode;
}
