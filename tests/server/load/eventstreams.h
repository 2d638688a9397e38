// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace Signalbox::Test {

/// Where an event belongs: the number-th of those that one publisher publishes to the same rooms.
struct EventMark
{
    int stream = 0;
    qint64 number = 0; ///< from 0 on
};

/// What is published, in streams: all events of one publisher that go to the same room, or to the
/// same two rooms. Who hears a stream must hear it in order and without a gap.
///
/// Room 0 has a stream of large events for each publisher. Each other room has one of its own, and
/// shares one with the room that follows.
class EventStreams final
{
public:
    EventStreams(int publishers, int rooms)
        : m_rooms(rooms)
        , m_next(static_cast<size_t>(publishers * streamsPerPublisher()), 0)
    { }

    [[nodiscard]] int rooms() const { return m_rooms; }
    [[nodiscard]] int publishers() const { return int(m_next.size()) / streamsPerPublisher(); }
    /// The first of a publisher's is that of the large events.
    [[nodiscard]] int streamsPerPublisher() const { return 2 * m_rooms - 2; }
    /// The number that the next event of \a stream gets.
    [[nodiscard]] qint64 next(int stream) const { return m_next[static_cast<size_t>(stream)]; }

    [[nodiscard]] static QByteArray room(int index) { return "r" + QByteArray::number(index); }
    /// Those that a member of all \a rooms hears.
    [[nodiscard]] QList<int> heardIn(const QList<int> &rooms) const
    {
        QList<int> streams;
        for (int publisher = 0; publisher < publishers(); ++publisher) {
            for (int stream = 0; stream < streamsPerPublisher(); ++stream) {
                const bool isHeard = rooms.contains(firstRoom(stream))
                    || (isShared(stream) && rooms.contains(firstRoom(stream) + 1));
                if (isHeard)
                    streams.append(publisher * streamsPerPublisher() + stream);
            }
        }
        return streams;
    }

    /// The next event of \a stream, as a publisher writes it.
    [[nodiscard]] QByteArray makeEvent(int stream, qsizetype fillerBytes)
    {
        const int place = stream % streamsPerPublisher();
        const int first = firstRoom(place);
        QByteArray json = "{\"type\":\"bench_event\",";
        if (isShared(place))
            json +=
                "\"rooms\":[\"workflow:" + room(first) + "\",\"workflow:" + room(first + 1) + "\"]";
        else
            json += "\"workflow_id\":\"" + room(first) + '"';
        return json + ",\"mark\":\"" + QByteArray::number(stream) + '/'
            + QByteArray::number(m_next[static_cast<size_t>(stream)]++) + "\",\"filler\":\""
            + QByteArray(fillerBytes, 'x') + "\"}";
    }

    /// The marks of all events in a message, in their order.
    [[nodiscard]] static QList<EventMark> marksIn(QByteArrayView message)
    {
        static constexpr QByteArrayView Key = "\"mark\":\"";
        QList<EventMark> marks;
        for (qsizetype at = message.indexOf(Key); at >= 0; at = message.indexOf(Key, at)) {
            at += Key.size();
            const qsizetype slash = message.indexOf('/', at);
            const qsizetype end = message.indexOf('"', at);
            marks.append({message.sliced(at, slash - at).toInt(),
                          message.sliced(slash + 1, end - slash - 1).toLongLong()});
        }
        return marks;
    }

private:
    /// Of those of one publisher: 0: room 0, 1: room 1, 2: rooms 1 and 2, 3: room 2, ...
    [[nodiscard]] static int firstRoom(int place) { return (place + 1) / 2; }
    [[nodiscard]] static bool isShared(int place) { return place > 0 && place % 2 == 0; }

    int m_rooms;
    std::vector<qint64> m_next;
};

} // namespace Signalbox::Test
