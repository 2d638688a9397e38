// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchsession.h"

namespace Signalbox::Bench {

/// Clients that stop reading while much is published, beside clients that read: how far the
/// server's memory grows, how many it closes, and what the others notice, compared with a run
/// without them.
class SlowBenchmark final
{
public:
    explicit SlowBenchmark(BenchSession &session);

    bool run();

private:
    BenchSession &m_session;
};

} // namespace Signalbox::Bench
