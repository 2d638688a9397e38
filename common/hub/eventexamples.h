// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/eventcatalogue.h"

namespace Signalbox::EventCatalogue {

/// The text of a body that check() accepts for \a entry: all required fields and some optional
/// ones, with plausible values, a line each. To begin with when one writes such an event.
QByteArray exampleBody(const Entry &entry);

} // namespace Signalbox::EventCatalogue
