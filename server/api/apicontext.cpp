// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/apicontext.h"

namespace Signalbox {

double ApiContext::uptimeSeconds() const
{
    const auto uptime = std::chrono::steady_clock::now() - startedAt;
    return double(std::chrono::duration_cast<std::chrono::milliseconds>(uptime).count()) / 1000;
}

} // namespace Signalbox
