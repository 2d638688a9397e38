// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/identity.h"
#include "server/fanout/subscriber.h"
#include "server/limits/commandlimiter.h"
#include "server/net/timerwheel.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Signalbox {

/// Who a client is, for as long as its credential lasts. When that expires the client hears of it,
/// and gets not one event more; within the grace time it may show a new one, and gets what it
/// missed as far as its rights still go. Otherwise it is sent away.
///
/// Network thread. Owned with its subscriber.
class ClientSession final : private Deadline::Listener
{
public:
    static constexpr std::chrono::seconds GraceTime{25};

    class Listener
    {
    public:
        /// Tell the client; no events reach it now.
        virtual void credentialExpired(ClientSession &session) = 0;
        /// Close the client with CloseCode::TokenExpired.
        virtual void graceEnded(ClientSession &session) = 0;

    protected:
        ~Listener() = default;
    };

    /// \a graceTime is for tests.
    ClientSession(Subscriber &subscriber, TimerWheel &wheel, Listener &listener,
                  std::chrono::milliseconds graceTime = GraceTime);

    [[nodiscard]] Subscriber &subscriber() const { return m_subscriber; }
    /// nullopt until the client has shown a credential.
    [[nodiscard]] const std::optional<Identity> &identity() const { return m_identity; }
    [[nodiscard]] bool isExpired() const { return m_isExpired; }
    [[nodiscard]] CommandAllowance &allowance() { return m_allowance; }

    /// The first credential, or a new one. \a isAllowed tells to which of what was kept it gives a
    /// right: the rest is forgotten (take the subscriber out of those rooms before). Null at first.
    void setIdentity(const Identity &identity, const ReplayQueue::Filter &isAllowed);

private:
    void deadlinePassed(Deadline &deadline) override;

    Subscriber &m_subscriber;
    Listener &m_listener;
    const std::chrono::milliseconds m_graceTime;
    Deadline m_deadline; ///< of the credential, then of the grace time
    std::optional<Identity> m_identity;
    CommandAllowance m_allowance;
    bool m_isExpired = false;
};

} // namespace Signalbox
