// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/operator/connectionacts.h"
#include "server/operator/hubacts.h"
#include "server/operator/tokenacts.h"

namespace Signalbox {

/// All that an operator can do on the network thread.
struct OperatorActs
{
    ConnectionActs connections;
    HubActs hub;
    TokenActs tokens;
};

} // namespace Signalbox
