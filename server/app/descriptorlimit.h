// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Signalbox {

/// Raises the number of descriptors that this process may open to what it is allowed to ask for
/// (RLIMIT_NOFILE, soft to hard): every client needs one. Returns what holds now, for the log; 0 if
/// the system does not say.
quint64 raiseDescriptorLimit();

} // namespace Signalbox
