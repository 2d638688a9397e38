// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console's event loop stands still while a table of 100,000 connections is filled,
// sorted, filtered, scrolled and changed. Prints for each: how long it took until it was done, and
// the longest time in which no event was handled.
#include "gui/connections/connectionsmodel.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <random>

using namespace Signalbox;

namespace {

ConnectionInfo connectionOf(int i, std::mt19937 &random)
{
    ConnectionInfo info;
    info.sid = "sid-" + QByteArray::number(random(), 36) + '-' + QByteArray::number(i);
    info.user = "user" + QByteArray::number(random() % 20'000);
    info.dialect = i % 3 ? "workflow" : "plain";
    info.transport = i % 5 ? "websocket" : "polling";
    info.address = "192.0.2." + QByteArray::number(random() % 255) + ':'
        + QByteArray::number(1024 + random() % 60'000);
    info.userAgent = "Mozilla/5.0 (X11; Linux x86_64) Example/" + QByteArray::number(random() % 99);
    info.rooms = {"user:" + info.user, "project:" + QByteArray::number(random() % 1000)};
    info.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-qint64(random() % 100'000));
    info.idleSeconds = random() % 300;
    info.roundTripMs = random() % 400;
    info.queuedBytes = random() % 20 ? 0 : random() % 900'000;
    info.sent = {random() % 100'000, random()};
    info.received = {random() % 1000, random() % 1'000'000};
    return info;
}

/// Notes the longest pause between two rounds of the event loop.
class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            m_clock.restart();
        });
        m_timer.start();
        m_clock.start();
    }
    /// Runs \a work, then the event loop until \a isDone.
    void measure(const char *name, const std::function<void()> &work,
                 const std::function<bool()> &isDone)
    {
        QCoreApplication::processEvents();
        m_longest = 0;
        m_clock.restart();
        QElapsedTimer total;
        total.start();
        work();
        do {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        } while (!isDone());
        const qint64 took = total.elapsed();
        for (int i = 0; i < 3; ++i) // with what is painted then
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QTextStream(stdout) << QString::fromLatin1(name).leftJustified(44)
                            << QString::number(took).rightJustified(7) << " ms, longest pause "
                            << QString::number(double(m_longest) / 1e6, 'f', 1).rightJustified(6)
                            << " ms\n";
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const Theme theme;
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    std::mt19937 random(3);
    ConnectionChanges all;
    all.isReset = true;
    for (int i = 0; i < rows; ++i)
        all.opened << connectionOf(i, random);

    ConnectionsModel model;
    TableView table;
    table.setModel(&model);
    FilterBar filter;
    filter.setModel(&model);
    table.resize(1400, 900);
    table.show();
    Watchdog watchdog;
    const auto isReady = [&] { return model.isUpToDate() && !model.isBusy(); };
    const auto sort = [&](const char *name, const SortKeys &keys) {
        watchdog.measure(
            name, [&] { model.setSortKeys(keys); }, isReady);
    };
    const auto narrow = [&](const char *name, const char *text) {
        watchdog.measure(
            name, [&] { filter.setText(QString::fromUtf8(text)); }, isReady);
    };

    watchdog.measure(
        "fill", [&] { model.apply(all); }, isReady);
    sort("sort by user", {{ConnectionsModel::User, Qt::AscendingOrder}});
    sort("sort by user, descending", {{ConnectionsModel::User, Qt::DescendingOrder}});
    sort("sort by dialect, then bytes",
         {{ConnectionsModel::Dialect, Qt::AscendingOrder},
          {ConnectionsModel::BytesSent, Qt::DescendingOrder}});
    sort("sort by address", {{ConnectionsModel::Address, Qt::AscendingOrder}});
    narrow("filter: free text", "user12");
    narrow("filter: several terms", "room:project:7* idle>60 -dialect:plain");
    narrow("filter: none", "");
    watchdog.measure(
        "select all", [&] { table.selectAll(); }, [] { return true; });
    sort("sort with all selected", {{ConnectionsModel::Queued, Qt::DescendingOrder}});
    narrow("filter with all selected", "room:project:1*");
    narrow("no filter with part of them selected", "");
    sort("sort with part of them selected", {{ConnectionsModel::User, Qt::AscendingOrder}});
    table.clearSelection();

    int step = 0;
    watchdog.measure(
        "scroll, 200 steps", [] {},
        [&] {
            QScrollBar *bar = table.verticalScrollBar();
            bar->setValue(bar->maximum() / 200 * step);
            return ++step > 200;
        });

    ConnectionChanges figures;
    for (const ConnectionInfo &info : std::as_const(all.opened)) {
        ConnectionFigures one;
        one.sid = info.sid;
        one.queuedBytes = qint64(random() % 100'000);
        one.transport = info.transport;
        figures.figures << one;
    }
    sort("sort by queued bytes", {{ConnectionsModel::Queued, Qt::DescendingOrder}});
    watchdog.measure(
        "all figures change", [&] { model.apply(figures); }, isReady);
    watchdog.measure(
        "sorted anew by them", [&] { model.flushChanges(); }, isReady);

    ConnectionChanges churn;
    for (int i = 0; i < std::min(rows, 2000); ++i) {
        churn.opened << connectionOf(rows + i, random);
        churn.closed << ClosedConnection{all.opened[i * std::max(1, rows / 2000)], {}, {}};
    }
    watchdog.measure(
        "2,000 come, 2,000 go", [&] { model.apply(churn); }, isReady);

    const QTemporaryDir directory;
    bool isWritten = false;
    QObject::connect(&table, &TableView::exported, &table, [&] { isWritten = true; });
    watchdog.measure(
        "export as CSV", [&] { table.exportRowsTo(directory.filePath(QStringLiteral("a.csv"))); },
        [&] { return isWritten; });
    isWritten = false;
    watchdog.measure(
        "export as JSON", [&] { table.exportRowsTo(directory.filePath(QStringLiteral("a.json"))); },
        [&] { return isWritten; });
    table.selectAll();
    watchdog.measure(
        "copy the first 5,000", [&] { table.copySelection(); }, [] { return true; });
    return 0;
}
