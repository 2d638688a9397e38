// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/support/epollloop.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace Signalbox::Bench {

class FloorConnection;

/// The least that a server on one thread with epoll does for Socket.IO clients in rooms: a frame is
/// encoded once, and what one turn of the loop published to a room goes to each member with one
/// send(). No limits, no authentication, no history, no heartbeats: a lower bound to compare with,
/// not a server to use.
class FloorServer final : public EpollHandler
{
public:
    FloorServer();
    ~FloorServer() override;
    Q_DISABLE_COPY_MOVE(FloorServer)

    /// On 127.0.0.1; 0 picks a port. Returns the port. Throws BenchFailure.
    quint16 listen(quint16 port);
    [[noreturn]] void run();

    void handleReady(quint32 events) override;

    // For its connections.
    [[nodiscard]] EpollLoop &loop() { return m_loop; }
    /// The JSON array of a POST: each of its objects goes to the room that its `workflow_id` names.
    /// Returns how many there were.
    int publish(std::string_view events);
    void join(FloorConnection *connection, const std::string &room);
    void clientOpened() { ++m_clients; }
    [[nodiscard]] int clients() const { return m_clients; }
    /// Is deleted at the end of the turn.
    void remove(FloorConnection *connection, const std::vector<std::string> &rooms, bool client);

private:
    struct Room
    {
        std::vector<FloorConnection *> members;
        std::string pending; ///< frames of this turn
    };

    void publishOne(std::string_view event);
    void flush();

    EpollLoop m_loop;
    int m_listener = -1;
    int m_clients = 0;
    std::unordered_map<std::string, Room> m_rooms;
    std::vector<Room *> m_dirty; ///< rooms with something pending
    std::unordered_map<FloorConnection *, std::unique_ptr<FloorConnection>> m_connections;
    std::vector<std::unique_ptr<FloorConnection>> m_removed;
};

} // namespace Signalbox::Bench
