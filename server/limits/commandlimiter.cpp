// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/commandlimiter.h"

#include <algorithm>

namespace Signalbox {

CommandLimiter::Answer CommandLimiter::check(CommandAllowance &allowance, const QByteArray &user,
                                             TokenBucket::Clock::time_point now)
{
    const RateLimit &limit = m_users.limit();
    if (limit.isUnlimited())
        return {};
    std::chrono::milliseconds wait = allowance.accepted.take(limit, 1, now);
    if (wait.count() == 0 && !user.isEmpty())
        wait = m_users.take(user, 1, now);
    if (wait.count() == 0)
        return {};
    const bool isFlooding = allowance.refused.take(limit, 1, now).count() > 0;
    return {isFlooding ? Verdict::Flooding : Verdict::Refused, wait};
}

} // namespace Signalbox
