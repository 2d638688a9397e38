// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/optionfields.h"

#include "server/app/tokenfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace Signalbox::OptionFields {

namespace {

constexpr qsizetype shortTokenLength = 16;

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

} // namespace Signalbox::OptionFields
