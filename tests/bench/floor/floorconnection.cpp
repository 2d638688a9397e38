// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor/floorconnection.h"

#include "tests/bench/floor/floorserver.h"

#include <QCryptographicHash>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

namespace Signalbox::Bench {

namespace {

constexpr std::string_view RoomKey = "\"workflow_id\":\"";

std::string_view trimmed(std::string_view text)
{
    const size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return left.size() == right.size()
        && qstrnicmp(left.data(), static_cast<qsizetype>(left.size()), right.data(),
                     static_cast<qsizetype>(right.size()))
        == 0;
}

/// The value of a header; empty if it is not there.
std::string_view headerValue(std::string_view head, std::string_view name)
{
    size_t lineEnd = head.find("\r\n");
    while (lineEnd != std::string_view::npos) {
        const size_t begin = lineEnd + 2;
        lineEnd = head.find("\r\n", begin);
        const std::string_view line = head.substr(begin, lineEnd - begin);
        const size_t colon = line.find(':');
        if (colon != std::string_view::npos && equalsIgnoringCase(line.substr(0, colon), name))
            return trimmed(line.substr(colon + 1));
    }
    return {};
}

} // namespace

void appendFrameHeader(std::string &out, int opcode, size_t payloadSize)
{
    out += static_cast<char>(0x80 | opcode);
    if (payloadSize < 126) {
        out += static_cast<char>(payloadSize);
        return;
    }
    const bool large = payloadSize > 0xffff;
    out += static_cast<char>(large ? 127 : 126);
    for (int shift = large ? 56 : 8; shift >= 0; shift -= 8)
        out += static_cast<char>((payloadSize >> shift) & 0xff);
}

FloorConnection::FloorConnection(FloorServer &server, int descriptor)
    : m_server(server)
    , m_socket(descriptor)
{ }

FloorConnection::~FloorConnection()
{
    if (m_socket >= 0)
        close(m_socket);
}

void FloorConnection::send(std::string_view bytes)
{
    if (m_socket < 0)
        return;
    if (!m_out.empty()) {
        m_out += bytes;
        return;
    }
    ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0)
        sent = 0; // an error shows when it is read
    if (static_cast<size_t>(sent) < bytes.size()) {
        m_out = bytes.substr(static_cast<size_t>(sent));
        m_server.loop().modify(m_socket, EPOLLIN | EPOLLOUT, this);
    }
}

void FloorConnection::handleReady(quint32 events)
{
    if (m_socket >= 0 && (events & EPOLLOUT)) {
        const ssize_t sent = ::send(m_socket, m_out.data(), m_out.size(), MSG_NOSIGNAL);
        if (sent > 0)
            m_out.erase(0, static_cast<size_t>(sent));
        if (m_out.empty()) {
            m_out.shrink_to_fit();
            m_server.loop().modify(m_socket, EPOLLIN, this);
        }
    }
    if (m_socket >= 0 && (events & (EPOLLIN | EPOLLERR | EPOLLHUP)))
        read();
}

void FloorConnection::read()
{
    static std::array<char, 256 * 1024> buffer;
    const ssize_t size = recv(m_socket, buffer.data(), buffer.size(), 0);
    if (size < 0 && errno == EAGAIN)
        return;
    if (size <= 0) {
        leave();
        return;
    }
    m_in.append(buffer.data(), static_cast<size_t>(size));
    while (m_socket >= 0 && consume()) { }
    if (m_in.empty())
        m_in.shrink_to_fit();
}

/// Takes one request or frame off m_in; false if there is no complete one.
bool FloorConnection::consume()
{
    const size_t consumed =
        m_upgraded ? consumeFrame(m_in.data(), m_in.size()) : consumeRequest(m_in);
    m_in.erase(0, consumed);
    return consumed > 0;
}

