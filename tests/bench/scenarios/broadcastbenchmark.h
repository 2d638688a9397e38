// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchsession.h"

namespace Signalbox::Bench {

/// Rooms, and clients in each: what a delivery and what a publication costs the server, how many
/// deliveries there are in a second, and how long one takes.
class BroadcastBenchmark final
{
public:
    explicit BroadcastBenchmark(BenchSession &session);

    bool run();

private:
    BenchSession &m_session;
};

} // namespace Signalbox::Bench
