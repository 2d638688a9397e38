// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/fanout/connectionregistry.h"
#include "server/limits/authguard.h"
#include "server/log/logger.h"

#include <QByteArray>

#include <chrono>

namespace Signalbox {

class QueueLedger;

/// What the HTTP endpoints look at. Owned by the server; network thread.
struct ApiContext
{
    EventHub &hub;
    ConnectionRegistry &connections;
    const Authenticator &authenticator;
    const AccessPolicy &policy; ///< who may read which room
    AuthGuard &authGuard;
    Logger &logger; ///< for what operators do, and failed authentications
    QByteArray version;
    bool requiresAuth = false; ///< to publish, and to read events and per-client figures
    bool allowsAnonymous = false; ///< lifts that for reading events
    bool isDraining = false;
    const QueueLedger *sendQueues = nullptr; ///< null if nobody is sent anything
    std::chrono::steady_clock::time_point startedAt = std::chrono::steady_clock::now();

    [[nodiscard]] double uptimeSeconds() const;
};

} // namespace Signalbox
