// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Signalbox {

class HubMonitor;
struct HubStatus;

/// The console's window: where the server is to be reached, and how many are connected.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// \a monitor must outlive the window.
    explicit MainWindow(const HubMonitor &monitor, QWidget *parent = nullptr);

private:
    void showStatus(const HubStatus &status);

    QLabel *m_address;
    QLabel *m_connections;
    QLabel *m_events;
};

} // namespace Signalbox
