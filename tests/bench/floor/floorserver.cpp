// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor/floorserver.h"

#include "tests/bench/floor/floorconnection.h"
#include "tests/bench/support/benchfailure.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace Signalbox::Bench {

namespace {

constexpr std::string_view Prefix = "42[\"workflow_event\",";
constexpr std::string_view RoomKey = "\"workflow_id\":\"";

} // namespace

FloorServer::FloorServer() = default;

FloorServer::~FloorServer()
{
    if (m_listener >= 0)
        close(m_listener);
}

quint16 FloorServer::listen(quint16 port)
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (m_listener < 0 || bind(m_listener, generic, size) != 0 || ::listen(m_listener, 4096) != 0
        || getsockname(m_listener, generic, &size) != 0)
        throw systemFailure(QStringLiteral("cannot listen on port %1").arg(port));
    m_loop.add(m_listener, EPOLLIN, this);
    return ntohs(address.sin_port);
}

void FloorServer::run()
{
    for (;;) {
        m_loop.turn(-1);
        flush();
        m_removed.clear();
    }
}

void FloorServer::handleReady(quint32)
{
    for (;;) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EAGAIN || errno == ECONNABORTED || errno == EINTR)
                return;
            throw systemFailure(QStringLiteral("accept4"));
        }
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        auto connection = std::make_unique<FloorConnection>(*this, descriptor);
        m_loop.add(descriptor, EPOLLIN, connection.get());
        FloorConnection *key = connection.get();
        m_connections.emplace(key, std::move(connection));
    }
}

int FloorServer::publish(std::string_view events)
{
    // As much of JSON as it takes to find where each object ends.
    int count = 0;
    int depth = 0;
    bool text = false;
    size_t start = 0;
    for (size_t i = 0; i < events.size(); ++i) {
        const char c = events[i];
        if (text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                text = false;
        } else if (c == '"') {
            text = true;
        } else if (c == '{') {
            if (depth++ == 0)
                start = i;
        } else if (c == '}' && --depth == 0) {
            publishOne(events.substr(start, i + 1 - start));
            ++count;
        }
    }
    return count;
}

void FloorServer::publishOne(std::string_view event)
{
    const size_t key = event.find(RoomKey);
    if (key == std::string_view::npos)
        return;
    const size_t begin = key + RoomKey.size();
    const auto found =
        m_rooms.find(std::string(event.substr(begin, event.find('"', begin) - begin)));
    if (found == m_rooms.end())
        return;
    Room &room = found->second;
    if (room.pending.empty())
        m_dirty.push_back(&room);
    appendFrameHeader(room.pending, 1, Prefix.size() + event.size() + 1);
    room.pending += Prefix;
    room.pending += event;
    room.pending += ']';
}

void FloorServer::flush()
{
    for (Room *room : m_dirty) {
        for (FloorConnection *member : room->members)
            member->send(room->pending);
        room->pending.clear();
    }
    m_dirty.clear();
}

void FloorServer::join(FloorConnection *connection, const std::string &room)
{
    m_rooms[room].members.push_back(connection);
}

void FloorServer::remove(FloorConnection *connection, const std::vector<std::string> &rooms,
                         bool client)
{
    // Rooms stay: one may be among the dirty ones.
    for (const std::string &room : rooms) {
        std::vector<FloorConnection *> &members = m_rooms[room].members;
        members.erase(std::remove(members.begin(), members.end(), connection), members.end());
    }
    m_clients -= client ? 1 : 0;
    const auto found = m_connections.find(connection);
    m_removed.push_back(std::move(found->second));
    m_connections.erase(found);
}

} // namespace Signalbox::Bench
