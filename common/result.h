// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"

#include <tl/expected.hpp>

namespace Signalbox {

/// A value, or the Error that says why there is none. For start-up, configuration and parsing;
/// what happens at run time is told by signals.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// Makes the failed half of a Result: `return fail(ErrorCode::BadRequest, QStringLiteral("..."));`
inline tl::unexpected<Error> fail(ErrorCode code, QString message)
{
    return tl::unexpected<Error>(Error{code, std::move(message), {}, -1, {}});
}

/// For what may be tried again after \a retryAfter.
inline tl::unexpected<Error> fail(ErrorCode code, QString message,
                                  std::chrono::milliseconds retryAfter)
{
    return tl::unexpected<Error>(Error{code, std::move(message), {}, -1, retryAfter});
}

/// As above, naming the offending field and, in a batch, the event's index.
inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString field, int index = -1)
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(field), index, {}});
}

} // namespace Signalbox
