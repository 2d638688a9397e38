// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubstatus.h"
#include "gui/console.h"

#include <QTimer>

namespace Signalbox {

/// Notices what an operator must hear of, even with the window out of sight: clients that are too
/// slow, the emergency switch, a component in trouble.
class Alerts final : public QObject
{
    Q_OBJECT

public:
    /// \a monitor must outlive this.
    explicit Alerts(HubMonitor &monitor, QObject *parent = nullptr);

    [[nodiscard]] int unseen() const { return m_unseen; }
    void markSeen();

    /// Slow clients come in swarms: told once in this time, with their number.
    static constexpr int SlowIntervalMs = 30'000;

Q_SIGNALS:
    void raised(const QString &title, const QString &text, Signalbox::Console::Tone tone);
    void unseenChanged(int unseen);

private:
    void handleStatus(const HubStatus &status);
    void tellSlowCloses();
    void raise(const QString &title, const QString &text, Console::Tone tone);

    HubStatus m_previous;
    quint64 m_untoldSlowCloses = 0;
    QTimer m_slowTimer;
    int m_unseen = 0;
};

} // namespace Signalbox
