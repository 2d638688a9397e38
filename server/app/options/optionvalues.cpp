// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionvalues.h"

#include "common/auth/accesspolicy.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace Signalbox::OptionValues {

namespace {

// A token goes into a header line, whose limit is 8 KiB.
constexpr qsizetype maxTokenLength = 4096;
constexpr qsizetype maxClaimLength = 255;
constexpr int maxRate = 1'000'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::OptionValues)
};

tl::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorCode::Configuration, message);
}

bool isDigits(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Of plain decimal notation; NaN if it is none. QString::toDouble() alone takes "inf" and "1e9"
/// too.
double decimal(const QString &text)
{
    const bool isPlain = !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    bool ok = false;
    const double value = isPlain ? text.toDouble(&ok) : 0;
    return ok ? value : std::nan("");
}

template <typename T>
Result<T> readChoice(const QString &text, std::initializer_list<std::pair<const char *, T>> choices,
                     const QString &expected)
{
    for (const auto &[name, value] : choices) {
        if (text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return value;
    }
    return wrong(expected);
}

} // namespace

Result<qint64> readInteger(const QString &text, qint64 min, qint64 max)
{
    bool ok = false;
    const qint64 value = isDigits(text) ? text.toLongLong(&ok) : 0;
    if (!ok || value < min || value > max)
        return wrong(Text::tr("must be a whole number from %1 to %2").arg(min).arg(max));
    return value;
}

Result<quint64> readSeed(const QString &text)
{
    bool ok = false;
    const quint64 value = isDigits(text) ? text.toULongLong(&ok) : 0;
    if (!ok)
        return wrong(Text::tr("must be a whole number from 0 to 18446744073709551615"));
    return value;
}

Result<double> readDecimal(const QString &text, double min, double max)
{
    const double value = decimal(text);
    if (!(value >= min && value <= max))
        return wrong(Text::tr("must be a number from %1 to %2").arg(min).arg(max));
    return value;
}

Result<qint64> readBytes(const QString &text, qint64 min, qint64 max)
{
    QString digits = text;
    qint64 unit = 1;
    if (digits.endsWith(QStringLiteral("iB"), Qt::CaseInsensitive) && digits.size() > 2
        && !digits.at(digits.size() - 3).isDigit())
        digits.chop(2);
    if (!digits.isEmpty()) {
        const qsizetype power = QStringView(u"KMG").indexOf(digits.back().toUpper());
        if (power >= 0) {
            unit = qint64(1) << (10 * (power + 1));
            digits.chop(1);
        }
    }
    bool ok = false;
    const qint64 count = isDigits(digits) ? digits.toLongLong(&ok) : 0;
    if (!ok || count > max / unit || count * unit < min)
        return wrong(Text::tr("must be a number of bytes from %1 to %2, such as 65536, 64K or 1M")
                         .arg(showBytes(min), showBytes(max)));
    return count * unit;
}

Result<std::chrono::milliseconds> readDuration(const QString &text, std::chrono::milliseconds min,
                                               std::chrono::milliseconds max)
{
    QString digits = text;
    double unit = 1000;
    if (digits.endsWith(QStringLiteral("ms"))) {
        digits.chop(2);
        unit = 1;
    } else if (digits.endsWith(u's')) {
        digits.chop(1);
    }
    const double ms = std::round(decimal(digits) * unit);
    if (!(ms >= double(min.count()) && ms <= double(max.count())))
        return wrong(Text::tr("must be a time from %1 to %2, such as 25, 2.5s or 500ms")
                         .arg(showDuration(min), showDuration(max)));
    return std::chrono::milliseconds(qint64(ms));
}

Result<std::chrono::seconds> readLifetime(const QString &text, std::chrono::seconds max)
{
    qint64 unit = 0;
    switch (text.isEmpty() ? 0 : text.back().unicode()) {
    case 's':
        unit = 1;
        break;
    case 'm':
        unit = 60;
        break;
    case 'h':
        unit = 60 * 60;
        break;
    case 'd':
        unit = 24 * 60 * 60;
        break;
    default:
        break;
    }
    bool isNumber = false;
    const QString digits = text.left(text.size() - 1);
    const qint64 count = unit > 0 && isDigits(digits) ? digits.toLongLong(&isNumber) : 0;
    if (!isNumber || count < 1 || count > max.count() / unit)
        return wrong(Text::tr("must be a time such as 90s, 15m, 1h or 7d, of at most %1 days")
                         .arg(std::chrono::duration_cast<std::chrono::hours>(max).count() / 24));
    return std::chrono::seconds(count * unit);
}

Result<bool> readBoolean(const QString &text)
{
    return readChoice<bool>(text,
                            {{"true", true},
                             {"1", true},
                             {"yes", true},
                             {"on", true},
                             {"false", false},
                             {"0", false},
                             {"no", false},
                             {"off", false}},
                            Text::tr("must be true or false (or 1, 0, yes, no, on, off)"));
}

Result<Environment> readEnvironment(const QString &text)
{
    return readChoice<Environment>(
        text, {{"development", Environment::Development}, {"production", Environment::Production}},
        Text::tr("must be development or production"));
}

Result<StoreFailure> readStoreFailure(const QString &text)
{
    return readChoice<StoreFailure>(text,
                                    {{"deny", StoreFailure::Deny}, {"allow", StoreFailure::Allow}},
                                    Text::tr("must be deny or allow"));
}

Result<LogFormat> readLogFormat(const QString &text)
{
    return readChoice<LogFormat>(text, {{"text", LogFormat::Text}, {"json", LogFormat::Json}},
                                 Text::tr("must be text or json"));
}

Result<LogLevel> readLogLevel(const QString &text)
{
    return readChoice<LogLevel>(text,
                                {{"debug", LogLevel::Debug},
                                 {"info", LogLevel::Info},
                                 {"warning", LogLevel::Warning},
                                 {"warn", LogLevel::Warning},
                                 {"error", LogLevel::Error}},
                                Text::tr("must be debug, info, warning or error"));
}

Result<QList<QHostAddress>> readHost(const QString &text)
{
    if (text.compare(u"localhost", Qt::CaseInsensitive) == 0)
        return QList{QHostAddress(QHostAddress::LocalHost),
                     QHostAddress(QHostAddress::LocalHostIPv6)};
    // Of the many spellings of an IPv4 address, Qt takes "1" for 0.0.0.1.
    const bool isSpelledOut = text.contains(u':') || text.count(u'.') == 3;
    const QHostAddress address(isSpelledOut ? text : QString());
    if (address.isNull())
        return wrong(Text::tr("must be an IP address of this machine, or localhost"));
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        return QList{QHostAddress(QHostAddress::Any)};
    return QList{address};
}

Result<QByteArray> readOrigin(const QString &text)
{
    if (text == u"*")
        return QByteArrayLiteral("*");
    const QUrl url(text, QUrl::StrictMode);
    const bool isOrigin = url.isValid() && text.contains(u"://") && !url.scheme().isEmpty()
        && !url.host().isEmpty() && !url.host().contains(u'*') && url.path().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!isOrigin)
        return wrong(
            Text::tr("must be * or an origin such as https://example.org, without a path"));
    return url.toEncoded();
}

