// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// Where an operator changes what the server checks credentials with.
///
/// Network thread.
class CredentialDesk
{
public:
    /// As HubOperator::rotateSigningKey().
    virtual Result<void> rotateSigningKey() = 0;
    /// Digests (Jwt::keyDigest()) of the keys that rotateSigningKey() would put an end to. Errors
    /// as that.
    [[nodiscard]] virtual Result<QList<QByteArray>> keysEndedByRotation() const = 0;
    /// As HubOperator::setStaticToken().
    virtual Result<void> setStaticToken(const QByteArray &token) = 0;

protected:
    ~CredentialDesk() = default;
};

} // namespace Signalbox
