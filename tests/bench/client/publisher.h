// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/clientpool.h"
#include "tests/bench/client/httpconnection.h"

#include <memory>

namespace Signalbox::Bench {

/// A connection that publishes, one request at a time.
class Publisher
{
public:
    virtual ~Publisher() = default;
    [[nodiscard]] virtual bool isBusy() const = 0;
    /// \a event is a JSON object for the subscribers of \a room. Throws BenchFailure, also later
    /// from the loop, if the server does not take it.
    virtual void publish(const QByteArray &room, const QByteArray &event) = 0;
};

/// By HTTP POST, or, where the server has no such thing (NATS), by a client of its protocol.
std::unique_ptr<Publisher> makePublisher(EpollLoop &loop, const BenchOptions &options);

} // namespace Signalbox::Bench
