// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/options.h"

/// The static token that an operator has set at the console: of it the data folder keeps a digest.
namespace Signalbox::StaticToken {

/// As Authenticator::setStaticDigest() takes it; null if there is none. Io if the file cannot be
/// read, Configuration if it holds something else.
Result<QByteArray> digest(const Options &options);

/// Keeps \a token for the next start; an empty one: none any more. BadRequest for a token that
/// cannot be one; Io.
Result<void> keep(const Options &options, const QByteArray &token);

} // namespace Signalbox::StaticToken
