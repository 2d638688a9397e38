// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/upgradeprobe.h"

#include "server/engineio/enginesession.h"
#include "server/engineio/pollingtransport.h"

namespace Signalbox {

UpgradeProbe::UpgradeProbe(WebSocketLink &link, EngineSession &session, TimerWheel &wheel,
                           std::chrono::milliseconds timeout)
    : m_link(&link)
    , m_session(session)
    , m_deadline(wheel, *this)
{
    link.setListener(this);
    m_deadline.start(timeout);
}

UpgradeProbe::~UpgradeProbe()
{
    if (m_link) {
        m_link->setListener(nullptr);
        m_link->close(CloseCode::PolicyViolation, "upgrade not completed");
    }
}

void UpgradeProbe::linkTextReceived(const QByteArray &utf8)
{
    if (utf8 == "2probe") {
        m_link->send(WebSocket::encode(WebSocket::Opcode::Text, "3probe"));
        m_session.polling()->setProbed(true);
        m_session.polling()->releasePoll();
    } else if (utf8 == "5") {
        m_session.completeUpgrade(*std::exchange(m_link, nullptr)); // deletes this
    } else {
        m_session.endUpgrade();
    }
}

void UpgradeProbe::linkBinaryReceived(const QByteArray &)
{
    m_session.endUpgrade();
}

void UpgradeProbe::linkStalled()
{
    m_session.endUpgrade();
}

void UpgradeProbe::linkClosed(quint16, const QByteArray &)
{
    m_link = nullptr;
    m_session.endUpgrade();
}

void UpgradeProbe::deadlinePassed(Deadline &)
{
    m_session.endUpgrade();
}

} // namespace Signalbox
