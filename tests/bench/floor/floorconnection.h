// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/support/epollloop.h"

#include <string>
#include <string_view>
#include <vector>

namespace Signalbox::Bench {

class FloorServer;

/// Appends the header of a final, unmasked frame (RFC 6455, 5.2).
void appendFrameHeader(std::string &out, int opcode, size_t payloadSize);

/// One connection of the floor's: HTTP with keep-alive until it is upgraded, then WebSocket.
class FloorConnection final : public EpollHandler
{
public:
    FloorConnection(FloorServer &server, int descriptor);
    ~FloorConnection() override;
    Q_DISABLE_COPY_MOVE(FloorConnection)

    /// At once, as far as the socket takes it.
    void send(std::string_view bytes);

    void handleReady(quint32 events) override;

private:
    void read();
    bool consume();
    size_t consumeRequest(std::string_view bytes);
    size_t consumeFrame(char *bytes, size_t size);
    void upgrade(std::string_view head);
    void handleMessage(std::string_view packet);
    void sendText(std::string_view message);
    void sendReply(std::string_view status, std::string_view body);
    void leave();

    FloorServer &m_server;
    int m_socket;
    bool m_upgraded = false;
    std::string m_in;
    std::string m_out; ///< what the socket did not take
    std::vector<std::string> m_rooms;
};

} // namespace Signalbox::Bench
