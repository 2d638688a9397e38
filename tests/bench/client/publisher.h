// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/clientpool.h"
#include "tests/bench/client/httpconnection.h"

#include <memory>

namespace Signalbox::Bench {

struct Publication
{
    QByteArray room;
    QByteArray event; ///< a JSON object that names the room, too
};

/// A connection that publishes, one request at a time.
class Publisher
{
public:
    virtual ~Publisher() = default;
    [[nodiscard]] virtual bool isBusy() const = 0;
    /// All in one request. Throws BenchFailure, also later from the loop, if the server does not
    /// take them.
    virtual void publish(const QList<Publication> &publications) = 0;
};

/// By HTTP POST, or, where the server has no such thing (NATS), by a client of its protocol.
std::unique_ptr<Publisher> makePublisher(EpollLoop &loop, const BenchOptions &options);

} // namespace Signalbox::Bench
