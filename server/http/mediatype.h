// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Content negotiation (RFC 9110, 8.3 and 12.5).
namespace Signalbox::MediaType {

/// True for `application/json` and `application/...+json`, with or without parameters.
bool isJson(const QByteArray &contentType);

/// The weight 0-1000 that an `Accept` value gives \a mediaType (`type/subtype`): the most specific
/// range that matches counts, 0 if none does. An empty Accept gives 1000 to everything.
int quality(const QByteArray &accept, const QByteArray &mediaType);

} // namespace Signalbox::MediaType
