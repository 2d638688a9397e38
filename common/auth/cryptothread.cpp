// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/cryptothread.h"

#include <openssl/crypto.h>

namespace Signalbox {

void releaseCryptographyOfThread()
{
    OPENSSL_thread_stop();
}

} // namespace Signalbox
