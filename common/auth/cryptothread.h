// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Signalbox {

/// Frees what the cryptography has kept for the calling thread; the last thing that a thread does
/// which has verified or signed. Left to the end of the thread itself, it would race with the end
/// of the process: QThread::wait() returns before thread-local data is destroyed.
void releaseCryptographyOfThread();

} // namespace Signalbox
