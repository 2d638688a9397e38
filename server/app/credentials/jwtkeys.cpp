// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/jwtkeys.h"

#include "common/auth/authenticator.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::JwtKeys)
};

/// \a source is where the operator finds the keys.
Result<void> check(const Jwt::KeySet &keys, const QString &source)
{
    const Result<void> checked = keys.check();
    if (checked)
        return {};
    return fail(ErrorCode::Configuration,
                QStringLiteral("%1: %2").arg(source, checked.error().message));
}

} // namespace

Result<JwtKeys> JwtKeys::of(const Options &options, JwtSecret::IfMissing ifMissing)
{
    const Result<JwtSecret> secret = JwtSecret::of(options, ifMissing);
    if (!secret)
        return tl::unexpected<Error>(secret.error());

    JwtKeys result;
    result.secretPath = secret->path;
    result.isSecretNew = secret->isNew;
    const bool isHmac = Jwt::isHmac(options.jwtAlgorithm);
    // Ours are always signed with a secret, whatever others do.
    result.own.algorithm = isHmac ? options.jwtAlgorithm : Jwt::Algorithm::HS256;
    result.own.keys = secret->secrets;
    result.own.issuer = Authenticator::OwnIssuer;
    if (!result.own.keys.isEmpty()) {
        const Result<void> checked = check(
            result.own,
            secret->path.isEmpty() ? Text::tr("--jwt-secret-file or JWT_SECRET") : secret->path);
        if (!checked)
            return tl::unexpected<Error>(checked.error());
    }

    Jwt::KeySet others;
    others.algorithm = options.jwtAlgorithm;
    // A secret that nobody was given signs for nobody else.
    others.keys = isHmac ? options.jwtSecrets : options.jwtPublicKeys;
    others.issuer = options.jwtIssuer;
    others.audience = options.jwtAudience;
    others.userClaim = options.jwtUserClaim;
    if (!others.keys.isEmpty()) {
        const Result<void> checked = check(others,
                                           isHmac ? Text::tr("--jwt-secret-file or JWT_SECRET")
                                                  : QStringLiteral("--jwt-public-key-file"));
        if (!checked)
            return tl::unexpected<Error>(checked.error());
        result.foreign.append(others);
    }
    return result;
}

} // namespace Signalbox
