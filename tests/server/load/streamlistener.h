// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/load/eventstreams.h"

#include <QHash>
#include <QString>

#include <algorithm>
#include <limits>

namespace Signalbox::Test {

/// What one client has heard so far, and whether that is right: of each stream that it hears every
/// event once, from the first one on that it got. One that returns and asks for what it has missed
/// goes on where it was.
class StreamListener final
{
public:
    StreamListener(const EventStreams &streams, const QList<int> &rooms)
        : m_streams(streams)
    {
        for (const int stream : streams.heardIn(rooms))
            m_heard.insert(stream, {});
    }

    /// It is in all of its rooms: of what is published from now on, nothing may be missing.
    void noteSubscribed()
    {
        for (auto heard = m_heard.begin(); heard != m_heard.end(); ++heard)
            heard->firstAtMost = std::min(heard->firstAtMost, m_streams.next(heard.key()));
    }
    /// What is wrong with that; empty if nothing.
    [[nodiscard]] QString note(const EventMark &mark)
    {
        const auto heard = m_heard.find(mark.stream);
        if (heard == m_heard.end())
            return QStringLiteral("an event of stream %1, which is not for it").arg(mark.stream);
        const qint64 expected = heard->last + 1;
        const bool isFirst = heard->last < 0;
        heard->last = mark.number;
        if (isFirst ? mark.number <= heard->firstAtMost : mark.number == expected)
            return {};
        return QStringLiteral("event %1 of stream %2 where %3 was due")
            .arg(mark.number)
            .arg(mark.stream)
            .arg(isFirst ? heard->firstAtMost : expected);
    }
    /// What was published since it subscribed and has not come; empty if nothing is missing.
    [[nodiscard]] QString missing() const
    {
        for (auto heard = m_heard.cbegin(); heard != m_heard.cend(); ++heard) {
            const qint64 next = m_streams.next(heard.key());
            const qint64 due = heard->last < 0 ? heard->firstAtMost : heard->last + 1;
            if (due < next)
                return QStringLiteral("events %1 to %2 of stream %3")
                    .arg(due)
                    .arg(next - 1)
                    .arg(heard.key());
        }
        return {};
    }

private:
    struct Heard
    {
        qint64 firstAtMost = std::numeric_limits<qint64>::max();
        qint64 last = -1;
    };

    const EventStreams &m_streams;
    QHash<int, Heard> m_heard;
};

} // namespace Signalbox::Test