Result<QByteArray> readNetwork(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QString address = slash < 0 ? text : text.first(slash);
    const bool isSpelledOut = address.contains(u':') || address.count(u'.') == 3;
    const bool hasBits = slash < 0 || isDigits(QStringView(text).sliced(slash + 1));
    if (!isSpelledOut || !hasBits || QHostAddress(address).isNull()
        || QHostAddress::parseSubnet(text).second < 0)
        return wrong(Text::tr("must be an IP address or a block of them such as 10.0.0.0/8"));
    return text.toLatin1();
}

Result<QByteArray> readToken(const QString &text)
{
    if (text.trimmed().isEmpty())
        return wrong(Text::tr("an empty token is no protection"));
    if (text != text.trimmed())
        return wrong(Text::tr("a token cannot start or end with a space"));
    if (std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return wrong(Text::tr("a token cannot hold control characters"));
    const QByteArray token = text.toUtf8();
    if (token.size() > maxTokenLength)
        return wrong(Text::tr("a token cannot be longer than %1 bytes").arg(maxTokenLength));
    return token;
}

Result<QByteArray> readSecret(const QString &text)
{
    const QByteArray secret = text.toUtf8();
    if (secret.size() < Jwt::MinSecretBytes)
        return wrong(Text::tr("a JWT secret must have at least %1 bytes; openssl rand -hex 32 "
                              "makes a good one")
                         .arg(Jwt::MinSecretBytes));
    if (secret.size() > maxTokenLength)
        return wrong(Text::tr("a JWT secret cannot be longer than %1 bytes").arg(maxTokenLength));
    return secret;
}

Result<Jwt::Algorithm> readAlgorithm(const QString &text)
{
    using enum Jwt::Algorithm;
    return readChoice<Jwt::Algorithm>(
        text,
        {{"HS256", HS256}, {"HS384", HS384}, {"HS512", HS512}, {"RS256", RS256}, {"ES256", ES256}},
        Text::tr("must be HS256, HS384, HS512, RS256 or ES256"));
}

Result<QByteArray> readClaimText(const QString &text)
{
    const QByteArray claim = text.toUtf8();
    const bool hasControls =
        std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (claim.isEmpty() || claim.size() > maxClaimLength || hasControls || text != text.trimmed())
        return wrong(Text::tr("must be 1-%1 bytes of text").arg(maxClaimLength));
    return claim;
}

Result<QList<QByteArray>> readRoomEntries(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    QList<QByteArray> entries;
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QByteArray entry = word.toUtf8();
        if (!AccessRules::isValidEntry(entry))
            return wrong(Text::tr("%1 is neither a room such as project:7 nor all of a kind such "
                                  "as project:*")
                             .arg(word.size() > 80 ? word.first(80) + u'…' : word));
        if (!entries.contains(entry))
            entries.append(entry);
    }
    if (entries.isEmpty())
        return wrong(Text::tr("must name rooms, such as project:7 or project:*"));
    return entries;
}

