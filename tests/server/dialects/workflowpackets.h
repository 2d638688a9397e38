// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/workflowdialect.h"
#include "tests/server/dialects/workflowserver.h"

/// Packets of the workflow dialect.
namespace Signalbox::Test {

inline QByteArray authResponse(bool success, const QByteArray &message)
{
    return "2[\"auth_response\",{\"message\":\"" + message
        + "\",\"success\":" + (success ? "true" : "false") + "}]";
}

inline const QByteArray Good = authResponse(true, "Authentication successful");
inline constexpr WorkflowOptions Required{.requiresAuth = true};

} // namespace Signalbox::Test
