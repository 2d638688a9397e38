// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/options.h"

#include <QHostAddress>
#include <QList>

#include <chrono>

namespace Signalbox::OptionValues {

// The values of options, from text and to the text that --help shows. The error of a read...() says
// what a value must look like; which option and value it was, the caller knows. Ranges include
// their ends.

Result<qint64> readInteger(const QString &text, qint64 min, qint64 max);
Result<quint64> readSeed(const QString &text);
/// Plain decimal notation, no exponent.
Result<double> readDecimal(const QString &text, double min, double max);
/// Bytes, or with the suffix K, M or G (also KiB, MiB, GiB) a power of 1024 of them.
Result<qint64> readBytes(const QString &text, qint64 min, qint64 max);
/// Seconds, fractions allowed, with `s` or nothing behind them, or milliseconds with `ms`.
Result<std::chrono::milliseconds> readDuration(const QString &text, std::chrono::milliseconds min,
                                               std::chrono::milliseconds max);
/// Of a token: 90s, 15m, 1h or 7d.
Result<std::chrono::seconds> readLifetime(const QString &text, std::chrono::seconds max);
/// true/false, 1/0, yes/no, on/off, in any case.
Result<bool> readBoolean(const QString &text);
Result<Environment> readEnvironment(const QString &text);
Result<StoreFailure> readStoreFailure(const QString &text);
Result<LogFormat> readLogFormat(const QString &text);
Result<LogLevel> readLogLevel(const QString &text);
/// An IP address; `localhost` is both loopback addresses, `::` all of IPv4 and IPv6.
Result<QList<QHostAddress>> readHost(const QString &text);
/// `*` or `scheme://host[:port]`.
Result<QByteArray> readOrigin(const QString &text);
/// An IP address or a CIDR block.
Result<QByteArray> readNetwork(const QString &text);
/// A static token: not empty, no control characters, no space at its ends.
Result<QByteArray> readToken(const QString &text);
/// A JWT secret: at least Jwt::MinSecretBytes.
Result<QByteArray> readSecret(const QString &text);
Result<Jwt::Algorithm> readAlgorithm(const QString &text);
/// What a JWT must name, or the name of a claim: 1-255 bytes without control characters.
Result<QByteArray> readClaimText(const QString &text);
/// Entries of AccessRules, with blanks or commas between.
Result<QList<QByteArray>> readRoomEntries(const QString &text);
/// `RATE` a second or `RATE:BURST`, or `unlimited`. \a defaultBurst is that of a RATE alone; 0: a
/// second's worth.
Result<RateLimit> readRate(const QString &text, double defaultBurst);
/// A path, made absolute.
Result<QString> readPath(const QString &text);

// What the functions above would read the value from.
QString textOf(bool value);
QString textOf(Environment environment);
QString textOf(StoreFailure policy);
QString textOf(LogFormat format);
QString textOf(LogLevel level);
QString textOf(Jwt::Algorithm algorithm);
QString textOf(const QString &text);
QString textOf(const QByteArray &text);
QString textOf(const std::optional<quint64> &number);
QString textOf(const QList<QByteArray> &texts);
QString textOf(const QList<QHostAddress> &hosts);

QString showBytes(qint64 bytes);
QString showRate(const RateLimit &limit);
QString showDuration(std::chrono::milliseconds duration);

} // namespace Signalbox::OptionValues
