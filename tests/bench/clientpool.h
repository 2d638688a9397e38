// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchclient.h"
#include "tests/bench/benchoptions.h"

#include <functional>
#include <memory>
#include <vector>

namespace Signalbox::Bench {

/// Many clients, opened a few at a time, that do everything together.
class ClientPool final : public ClientObserver
{
public:
    /// The workflows that client \a index subscribes to.
    using Workflows = std::function<QList<QByteArray>(int index)>;
    using EventHandler = std::function<void(BenchClient &client, QByteArrayView packet)>;

    ClientPool(EpollLoop &loop, const BenchOptions &options, int clients,
               const Workflows &workflows);
    ~ClientPool() override;
    Q_DISABLE_COPY_MOVE(ClientPool)

    void setEventHandler(EventHandler handler) { m_eventHandler = std::move(handler); }
    [[nodiscard]] const std::vector<std::unique_ptr<BenchClient>> &clients() const
    {
        return m_clients;
    }

    // Each throws BenchFailure when it is not done within \a timeout seconds.
    void connectAll(double timeout); ///< until all are subscribed
    void awaitAllSent(double timeout); ///< until everything that the server has sent was received
    void leaveAll(double timeout); ///< every other one politely, the rest by closing TCP

    void clientReady(BenchClient &client) override;
    void eventReceived(BenchClient &client, QByteArrayView packet) override;
    void pongReceived(BenchClient &client) override;
    void clientLeft(BenchClient &client) override;

private:
    void openNext();

    EpollLoop &m_loop;
    ClientSetup m_setup;
    bool m_loopback;
    std::vector<std::unique_ptr<BenchClient>> m_clients;
    EventHandler m_eventHandler;
    size_t m_opened = 0;
    size_t m_ready = 0;
    size_t m_pongs = 0;
    size_t m_left = 0;
};

/// Lets this process open \a descriptors; throws BenchFailure if the system does not allow it.
void raiseDescriptorLimit(int descriptors);

} // namespace Signalbox::Bench
