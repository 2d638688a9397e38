// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/fanout/fanout.h"

namespace Signalbox {

/// A family of clients with its own idea of how an event looks on the wire.
class Dialect : public EventSink
{
public:
    /// Credentials have changed: connections whose credential is gone are cut.
    virtual void recheckCredentials() = 0;
};

} // namespace Signalbox
