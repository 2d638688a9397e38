// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/descriptorlimit.h"

#include <sys/resource.h>

namespace Signalbox {

quint64 raiseDescriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlimit raised = {limit.rlim_max, limit.rlim_max};
    if (limit.rlim_cur < limit.rlim_max && ::setrlimit(RLIMIT_NOFILE, &raised) == 0)
        limit = raised;
    return limit.rlim_cur;
}

} // namespace Signalbox
