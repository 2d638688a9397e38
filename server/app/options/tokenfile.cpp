// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/tokenfile.h"

#include "server/app/options/credentialfile.h"
#include "server/app/options/optionvalues.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace Signalbox {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;
// Each is compared at every authentication.
constexpr qsizetype maxTokens = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenFile)
};

} // namespace

Result<TokenFile> TokenFile::read(const QString &path)
{
    TokenFile result;
    const Result<QByteArray> bytes = readCredentialFile(path, maxFileBytes, result.warnings);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    int number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = QString(decoder(line)).trimmed();
        if (decoder.hasError())
            return fail(ErrorCode::Configuration,
                        Text::tr("%1:%2: is not UTF-8").arg(path).arg(number));
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const Result<QByteArray> token = OptionValues::readToken(text);
        if (!token)
            return fail(ErrorCode::Configuration,
                        Text::tr("%1:%2: %3").arg(path).arg(number).arg(token.error().message));
        if (!result.tokens.contains(*token))
            result.tokens.append(*token);
        if (result.tokens.size() > maxTokens)
            return fail(ErrorCode::Configuration,
                        Text::tr("%1 holds more than %2 tokens").arg(path).arg(maxTokens));
    }
    if (result.tokens.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("%1 holds no token").arg(path));
    return result;
}

} // namespace Signalbox
