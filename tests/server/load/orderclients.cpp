// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/load/orderclients.h"

#include "tests/bench/client/httpconnection.h"
#include "tests/bench/support/benchfailure.h"

using namespace Signalbox::Bench;

namespace Signalbox::Test {

namespace {

enum Speech : size_t { Workflow, Rooms, Plain };

// Fewer than any usual listen backlog.
constexpr int MaxConnecting = 100;

constexpr QByteArrayView RecentEvents = "42[\"recent_events\"";
constexpr QByteArrayView EventIdKey = "\"event_id\":\"";

/// The workflow dialect of the benchmark's clients, for which replays do not count.
class ReplayedProtocol final : public ClientProtocol
{
public:
    ReplayedProtocol()
        : m_protocol(makeSocketIoProtocol("/socket.io/", {}))
    { }

    [[nodiscard]] QByteArray target() const override { return m_protocol->target(); }
    void begin(BenchClient &client) const override { m_protocol->begin(client); }
    [[nodiscard]] QByteArray farewell() const override { return m_protocol->farewell(); }
    void handleMessage(BenchClient &client, QByteArrayView message) const override
    {
        if (message.startsWith(RecentEvents))
            client.receiveEvent(message);
        else
            m_protocol->handleMessage(client, message);
    }

private:
    std::unique_ptr<ClientProtocol> m_protocol;
};

Speech speechOf(int place)
{
    const int turn = place % 10;
    return turn == 3 ? Rooms : turn == 7 ? Plain : Workflow;
}

/// Whether a place's clients go on where the one before has left.
bool isContinuing(int place)
{
    return speechOf(place) == Workflow && place % 2 == 0;
}

} // namespace

OrderClients::OrderClients(EpollLoop &loop, const EventStreams &streams, quint16 port,
                           const QByteArray &token, int places, int heavy)
    : m_streams(streams)
    , m_heavy(heavy)
    , m_places(static_cast<size_t>(places))
{
    m_protocols.push_back(std::make_unique<ReplayedProtocol>());
    m_protocols.push_back(makeRoomsProtocol("/socket.io/", token));
    m_protocols.push_back(makePlainProtocol(token));
    for (const auto &protocol : m_protocols) {
        ClientSetup setup;
        setup.loop = &loop;
        setup.observer = this;
        setup.server = socketAddress(QStringLiteral("127.0.0.1"), port);
        setup.protocol = protocol.get();
        setup.upgradeRequest = "GET " + protocol->target()
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        setup.expectedAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="; // RFC 6455, 1.3
        m_setups.push_back(setup);
    }
    for (int place = places - 1; place >= 0; --place)
        m_vacant.push_back(place);
}

OrderClients::~OrderClients() = default;

/// In most places they change with every client.
QList<int> OrderClients::roomsFor(int place) const
{
    if (place < m_heavy)
        return {0};
    const int usual = m_streams.rooms() - 1;
    const int visits = isContinuing(place) ? 0 : m_places[static_cast<size_t>(place)].visits;
    const int room = 1 + (place + 7 * visits) % usual;
    if (speechOf(place) != Workflow && place % 20 < 10 && room < usual)
        return {room, room + 1};
    return {room};
}

void OrderClients::fillPlaces()
{
    while (!m_vacant.empty() && m_connecting < MaxConnecting) {
        const int place = m_vacant.back();
        m_vacant.pop_back();
        connectNew(place);
    }
}

void OrderClients::connectNew(int index)
{
    Place &place = m_places[static_cast<size_t>(index)];
    const bool isGoingOn = isContinuing(index) && !place.lastEvent.isEmpty();
    QList<QByteArray> names;
    for (const int room : roomsFor(index))
        names.append(EventStreams::room(room) + (isGoingOn ? '@' + place.lastEvent : QByteArray()));
    if (!isGoingOn)
        listenAnew(index);
    place.state = Place::Connecting;
    place.client = std::make_unique<BenchClient>(m_setups[speechOf(index)], index, names);
    ++place.visits;
    ++m_connecting;
    if (!place.client->open(0))
        fail(*place.client, QStringLiteral("no local port is left"));
}

void OrderClients::listenAnew(int index)
{
    m_places[static_cast<size_t>(index)].listener =
        std::make_unique<StreamListener>(m_streams, roomsFor(index));
}

void OrderClients::vacate(Place &place)
{
    m_vacant.push_back(place.client->index());
    if (place.state == Place::Listening)
        --m_listening;
    else if (place.state == Place::Connecting)
        --m_connecting;
    place.state = Place::Leaving;
    place.isPaused = false;
}

bool OrderClients::leave(int index, Leave how)
{
    Place &place = m_places[static_cast<size_t>(index)];
    if (place.state != Place::Listening || place.isPaused)
        return false;
    place.state = Place::Leaving;
    --m_listening;
    place.client->leave(how == Leave::Abruptly ? BenchClient::Departure::Bare
                                               : BenchClient::Departure::Polite);
    return true;
}

bool OrderClients::stopReading(int index)
{
    Place &place = m_places[static_cast<size_t>(index)];
    if (place.state != Place::Listening || place.isPaused)
        return false;
    place.isPaused = true;
    place.client->pause(BenchClient::Buffer::Usual);
    return true;
}

void OrderClients::readOn(int index)
{
    Place &place = m_places[static_cast<size_t>(index)];
    if (!place.isPaused)
        return;
    place.isPaused = false;
    place.client->resume();
}

QString OrderClients::missing() const
{
    for (const Place &place : m_places) {
        const QString missing =
            place.state == Place::Listening ? place.listener->missing() : QStringLiteral("all");
        if (!missing.isEmpty())
            return about(*place.client, missing);
    }
    return {};
}

void OrderClients::pingAll()
{
    m_pongs = 0;
    for (const Place &place : m_places)
        place.client->ping();
}

void OrderClients::clientReady(BenchClient &client)
{
    Place &place = m_places[static_cast<size_t>(client.index())];
    place.state = Place::Listening;
    place.listener->noteSubscribed();
    --m_connecting;
    ++m_listening;
    ++m_counts.connected;
}

void OrderClients::eventReceived(BenchClient &client, QByteArrayView packet)
{
    Place &place = m_places[static_cast<size_t>(client.index())];
    const bool isReplay = packet.startsWith(RecentEvents);
    const bool isRecovered = isReplay && packet.contains("\"recovered\":true");
    if (isReplay && packet.contains("\"recovered\":false")) { // it was away for too long
        listenAnew(client.index());
        place.listener->noteSubscribed();
    }
    const QList<EventMark> marks = EventStreams::marksIn(packet);
    for (const EventMark &mark : marks) {
        if (const QString fault = place.listener->note(mark); !fault.isEmpty())
            fail(client, fault);
    }
    if (const qsizetype id = packet.lastIndexOf(EventIdKey); id >= 0) {
        const qsizetype begin = id + EventIdKey.size();
        place.lastEvent = packet.sliced(begin, packet.indexOf('"', begin) - begin).toByteArray();
    }
    m_counts.events += marks.size();
    m_counts.replayed += isReplay ? marks.size() : 0;
    m_counts.recovered += isRecovered ? marks.size() : 0;
}

void OrderClients::pongReceived(BenchClient &)
{
    ++m_pongs;
}

void OrderClients::clientLeft(BenchClient &client)
{
    ++m_counts.left;
    vacate(m_places[static_cast<size_t>(client.index())]);
}

bool OrderClients::clientDismissed(BenchClient &client, int code)
{
    Place &place = m_places[static_cast<size_t>(client.index())];
    // Without the close frame if the client did not read for too long after it.
    if (client.index() >= m_heavy || (code != 4408 && code != 1006))
        return false;
    ++m_counts.slowClosed;
    vacate(place);
    return true;
}

QString OrderClients::about(const BenchClient &client, const QString &what) const
{
    const Place &place = m_places[static_cast<size_t>(client.index())];
    return QStringLiteral("client %1 of place %2%3: %4")
        .arg(place.visits)
        .arg(client.index())
        .arg(place.isPaused ? QStringLiteral(" (paused)") : QString(), what);
}

void OrderClients::fail(const BenchClient &client, const QString &what) const
{
    throw BenchFailure(about(client, what));
}

} // namespace Signalbox::Test
