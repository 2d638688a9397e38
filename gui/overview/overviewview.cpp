// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overviewview.h"

#include "gui/console.h"
#include "gui/dialogs/emergencydialog.h"
#include "gui/figures.h"
#include "gui/overview/healthpanel.h"
#include "gui/overview/metricshistory.h"
#include "gui/overview/metrictile.h"
#include "gui/overview/sparkline.h"
#include "gui/overview/throughputpanel.h"
#include "gui/overview/timechart.h"
#include "gui/theme/theme.h"
#include "gui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSettings>
#include <QUrl>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int Gap = 12;
constexpr int WideAt = 660; // five tiles in a row; else three
constexpr qint64 AlarmMs = 60'000; // slow closes alarm as long as their sparkline shows them

} // namespace

OverviewView::OverviewView(Console &console, const MetricsHistory &metrics, QWidget *parent)
    : View(console, parent)
    , m_metrics(metrics)
    , m_address(new QLabel)
    , m_switch(new QPushButton)
    , m_grid(new QGridLayout)
    , m_connections(new MetricTile(QStringLiteral("connections"), tr("Connections")))
    , m_rooms(new MetricTile(QStringLiteral("subscriptions"), tr("Rooms")))
    , m_eventsIn(new MetricTile(QStringLiteral("events"), tr("Events in")))
    , m_deliveries(new MetricTile(QStringLiteral("publish"), tr("Deliveries out")))
    , m_bytes(new MetricTile(QStringLiteral("export"), tr("Bytes out")))
    , m_queued(new MetricTile(QStringLiteral("drain"), tr("Queued")))
    , m_slow(new MetricTile(QStringLiteral("clock"), tr("Slow closes")))
    , m_authFailures(new MetricTile(QStringLiteral("lock"), tr("Auth failures")))
    , m_uptime(new MetricTile(QStringLiteral("server"), tr("Uptime")))
    , m_health(new HealthPanel)
    , m_empty(makeEmptyState())
    , m_throughput(new ThroughputPanel(metrics))
{
    m_connections->setToolTip(tr("Clients that are connected now"));
    m_rooms->setToolTip(tr("Rooms with members"));
    m_eventsIn->setToolTip(tr("Events that were accepted, per second"));
    m_deliveries->setToolTip(tr("Events times the clients that each was written to, per second"));
    m_bytes->setToolTip(tr("Written to all clients, per second"));
    m_queued->setToolTip(tr("Waiting in the send queues of all clients"));
    m_slow->setToolTip(
        tr("Clients that were disconnected since the start because they were too slow"));
    m_authFailures->setToolTip(tr("Credentials that were refused since the start"));
    m_uptime->setToolTip(tr("Since the server was started"));
    m_tiles = {m_connections, m_rooms, m_eventsIn,     m_deliveries, m_bytes,
               m_queued,      m_slow,  m_authFailures, m_uptime,     m_health};

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(Gap);
    column->addWidget(makeHeader());
    m_grid->setSpacing(Gap);
    column->addLayout(m_grid);
    column->addWidget(m_empty);
    m_throughput->setMinimumHeight(220);
    column->addWidget(m_throughput, 1);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    arrange(WideAt);

    auto *copyAction =
        new QAction(Theme::icon(QStringLiteral("copy")), tr("Copy the test URL"), this);
    auto *openAction =
        new QAction(Theme::icon(QStringLiteral("external")), tr("Open the client page"), this);
    m_actions = {copyAction, openAction};
    connect(copyAction, &QAction::triggered, this, &OverviewView::copyTestUrl);
    connect(openAction, &QAction::triggered, this, &OverviewView::openClientPage);

    connect(&console.monitor(), &HubMonitor::statusChanged, this, &OverviewView::showStatus);
    connect(&metrics, &MetricsHistory::sampled, this, &OverviewView::showSample);
    connect(&console, &Console::readOnlyChanged, this, &OverviewView::updateSwitch);
    connect(&console, &Console::showsUtcChanged, m_throughput->chart(), &TimeChart::setShowsUtc);
    m_throughput->chart()->setShowsUtc(console.showsUtc());
    connect(m_throughput, &ThroughputPanel::pausedChanged, this, &View::pausedChanged);
    connect(m_throughput, &ThroughputPanel::saved, this, [&console](const QString &path) {
        console.toast(tr("The chart was saved as %1").arg(path), Console::Tone::Success);
    });
    connect(m_throughput, &ThroughputPanel::saveFailed, this, [&console](const QString &path) {
        console.toast(tr("%1 cannot be written").arg(path), Console::Tone::Error);
    });
    showStatus(console.monitor().status());
    showSample();
}

QWidget *OverviewView::makeHeader()
{
    auto *header = new QWidget;
    auto *heading = new QLabel(title());
    heading->setProperty("kind", QStringLiteral("title"));
    m_address->setTextFormat(Qt::RichText);
    m_address->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_address->setOpenExternalLinks(true);
    m_address->setAccessibleName(tr("Address"));
    m_switch->setObjectName(QStringLiteral("emergency"));
    connect(m_switch, &QPushButton::clicked, this,
            [this] { EmergencyDialog::toggle(console(), this); });
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_switch);
    return header;
}

EmptyState *OverviewView::makeEmptyState()
{
    auto *empty = new EmptyState(QStringLiteral("connections"), tr("No clients yet"),
                                 tr("Open the client page in a browser, or copy the test URL into "
                                    "your own client: it shows up here as soon as it connects."));
    QPushButton *open = empty->addButton(tr("Open the client page"));
    QPushButton *copy = empty->addButton(tr("Copy the test URL"));
    copy->setObjectName(QStringLiteral("copyTestUrl"));
    connect(open, &QPushButton::clicked, this, &OverviewView::openClientPage);
    connect(copy, &QPushButton::clicked, this, &OverviewView::copyTestUrl);
    empty->setMinimumHeight(170);
    return empty;
}

