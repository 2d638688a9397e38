// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubmonitor.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace Signalbox {

class HubOperator;

/// What all views of the console work with: the hub they watch and act on, and the window around
/// them, of which they know only what is here.
///
/// Lives on the main thread, and longer than any window.
class Console : public QObject
{
    Q_OBJECT

public:
    enum class Tone { Success, Information, Warning, Error };

    Console(HubMonitor &monitor, HubOperator &hubOperator, QObject *parent = nullptr)
        : QObject(parent)
        , m_monitor(monitor)
        , m_operator(hubOperator)
    { }

    [[nodiscard]] HubMonitor &monitor() const { return m_monitor; }
    [[nodiscard]] HubOperator &hubOperator() const { return m_operator; }

    /// Nothing may be changed; actions that would are disabled, and say so.
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// Times are shown in UTC, not in this machine's zone.
    [[nodiscard]] bool showsUtc() const { return m_showsUtc; }
    void setReadOnly(bool readOnly);
    void setShowsUtc(bool utc);

    /// What \a window needs watched from now on; what several need is watched together. So one
    /// takes the place of another without anything being missed, as it would be between the end
    /// and the beginning of a watch.
    void watch(const QObject *window, HubMonitor::Topics topics);
    void stopWatching(const QObject *window);

    /// Whose events are marked as such (ObservedEvent::followedSid), for all views; empty: no
    /// one's.
    [[nodiscard]] const QByteArray &followed() const { return m_followed; }
    void follow(const QByteArray &sid);

    /// Tells the operator in passing, without a dialog.
    void toast(const QString &text, Tone tone = Tone::Information)
    {
        Q_EMIT toastRequested(text, tone);
    }
    /// Opens other views at something.
    void showConnection(const QByteArray &sid) { Q_EMIT connectionRequested(sid); }
    void showRoom(const QByteArray &room) { Q_EMIT roomRequested(room); }
    /// Follows the connection, too.
    void showEventsOf(const QByteArray &sid);
    /// Opens the publisher with an event to be edited.
    void composeEvent(const QByteArray &json) { Q_EMIT composeRequested(json); }

Q_SIGNALS:
    void readOnlyChanged(bool readOnly);
    void showsUtcChanged(bool utc);
    void followedChanged(const QByteArray &sid);
    void toastRequested(const QString &text, Signalbox::Console::Tone tone);
    void connectionRequested(const QByteArray &sid);
    void roomRequested(const QByteArray &room);
    void eventsOfConnectionRequested(const QByteArray &sid);
    void composeRequested(const QByteArray &json);

private:
    void updateWatch();

    HubMonitor &m_monitor;
    HubOperator &m_operator;
    QHash<const QObject *, HubMonitor::Topics> m_watches;
    QByteArray m_followed;
    bool m_isReadOnly = false;
    bool m_showsUtc = false;
};

} // namespace Signalbox
