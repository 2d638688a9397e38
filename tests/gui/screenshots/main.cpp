// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"
#include "gui/mainwindow.h"
#include "server/app/credentials/credentials.h"
#include "server/app/server.h"
#include "server/app/translation.h"
#include "tests/gui/screenshots/audience.h"
#include "tests/gui/screenshots/studio.h"
#include "tests/gui/support/isolatedsettings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

using namespace Signalbox;

namespace {

constexpr QSize WindowSize(1200, 780);
constexpr int WarmUpMs = 20'000; // a third of a minute of sparklines
constexpr double DemoRate = 60;

/// Processes events until \a isDone, at most \a milliseconds.
template <typename Predicate>
bool waitFor(Predicate isDone, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return isDone();
}

int complain(const QString &text)
{
    QTextStream(stderr) << QStringLiteral("signalbox-screenshots: ") << text << u'\n';
    return 1;
}

} // namespace

/// signalbox-screenshots FOLDER: pictures of every view, with a real server and its demo, in every
/// theme and in English and Chinese; QT_SCALE_FACTOR is the caller's.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const IsolatedSettings settings;
    const QDir folder(QCoreApplication::arguments().value(1));
    if (argc != 2 || !folder.mkpath(QStringLiteral(".")))
        return complain(QStringLiteral("needs a folder that it can write to"));

    const QTemporaryDir data;
    Options options = Options::defaults(Environment::Development);
    options.port = 0;
    options.demo = true;
    options.demoRate = DemoRate;
    options.demoSeed = 7;
    options.dataFolder = data.path();
    const Result<Credentials> credentials = Credentials::of(options);
    if (!credentials)
        return complain(credentials.error().message);
    QFile nowhere(QStringLiteral("/dev/null"));
    if (!nowhere.open(QIODevice::WriteOnly))
        return complain(nowhere.errorString());
    Logger logger(LogFormat::Text, LogLevel::Info, nowhere.handle());
    Server server(options, *credentials, logger);
    quint16 port = 0;
    QObject::connect(&server, &Server::started, &application, [&port](quint16 p) { port = p; });
    server.start();
    if (!waitFor([&port] { return port != 0; }, 10'000))
        return complain(QStringLiteral("the server did not start"));

    Translation translation;
    ConsoleApplication console(
        server.monitor(), server.hubOperator(),
        [&translation](const QLocale &locale) { translation.load(locale); }, false);
    const Audience audience(QUrl(QStringLiteral("ws://localhost:%1/ws").arg(port)),
                            server.hubOperator());
    console.window()->resize(WindowSize);
    console.show();
    waitFor([] { return false; }, WarmUpMs);
    if (!audience.isComplete())
        return complain(QStringLiteral("not all clients could connect"));

    Studio studio(console, folder);
    for (const Language::Entry &entry : Language::available()) {
        if (entry.code != u"en" && entry.code != u"zh_CN")
            continue;
        console.language().set(entry.code);
        waitFor([] { return false; }, 500); // another window
        console.window()->resize(WindowSize);
        for (const auto &[theme, choice] :
             {std::pair{"light", Theme::Choice::Light}, std::pair{"dark", Theme::Choice::Dark}}) {
            console.theme().setChoice(choice);
            studio.takeAll(QLatin1String(theme), entry.code.section(u'_', 0, 0));
        }
    }
    for (const QString &complaint : studio.complaints())
        complain(complaint);
    QTextStream(stdout) << studio.taken() << QStringLiteral(" pictures in ")
                        << folder.absolutePath() << u'\n';
    return studio.complaints().isEmpty() ? 0 : 1;
}
