// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>

namespace Signalbox {

/// Where an operator changes what the server checks credentials with.
///
/// Network thread.
class CredentialDesk
{
public:
    /// As HubOperator::rotateSigningKey().
    virtual Result<void> rotateSigningKey() = 0;
    /// As HubOperator::setStaticToken().
    virtual Result<void> setStaticToken(const QByteArray &token) = 0;

protected:
    ~CredentialDesk() = default;
};

} // namespace Signalbox