void OverviewView::activate()
{
    showStatus(console().monitor().status());
    showSample();
}

void OverviewView::deactivate()
{ }

void OverviewView::refresh()
{
    activate();
}

QWidget *OverviewView::keyboardOwner() const
{
    return m_throughput->chart();
}

bool OverviewView::isPaused() const
{
    return m_throughput->isPaused();
}

void OverviewView::setPaused(bool paused)
{
    m_throughput->setPaused(paused);
}

void OverviewView::showStatus(const HubStatus &status)
{
    const QString url = status.address.toHtmlEscaped();
    m_address->setText(url.isEmpty()
                           ? tr("starting…")
                           : QStringLiteral("<a style=\"color:%2\" href=\"%1/client\">%1</a>")
                                 .arg(url, Theme::color(ThemeRole::Accent).name()));
    m_connections->setValue(Figures::count(double(status.connections)));
    m_rooms->setValue(Figures::count(double(status.rooms)));
    m_queued->setValue(Figures::bytes(double(status.queuedBytes)));
    m_slow->setValue(Figures::count(double(status.slowCloses)));
    m_authFailures->setValue(Figures::count(double(status.authFailures)));
    if (status.slowCloses > m_slowCloses)
        m_lastSlowAt = QDateTime::currentMSecsSinceEpoch();
    m_slowCloses = status.slowCloses;
    m_health->setStatus(status);
    m_empty->setVisible(status.connections == 0 && status.startedAt.isValid());
    updateSwitch();
}

void OverviewView::showSample()
{
    const MetricsSample sample = m_metrics.newest();
    m_eventsIn->setValue(Figures::rate(sample.value(Metric::EventsIn)));
    m_deliveries->setValue(Figures::rate(sample.value(Metric::DeliveriesOut)));
    m_bytes->setValue(Figures::byteRate(sample.value(Metric::BytesOut)));
    const auto draw = [this](MetricTile *tile, Metric metric) {
        tile->sparkline()->setValues(m_metrics.last(metric, Sparkline::Points));
    };
    draw(m_connections, Metric::Connections);
    draw(m_rooms, Metric::Rooms);
    draw(m_eventsIn, Metric::EventsIn);
    draw(m_deliveries, Metric::DeliveriesOut);
    draw(m_bytes, Metric::BytesOut);
    draw(m_queued, Metric::QueuedBytes);
    draw(m_slow, Metric::SlowCloses);
    draw(m_authFailures, Metric::AuthFailures);
    m_slow->setAlarming(m_lastSlowAt > 0
                        && QDateTime::currentMSecsSinceEpoch() - m_lastSlowAt < AlarmMs);

    const HubStatus status = console().monitor().status();
    if (!status.startedAt.isValid())
        return;
    m_uptime->setValue(Figures::duration(status.startedAt.secsTo(QDateTime::currentDateTimeUtc())));
    m_uptime->setNote(tr("%Ln connection(s) so far", nullptr, int(status.totalConnections)));
}

void OverviewView::updateSwitch()
{
    const bool isTripped = console().monitor().status().isTripped;
    m_switch->setText(isTripped ? tr("Take events again…") : tr("Emergency stop…"));
    m_switch->setIcon(isTripped ? Theme::icon(QStringLiteral("play"))
                                : Theme::icon(QStringLiteral("emergency"), ThemeRole::Bad));
    m_switch->setEnabled(!console().isReadOnly());
    m_switch->setToolTip(console().isReadOnly() ? tr("The console is read-only")
                             : isTripped        ? tr("Publishing is stopped")
                                                : tr("Refuse every event that is published"));
}

void OverviewView::arrange(int width)
{
    const int columns = width >= WideAt ? 5 : 3;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (QWidget *tile : std::as_const(m_tiles))
        m_grid->removeWidget(tile);
    for (int i = 0; i < m_tiles.size(); ++i)
        m_grid->addWidget(m_tiles.at(i), i / columns, i % columns);
    for (int column = 0; column < 5; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void OverviewView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    arrange(event->size().width());
}

void OverviewView::copyTestUrl()
{
    const QString address = console().monitor().status().address;
    if (address.isEmpty()) {
        console().toast(tr("The server is not listening yet."), Console::Tone::Warning);
        return;
    }
    QGuiApplication::clipboard()->setText(address);
    console().toast(tr("Copied %1").arg(address), Console::Tone::Success);
}

void OverviewView::openClientPage()
{
    const QString address = console().monitor().status().address;
    if (address.isEmpty() || !QDesktopServices::openUrl(QUrl(address + QStringLiteral("/client"))))
        console().toast(tr("No browser could be opened. Open %1 yourself.")
                            .arg(address + QStringLiteral("/client")),
                        Console::Tone::Warning);
}

void OverviewView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const OverviewView *>(&predecessor);
    if (!before)
        return;
    m_throughput->takeOver(*before->m_throughput);
    m_lastSlowAt = before->m_lastSlowAt;
    showSample();
}

void OverviewView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("chart"), m_throughput->subject());
    settings.setValue(QStringLiteral("span"), m_throughput->span());
}

void OverviewView::restoreState(QSettings &settings)
{
    m_throughput->choose(settings.value(QStringLiteral("chart"), 0).toInt(),
                         settings.value(QStringLiteral("span"), 60).toInt());
}

} // namespace Signalbox
