// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/wire.h"
#include "tests/support/loopback.h"
#include "tests/support/rawclient.h"

#include <functional>
#include <memory>

namespace Signalbox::Test {

/// A Wire, its client at the other end, and what the Wire tells.
class Line final : public Wire::Listener
{
public:
    explicit Line(int receiveBuffer = 0, int sendBuffer = 0)
        : client(m_loopback.port(), receiveBuffer)
        , wire(std::make_unique<Wire>(m_loopback.accept(sendBuffer), m_context, *this))
    { }
    ~Line() { wire.reset(); }

    qsizetype wireReceived(QByteArrayView bytes) override
    {
        offers.append(bytes.toByteArray());
        return use ? use(bytes) : bytes.size();
    }
    void wireDrained() override
    {
        ++drains;
        if (onDrained)
            onDrained();
    }
    void wireStalled() override
    {
        ++stalls;
        if (onStalled)
            onStalled();
    }
    void wireViolated(quint16 code) override { violation = code; }
    void wireClosed() override { ++closes; }

private:
    EndOfTurn m_endOfTurn;
    TimerWheel m_wheel;
    QueueLedger m_ledger;
    NetworkContext m_context{m_endOfTurn, m_wheel, m_ledger};
    Loopback m_loopback;

public:
    [[nodiscard]] QueueLedger &ledger() { return m_ledger; }
    RawClient client;
    std::unique_ptr<Wire> wire;
    QList<QByteArray> offers;
    std::function<qsizetype(QByteArrayView)> use;
    std::function<void()> onDrained;
    std::function<void()> onStalled;
    int drains = 0;
    int stalls = 0;
    int closes = 0;
    quint16 violation = 0;
};

} // namespace Signalbox::Test
