// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/support/descriptorlimit.h"

#include "tests/bench/support/benchfailure.h"

#include <sys/resource.h>

namespace Signalbox::Bench {

void raiseDescriptorLimit(int descriptors)
{
    const auto needed = static_cast<rlim_t>(descriptors);
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= needed)
        return;
    rlimit raised = limit;
    raised.rlim_cur = needed;
    raised.rlim_max = qMax(limit.rlim_max, needed); // more than before needs a privilege
    if (setrlimit(RLIMIT_NOFILE, &raised) != 0)
        throw BenchFailure(
            QStringLiteral("%1 descriptors are needed and %2 allowed: raise `ulimit -Hn`")
                .arg(needed)
                .arg(limit.rlim_max));
}

void raiseDescriptorLimitFully()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace Signalbox::Bench
