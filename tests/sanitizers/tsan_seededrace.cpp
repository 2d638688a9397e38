// SPDX-License-Identifier: GPL-3.0-or-later

// A mistake made on purpose, and its correction: whether ThreadSanitizer still finds what we must
// not do, in spite of all that it is told about Qt, and is silent about what we may.

#include "common/hub/eventhub.h"
#include "server/epoll/epolldispatcher.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>

namespace Signalbox {

/// Watches a hub as the console does: the hub lives on the network thread, the watcher and its
/// slots on the main thread.
class Watcher final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype Enough = 200;

    void attach(EventHub &hub, bool withRace)
    {
        connect(&hub, &EventHub::eventsAccepted, this, &Watcher::handleEvents);
        if (withRace)
            connect(&hub, &EventHub::eventsAccepted, this, &Watcher::touchUnprotected,
                    Qt::DirectConnection); // the mistake
    }

Q_SIGNALS:
    void sawEnough();

private:
    void handleEvents(const QList<Signalbox::Event> &events)
    {
        for (const Event &event : events)
            m_bytes += event.type.size();
        touchUnprotected();
        if (++m_batches == Enough)
            Q_EMIT sawEnough();
    }
    /// In both threads, if there is a race.
    [[gnu::noinline]] void touchUnprotected() { ++m_touches; }

    qsizetype m_bytes = 0;
    qsizetype m_batches = 0;
    qsizetype m_touches = 0;
};

} // namespace Signalbox

using namespace Signalbox;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const bool withRace = !QCoreApplication::arguments().contains(QStringLiteral("--corrected"));

    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    Watcher watcher;
    auto *agent = new QObject; // on the network thread: what is invoked on it runs there
    agent->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, agent, &QObject::deleteLater);
    QObject::connect(&watcher, &Watcher::sawEnough, &thread, &QThread::quit);
    QObject::connect(&thread, &QThread::finished, &app, &QCoreApplication::quit);
    thread.start();
    QMetaObject::invokeMethod(agent, [agent, &watcher, withRace] {
        auto *hub = new EventHub({}, agent);
        watcher.attach(*hub, withRace);
        for (qsizetype i = 0; i < Watcher::Enough; ++i) {
            QMetaObject::invokeMethod(
                hub, [hub] { (void)hub->publish("{\"type\":\"a\",\"workflow_id\":1}"); },
                Qt::QueuedConnection);
        }
    });
    const int result = QCoreApplication::exec();
    thread.wait();
    std::puts("done");
    return result;
}

#include "tsan_seededrace.moc"
