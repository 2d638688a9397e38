// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/benchclient.h"
#include "tests/bench/client/clientprotocol.h"
#include "tests/bench/generator/benchoptions.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace Signalbox::Bench {

/// Many clients, opened a few at a time, that do everything together.
class ClientPool final : public ClientObserver
{
public:
    /// The rooms that client \a index subscribes to.
    using Rooms = std::function<QList<QByteArray>(int index)>;
    using EventHandler = std::function<void(BenchClient &client, QByteArrayView packet)>;

    ClientPool(EpollLoop &loop, const BenchOptions &options, int clients, const Rooms &rooms);
    ~ClientPool() override;
    Q_DISABLE_COPY_MOVE(ClientPool)

    /// From now on the server may close connections: they are only counted.
    void expectDismissals() { m_dismissalsExpected = true; }
    [[nodiscard]] size_t dismissed() const;
    /// How many connections the server closed, by close code.
    [[nodiscard]] const std::map<int, int> &dismissals() const { return m_dismissals; }

    void setEventHandler(EventHandler handler) { m_eventHandler = std::move(handler); }
    [[nodiscard]] const std::vector<std::unique_ptr<BenchClient>> &clients() const
    {
        return m_clients;
    }

    // Each throws BenchFailure when it is not done within \a timeout seconds.
    void connectAll(double timeout); ///< until all are subscribed
    void awaitAllSent(double timeout); ///< until everything that the server has sent was received
    void leaveAll(double timeout); ///< as the options say

    void clientReady(BenchClient &client) override;
    void eventReceived(BenchClient &client, QByteArrayView packet) override;
    void pongReceived(BenchClient &client) override;
    void clientLeft(BenchClient &client) override;
    bool clientDismissed(BenchClient &client, int code) override;

private:
    void openNext();

    EpollLoop &m_loop;
    std::vector<std::unique_ptr<ClientProtocol>> m_protocols;
    std::vector<ClientSetup> m_setups; ///< one for each protocol; the clients take turns
    Leaving m_leaving;
    bool m_loopback;
    bool m_dismissalsExpected = false;
    std::map<int, int> m_dismissals;
    std::vector<std::unique_ptr<BenchClient>> m_clients;
    EventHandler m_eventHandler;
    size_t m_opened = 0;
    size_t m_ready = 0;
    size_t m_pongs = 0;
    size_t m_left = 0;
};

} // namespace Signalbox::Bench
