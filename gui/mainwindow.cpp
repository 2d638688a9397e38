// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "common/monitor/hubmonitor.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace Signalbox {

namespace {

QLabel *valueLabel(const QString &accessibleName)
{
    auto *label = new QLabel;
    label->setAccessibleName(accessibleName);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

MainWindow::MainWindow(const HubMonitor &monitor, QWidget *parent)
    : QMainWindow(parent)
    , m_address(valueLabel(tr("Address")))
    , m_connections(valueLabel(tr("Connections")))
    , m_events(valueLabel(tr("Events")))
{
    setWindowTitle(tr("Signalbox"));
    m_address->setOpenExternalLinks(true);
    m_address->setTextInteractionFlags(Qt::TextBrowserInteraction);

    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(24, 24, 24, 24);
    form->setVerticalSpacing(12);
    form->addRow(tr("Address:"), m_address);
    form->addRow(tr("Connections:"), m_connections);
    form->addRow(tr("Events:"), m_events);
    setCentralWidget(content);
    resize(420, 180);

    connect(&monitor, &HubMonitor::statusChanged, this, &MainWindow::showStatus);
    showStatus(monitor.status());
}

void MainWindow::showStatus(const HubStatus &status)
{
    const QLocale locale;
    if (status.address.isEmpty())
        m_address->setText(tr("starting…"));
    else
        m_address->setText(QStringLiteral("<a href=\"%1/client\">%1</a>").arg(status.address));
    m_connections->setText(
        tr("%1 open, %2 since the start")
            .arg(locale.toString(status.connections), locale.toString(status.totalConnections)));
    m_events->setText(
        tr("%1 accepted, %2 delivered")
            .arg(locale.toString(status.eventsReceived), locale.toString(status.eventsSent)));
}

} // namespace Signalbox
