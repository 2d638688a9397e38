// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Signalbox {

/// What long work on the window's thread takes at a time, in milliseconds: with much more, the
/// window would not follow the hand. The rest goes on in another round of the event loop.
inline constexpr int SliceMs = 10;

} // namespace Signalbox
