// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/configfile.h"

#include "server/app/options/credentialfile.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace Signalbox {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::ConfigFile)
};

} // namespace

Result<ConfigFile> ConfigFile::read(const QString &path)
{
    QStringList warnings;
    const Result<QByteArray> bytes = readCredentialFile(path, maxFileBytes, warnings);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());

    ConfigFile result;
    result.isReadableByOthers = !warnings.isEmpty();
    int number = 0;
    const auto malformed = [&path, &number](const QString &message) {
        return fail(ErrorCode::Configuration,
                    QStringLiteral("%1:%2: %3").arg(path).arg(number).arg(message));
    };
    for (QByteArrayView line : bytes->split('\n')) {
        ++number;
        if (number == 1 && line.startsWith("\xef\xbb\xbf")) // an editor's byte order mark
            line = line.sliced(3);
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = QString(decoder(line)).trimmed();
        if (decoder.hasError() || text.contains(QChar::Null))
            return malformed(Text::tr("is not UTF-8 text"));
        if (text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';'))
            continue;
        if (text.startsWith(u'[')) {
            if (text.compare(u"[General]", Qt::CaseInsensitive) != 0)
                return malformed(Text::tr("unknown section %1; there is only [General]").arg(text));
            continue;
        }
        const qsizetype equals = text.indexOf(u'=');
        // The line is not shown: it may hold a token.
        if (equals < 0)
            return malformed(Text::tr("is not of the form key=value"));
        const QString key = text.first(equals).trimmed();
        QString value = text.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.sliced(1, value.size() - 2);
        if (key.isEmpty())
            return malformed(Text::tr("has no key before the ="));
        if (value.isEmpty())
            return malformed(Text::tr("%1 has no value").arg(key));
        result.entries.append({key, value, number});
    }
    return result;
}

} // namespace Signalbox
