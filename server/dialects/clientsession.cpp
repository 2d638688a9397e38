// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/clientsession.h"

#include "common/auth/jwt.h"

namespace Signalbox {

using std::chrono::milliseconds;
using std::chrono::system_clock;

ClientSession::ClientSession(Subscriber &subscriber, TimerWheel &wheel, Listener &listener,
                             milliseconds graceTime)
    : m_subscriber(subscriber)
    , m_listener(listener)
    , m_graceTime(graceTime)
    , m_deadline(wheel, *this)
{ }

void ClientSession::setIdentity(const Identity &identity, const ReplayQueue::Filter &isAllowed)
{
    m_identity = identity;
    m_deadline.stop();
    if (identity.expiresAt) {
        const system_clock::time_point now = system_clock::now();
        // One that was accepted although its time is over, for clocks differ, lives as long as that
        // goes.
        const system_clock::time_point end =
            *identity.expiresAt > now ? *identity.expiresAt : *identity.expiresAt + Jwt::Leeway;
        m_deadline.start(
            std::max(std::chrono::duration_cast<milliseconds>(end - now), milliseconds(0)));
    }
    m_isExpired = false;
    if (isAllowed)
        m_subscriber.resume(isAllowed);
}

void ClientSession::deadlinePassed(Deadline &)
{
    if (m_isExpired) {
        m_listener.graceEnded(*this);
        return;
    }
    m_isExpired = true;
    m_subscriber.suspend();
    m_deadline.start(m_graceTime);
    m_listener.credentialExpired(*this);
}

} // namespace Signalbox
