// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchsession.h"

namespace Signalbox::Bench {

/// Clients come until all are subscribed, and leave: connections per second, and per second of
/// the server's CPU time, with and without what their leaving costs.
class ConnectBenchmark final
{
public:
    explicit ConnectBenchmark(BenchSession &session);

    bool run();

private:
    BenchSession &m_session;
};

} // namespace Signalbox::Bench
