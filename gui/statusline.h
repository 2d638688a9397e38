// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QLabel;
class QStatusBar;
QT_END_NAMESPACE

namespace Signalbox {

class Console;
class IconLabel;
struct HubStatus;

/// The line at the bottom: where the server is, how it does, and what the console is set to.
class StatusLine final : public QObject
{
    Q_OBJECT

public:
    StatusLine(Console &console, QStatusBar *bar);

private:
    void showStatus(const HubStatus &status);
    void showModes();

    Console &m_console;
    IconLabel *m_stateIcon;
    QLabel *m_state;
    QLabel *m_address;
    QLabel *m_connections;
    QLabel *m_zone;
    IconLabel *m_lockIcon;
    QLabel *m_lock;
};

} // namespace Signalbox
