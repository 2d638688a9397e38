// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Signalbox::Bench {

/// Lets this process open \a descriptors; throws BenchFailure if the system does not allow it.
void raiseDescriptorLimit(int descriptors);
/// As many as it may have without a privilege.
void raiseDescriptorLimitFully();

} // namespace Signalbox::Bench
