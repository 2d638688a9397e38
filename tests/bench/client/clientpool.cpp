// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/clientpool.h"

#include "tests/bench/client/httpconnection.h"
#include "tests/bench/support/benchfailure.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Signalbox::Bench {

namespace {

// Fewer than any usual listen backlog: a SYN that is dropped costs a second.
constexpr size_t MaxOpening = 100;

constexpr quint32 FirstFurtherAddress = 0x7f000002; // 127.0.0.2
constexpr quint32 LastFurtherAddress = 0x7f0000fa;

// RFC 6455, 1.3. The same key for all: the server only has to answer it.
const QByteArray WebSocketKey = QByteArrayLiteral("c2lnbmFsYm94LWJlbmNoIQ==");

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                    QCryptographicHash::Sha1)
        .toBase64();
}

/// With the headers that Chromium sends, in its order: they cost a server memory.
QByteArray upgradeRequest(const BenchOptions &options, const QByteArray &target)
{
    const QByteArray host = options.host.toLatin1() + ':' + QByteArray::number(options.port);
    return "GET " + target
        + " HTTP/1.1\r\n"
          "Host: "
        + host
        + "\r\n"
          "Connection: Upgrade\r\n"
          "Pragma: no-cache\r\n"
          "Cache-Control: no-cache\r\n"
          "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
          "Chrome/126.0.0.0 Safari/537.36\r\n"
          "Upgrade: websocket\r\n"
          "Origin: http://"
        + host
        + "\r\n"
          "Sec-WebSocket-Version: 13\r\n"
          "Accept-Encoding: gzip, deflate, br, zstd\r\n"
          "Accept-Language: en-US,en;q=0.9\r\n"
          "Sec-WebSocket-Key: "
        + WebSocketKey
        + "\r\n"
          "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
          "\r\n";
}

std::vector<std::unique_ptr<ClientProtocol>> protocolsOf(const BenchOptions &options)
{
    std::vector<std::unique_ptr<ClientProtocol>> protocols;
    const bool mixed = options.protocol == Protocol::Mixed;
    if (mixed || options.protocol == Protocol::SocketIo)
        protocols.push_back(makeSocketIoProtocol(options.path, options.token));
    if (mixed || options.protocol == Protocol::Rooms)
        protocols.push_back(makeRoomsProtocol(options.path, options.token));
    if (mixed || options.protocol == Protocol::Plain)
        protocols.push_back(makePlainProtocol(options.token));
    if (options.protocol == Protocol::Nats)
        protocols.push_back(makeNatsProtocol());
    return protocols;
}

} // namespace

ClientPool::ClientPool(EpollLoop &loop, const BenchOptions &options, int clients,
                       const Rooms &rooms)
    : m_loop(loop)
    , m_protocols(protocolsOf(options))
    , m_leaving(options.leaving)
    , m_loopback(options.host.startsWith(u"127."))
{
    m_setups.reserve(m_protocols.size()); // clients keep references
    for (const auto &protocol : m_protocols) {
        ClientSetup setup;
        setup.loop = &loop;
        setup.observer = this;
        setup.server = socketAddress(options.host, options.port);
        setup.protocol = protocol.get();
        setup.upgradeRequest = upgradeRequest(options, protocol->target());
        setup.expectedAccept = acceptFor(WebSocketKey);
        m_setups.push_back(setup);
    }
    m_clients.reserve(static_cast<size_t>(clients));
    for (int i = 0; i < clients; ++i)
        m_clients.push_back(std::make_unique<BenchClient>(
            m_setups[static_cast<size_t>(i) % m_setups.size()], i, rooms(i)));
}

ClientPool::~ClientPool() = default;

void ClientPool::openNext()
{
    static quint32 source = 0; // ports that ran out in one cycle are still out in the next
    BenchClient &client = *m_clients[m_opened];
    while (!client.open(source)) {
        source = source == 0 ? FirstFurtherAddress : source + 1;
        if (!m_loopback || source > LastFurtherAddress)
            throw BenchFailure(QStringLiteral("no local port is left for client %1 "
                                              "(net.ipv4.ip_local_port_range)")
                                   .arg(client.index()));
    }
    ++m_opened;
}

void ClientPool::connectAll(double timeout)
{
    const bool done = m_loop.runUntil(
        [this] {
            while (m_opened < m_clients.size() && m_opened - m_ready < MaxOpening)
                openNext();
            return m_ready == m_clients.size();
        },
        timeout);
    if (!done)
        throw BenchFailure(QStringLiteral("%1 of %2 clients were subscribed within %3 s")
                               .arg(m_ready)
                               .arg(m_clients.size())
                               .arg(timeout));
}

void ClientPool::awaitAllSent(double timeout)
{
    m_pongs = 0;
    for (const auto &client : m_clients)
        client->ping();
    if (!m_loop.runUntil([this] { return m_pongs >= m_clients.size(); }, timeout))
        throw BenchFailure(
            QStringLiteral("%1 of %2 clients had their WebSocket ping answered within %3 s")
                .arg(m_pongs)
                .arg(m_clients.size())
                .arg(timeout));
}

void ClientPool::leaveAll(double timeout)
{
    m_left += static_cast<size_t>(
        std::count_if(m_clients.cbegin(), m_clients.cend(),
                      [](const auto &client) { return !client->isConnected(); }));
    for (const auto &client : m_clients) {
        if (!client->isConnected())
            continue; // dismissed before
        const bool polite = m_leaving == Leaving::Polite
            || (m_leaving == Leaving::Both && client->index() % 2 == 0);
        client->leave(polite ? BenchClient::Departure::Polite : BenchClient::Departure::Bare);
    }
    if (!m_loop.runUntil([this] { return m_left == m_clients.size(); }, timeout))
        throw BenchFailure(
            QStringLiteral(
                "the server closed only %1 of %2 connections within %3 s of a close frame")
                .arg(m_left)
                .arg(m_clients.size())
                .arg(timeout));
}

void ClientPool::clientReady(BenchClient &)
{
    ++m_ready;
}

void ClientPool::eventReceived(BenchClient &client, QByteArrayView packet)
{
    if (m_eventHandler)
        m_eventHandler(client, packet);
}

void ClientPool::pongReceived(BenchClient &)
{
    ++m_pongs;
}

void ClientPool::clientLeft(BenchClient &)
{
    ++m_left;
}

size_t ClientPool::dismissed() const
{
    size_t count = 0;
    for (const auto &[code, clients] : m_dismissals)
        count += static_cast<size_t>(clients);
    return count;
}

bool ClientPool::clientDismissed(BenchClient &, int code)
{
    ++m_dismissals[code];
    return m_dismissalsExpected;
}

} // namespace Signalbox::Bench