size_t FloorConnection::consumeRequest(std::string_view bytes)
{
    const size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = bytes.substr(0, end);
    const std::string length(headerValue(head, "Content-Length"));
    const size_t bodySize = length.empty() ? 0 : std::strtoull(length.c_str(), nullptr, 10);
    const size_t size = end + 4 + bodySize;
    if (bytes.size() < size)
        return 0;
    if (head.starts_with("POST ")) {
        const int accepted = m_server.publish(bytes.substr(end + 4, bodySize));
        sendReply("202 Accepted", "{\"accepted\":" + std::to_string(accepted) + '}');
    } else if (equalsIgnoringCase(headerValue(head, "Upgrade"), "websocket")) {
        upgrade(head);
    } else {
        sendReply("200 OK",
                  "{\"websocket\":{\"connected_clients\":" + std::to_string(m_server.clients())
                      + "}}");
    }
    return size;
}

void FloorConnection::sendReply(std::string_view status, std::string_view body)
{
    std::string reply = "HTTP/1.1 ";
    reply += status;
    reply += "\r\nContent-Type: application/json\r\nContent-Length: ";
    reply += std::to_string(body.size());
    reply += "\r\n\r\n";
    reply += body;
    send(reply);
}

void FloorConnection::upgrade(std::string_view head)
{
    const std::string_view key = headerValue(head, "Sec-WebSocket-Key");
    QByteArray proof(key.data(), static_cast<qsizetype>(key.size()));
    proof += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(proof, QCryptographicHash::Sha1).toBase64();
    send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Accept: "
         + accept.toStdString() + "\r\n\r\n");
    m_upgraded = true;
    m_server.clientOpened();
    sendText("0{\"sid\":\"floor\",\"upgrades\":[],\"pingInterval\":3600000,\"pingTimeout\":20000,"
             "\"maxPayload\":1000000}");
}

size_t FloorConnection::consumeFrame(char *bytes, size_t size)
{
    constexpr size_t MaskSize = 4;
    if (size < 2)
        return 0;
    const int opcode = bytes[0] & 0x0f;
    size_t header = 2;
    size_t length = static_cast<unsigned char>(bytes[1]) & 0x7f;
    if (length >= 126) {
        header += length == 126 ? 2 : 8;
        if (size < header)
            return 0;
        length = 0;
        for (size_t i = 2; i < header; ++i)
            length = (length << 8) | static_cast<unsigned char>(bytes[i]);
    }
    if (size < header + MaskSize + length)
        return 0;
    const char *mask = bytes + header;
    char *payload = bytes + header + MaskSize;
    for (size_t i = 0; i < length; ++i)
        payload[i] = static_cast<char>(payload[i] ^ mask[i % MaskSize]);
    const std::string_view message(payload, length);
    if (opcode == 1) {
        handleMessage(message);
    } else if (opcode == 8 || opcode == 9) { // close and ping are answered alike
        std::string reply;
        appendFrameHeader(reply, opcode == 8 ? 8 : 10, length);
        reply += message;
        send(reply);
        if (opcode == 8)
            leave();
    }
    return header + MaskSize + length;
}

void FloorConnection::handleMessage(std::string_view packet)
{
    if (packet.starts_with("40")) {
        sendText("40{\"sid\":\"floor\"}");
        return;
    }
    const size_t key = packet.find(RoomKey);
    if (!packet.starts_with("42[\"subscribe_workflow\"") || key == std::string_view::npos)
        return;
    const size_t begin = key + RoomKey.size();
    m_rooms.emplace_back(packet.substr(begin, packet.find('"', begin) - begin));
    m_server.join(this, m_rooms.back());
    sendText("42[\"subscribed\",{\"type\":\"workflow\",\"workflow_id\":\"" + m_rooms.back()
             + "\"}]");
}

void FloorConnection::sendText(std::string_view message)
{
    std::string frame;
    appendFrameHeader(frame, 1, message.size());
    frame += message;
    send(frame);
}

void FloorConnection::leave()
{
    close(m_socket);
    m_socket = -1;
    m_server.remove(this, m_rooms, m_upgraded);
}

} // namespace Signalbox::Bench