Result<RateLimit> readRate(const QString &text, double defaultBurst)
{
    if (text.compare(u"unlimited", Qt::CaseInsensitive) == 0)
        return RateLimit{};
    const qsizetype colon = text.indexOf(u':');
    const double rate = decimal(colon < 0 ? text : text.first(colon));
    double burst = defaultBurst > 0 ? defaultBurst : std::max(rate, 1.0);
    if (colon >= 0)
        burst = decimal(text.sliced(colon + 1));
    if (!(rate >= 0.01 && rate <= maxRate && burst >= 1 && burst <= maxRate))
        return wrong(Text::tr("must be RATE or RATE:BURST, such as 50 or 50:2048, or unlimited; a "
                              "rate is 0.01-%1 a second, a burst 1-%1")
                         .arg(maxRate));
    return RateLimit{rate, burst};
}

Result<QString> readPath(const QString &text)
{
    if (text.isEmpty() || text.contains(QChar::Null))
        return wrong(Text::tr("must be a path"));
    return QDir::cleanPath(QDir::current().absoluteFilePath(text));
}

QString textOf(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString textOf(Environment environment)
{
    return environment == Environment::Production ? QStringLiteral("production")
                                                  : QStringLiteral("development");
}

QString textOf(StoreFailure policy)
{
    return policy == StoreFailure::Allow ? QStringLiteral("allow") : QStringLiteral("deny");
}

QString textOf(LogFormat format)
{
    return format == LogFormat::Json ? QStringLiteral("json") : QStringLiteral("text");
}

QString textOf(LogLevel level)
{
    static const QStringList names{QStringLiteral("debug"), QStringLiteral("info"),
                                   QStringLiteral("warning"), QStringLiteral("error")};
    return names.value(int(level));
}

QString textOf(Jwt::Algorithm algorithm)
{
    return QString::fromLatin1(Jwt::name(algorithm));
}

QString textOf(const QString &text)
{
    return text;
}

QString textOf(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

QString textOf(const std::optional<quint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString textOf(const QList<QByteArray> &texts)
{
    return QString::fromUtf8(texts.join(", "));
}

QString textOf(const QList<QHostAddress> &hosts)
{
    QStringList texts;
    for (const QHostAddress &host : hosts)
        texts.append(host == QHostAddress(QHostAddress::Any) ? QStringLiteral("::")
                                                             : host.toString());
    return texts.join(QStringLiteral(", "));
}

QString showBytes(qint64 bytes)
{
    qint64 count = bytes;
    qsizetype power = 0;
    while (power < 3 && count >= 1024 && count % 1024 == 0) {
        count /= 1024;
        ++power;
    }
    const QString number = QString::number(count);
    return power == 0 ? number : number + QStringView(u"KMG").at(power - 1);
}

QString showRate(const RateLimit &limit)
{
    if (limit.isUnlimited())
        return Text::tr("unlimited");
    return QStringLiteral("%1:%2").arg(limit.rate).arg(limit.burst, 0, 'f', 0);
}

QString showDuration(std::chrono::milliseconds duration)
{
    return duration.count() % 1000 == 0 ? QStringLiteral("%1s").arg(duration.count() / 1000)
                                        : QStringLiteral("%1ms").arg(duration.count());
}

} // namespace Signalbox::OptionValues
