// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionfields.h"

#include "server/app/options/credentialfile.h"
#include "server/app/options/tokenfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace Signalbox::OptionFields {

namespace {

constexpr qsizetype shortTokenLength = 16;
constexpr qint64 maxKeyFileBytes = 64 * 1024;
// A signature is tried with each.
constexpr qsizetype maxKeys = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::OptionFields)
};

/// \a source is an option, a variable or a file.
void warnOfShortTokens(const QList<QByteArray> &tokens, const QString &source,
                       QStringList &warnings)
{
    if (std::ranges::any_of(tokens, [](const auto &t) { return t.size() < shortTokenLength; }))
        warnings.append(Text::tr("%1: a token of less than %2 characters can be guessed")
                            .arg(source)
                            .arg(shortTokenLength));
}

Result<void> addTokens(Options &options, const QList<QByteArray> &tokens)
{
    // They may come from several options and files: each counts once.
    for (const QByteArray &token : tokens) {
        if (!options.authTokens.contains(token))
            options.authTokens.append(token);
    }
    return {};
}

Result<void> addKey(QList<QByteArray> &keys, const QByteArray &key)
{
    if (keys.contains(key))
        return {};
    if (keys.size() == maxKeys)
        return fail(ErrorCode::Configuration,
                    Text::tr("there are more than %1 JWT keys").arg(maxKeys));
    keys.append(key);
    return {};
}

} // namespace

Result<void> AuthToken::apply(Options &options, const QString &text, bool, QStringList &warnings)
{
    const Result<QByteArray> token = OptionValues::readToken(text);
    if (!token)
        return tl::unexpected<Error>(token.error());
    warnOfShortTokens({*token}, QStringLiteral("--auth-token"), warnings);
    return addTokens(options, {*token});
}

Result<void> AuthTokenFile::apply(Options &options, const QString &text, bool,
                                  QStringList &warnings)
{
    const Result<TokenFile> file = TokenFile::read(text);
    if (!file)
        return tl::unexpected<Error>(file.error());
    warnings.append(file->warnings);
    warnOfShortTokens(file->tokens, text, warnings);
    return addTokens(options, file->tokens);
}

Result<void> AdminToken::apply(Options &options, const QString &text, bool, QStringList &warnings)
{
    const Result<QByteArray> token = OptionValues::readToken(text);
    if (!token)
        return tl::unexpected<Error>(token.error());
    warnOfShortTokens({*token}, QStringLiteral("SIGNALBOX_ADMIN_TOKEN"), warnings);
    options.adminToken = *token;
    return {};
}

Result<void> AdminTokenFile::apply(Options &options, const QString &text, bool,
                                   QStringList &warnings)
{
    const Result<TokenFile> file = TokenFile::read(text);
    if (!file)
        return tl::unexpected<Error>(file.error());
    if (file->tokens.size() > 1)
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 holds %2 tokens; there is one admin token")
                        .arg(text)
                        .arg(file->tokens.size()));
    warnings.append(file->warnings);
    warnOfShortTokens(file->tokens, text, warnings);
    options.adminToken = file->tokens.first();
    return {};
}

Result<void> JwtSecret::apply(Options &options, const QString &text, bool, QStringList &)
{
    const Result<QByteArray> secret = OptionValues::readSecret(text);
    if (!secret)
        return tl::unexpected<Error>(secret.error());
    return addKey(options.jwtSecrets, *secret);
}

Result<void> JwtSecretFile::apply(Options &options, const QString &text, bool,
                                  QStringList &warnings)
{
    const Result<QByteArray> content = readCredentialFile(text, maxKeyFileBytes, warnings);
    if (!content)
        return tl::unexpected<Error>(content.error());
    // A secret is bytes, of which an editor adds a line end that other programs would not sign
    // with.
    QByteArrayView secret = *content;
    if (secret.endsWith('\n'))
        secret.chop(1);
    if (secret.endsWith('\r'))
        secret.chop(1);
    if (secret.size() < Jwt::MinSecretBytes)
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 holds %2 bytes; a JWT secret must have at least %3")
                        .arg(text)
                        .arg(secret.size())
                        .arg(Jwt::MinSecretBytes));
    return addKey(options.jwtSecrets, secret.toByteArray());
}

Result<void> JwtPublicKeyFile::apply(Options &options, const QString &text, bool, QStringList &)
{
    QStringList ignored; // everybody may know a public key
    const Result<QByteArray> key = readCredentialFile(text, maxKeyFileBytes, ignored);
    if (!key)
        return tl::unexpected<Error>(key.error());
    if (key->contains("PRIVATE KEY"))
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 holds a private key; the server needs the public one alone, and "
                             "the private one is safer elsewhere")
                        .arg(text));
    if (key->trimmed().isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("%1 holds no key").arg(text));
    return addKey(options.jwtPublicKeys, *key);
}

} // namespace Signalbox::OptionFields
