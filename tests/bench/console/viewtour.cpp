// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/viewtour.h"

#include "gui/consoleapplication.h"
#include "gui/mainwindow.h"
#include "gui/view.h"

#include <QAbstractItemView>

#include <algorithm>
#include <array>

namespace Signalbox::Bench {

namespace {

struct Stop
{
    const char *className;
    bool selects; ///< a row, so that the details of one are watched as well
};

/// Selecting an event would be reading it: the tail goes on without scrolling then.
constexpr std::array<Stop, 4> Stops{{{"Signalbox::OverviewView", false},
                                     {"Signalbox::ConnectionsView", true},
                                     {"Signalbox::SubscriptionsView", true},
                                     {"Signalbox::EventsView", false}}};

/// The first that is no heading of others.
QModelIndex firstLeaf(const QAbstractItemModel &model)
{
    QModelIndex index = model.index(0, 0);
    while (index.isValid() && model.rowCount(index) > 0)
        index = model.index(0, 0, index);
    return index;
}

} // namespace

ViewTour::ViewTour(ConsoleApplication &console, std::chrono::milliseconds stay, QObject *parent)
    : QObject(parent)
    , m_console(console)
{
    m_next.setInterval(stay);
    m_next.setTimerType(Qt::PreciseTimer);
    m_select.setInterval(stay / 4); // when there is something to select
    m_select.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ViewTour::openNext);
    connect(&m_select, &QTimer::timeout, this, &ViewTour::selectRow);
}

void ViewTour::start()
{
    m_next.start();
    openNext();
}

void ViewTour::openNext()
{
    const Stop &stop = Stops[m_stop];
    m_stop = (m_stop + 1) % Stops.size();
    const QList<View *> views = m_console.window()->views();
    const auto view = std::find_if(views.cbegin(), views.cend(), [&stop](const View *candidate) {
        return candidate->inherits(stop.className);
    });
    if (view == views.cend())
        qFatal("there is no %s", stop.className);
    Q_EMIT opening(QByteArray(stop.className));
    m_console.window()->showView(int(view - views.cbegin()));
    if (stop.selects)
        m_select.start();
}

void ViewTour::selectRow()
{
    const QList<QAbstractItemView *> lists =
        m_console.window()->currentView()->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *list : lists) {
        if (!list->isVisible() || !list->model() || list->model()->rowCount() == 0)
            continue;
        list->setCurrentIndex(firstLeaf(*list->model()));
        return;
    }
}

} // namespace Signalbox::Bench
