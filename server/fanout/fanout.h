// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/eventhub.h"

#include <QObject>

#include <vector>

namespace Signalbox {

/// What sends an accepted event on; implemented by each dialect.
class EventSink
{
public:
    virtual ~EventSink() = default;

    /// Sends \a event to each client that is in one of its rooms, once, encoded once. Returns how
    /// many that were.
    virtual qsizetype deliver(const Event &event) = 0;
};

/// Is told what became of each event.
class FanoutObserver
{
public:
    virtual void eventDelivered(const Event &event, qsizetype recipients) = 0;

protected:
    ~FanoutObserver() = default;
};

/// Takes what the hub accepted to all sinks, in order, and counts the deliveries.
///
/// Network thread.
class Fanout final : public QObject
{
    Q_OBJECT

public:
    explicit Fanout(EventHub &hub, QObject *parent = nullptr);

    /// \a sink must live as long as this.
    void addSink(EventSink &sink) { m_sinks.push_back(&sink); }
    /// Null: nobody.
    void setObserver(FanoutObserver *observer) { m_observer = observer; }

private:
    void handleEvents(const QList<Event> &events);

    EventHub &m_hub;
    std::vector<EventSink *> m_sinks;
    FanoutObserver *m_observer = nullptr;
};

} // namespace Signalbox
