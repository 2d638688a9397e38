// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchsession.h"

namespace Signalbox::Bench {

/// Clients that are connected and subscribed, and to whom nothing happens: the memory of each, and
/// the server's CPU time for their heartbeats.
class IdleBenchmark final
{
public:
    explicit IdleBenchmark(BenchSession &session);

    bool run();

private:
    BenchSession &m_session;
};

} // namespace Signalbox::Bench
