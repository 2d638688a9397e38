// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options/optiontable.h"
#include "server/app/options/optionvalues.h"

#include <type_traits>

/// The parts that rows of the option table are put together from.
namespace Signalbox::OptionFields {

// A codec reads one kind of value and shows it.

template <qint64 Min, qint64 Max>
struct Integer
{
    static Result<qint64> read(const QString &text)
    {
        return OptionValues::readInteger(text, Min, Max);
    }
    static QString show(qint64 value) { return QString::number(value); }
};

template <qint64 Min, qint64 Max>
struct Bytes
{
    static Result<qint64> read(const QString &text)
    {
        return OptionValues::readBytes(text, Min, Max);
    }
    static QString show(qint64 value) { return OptionValues::showBytes(value); }
};

template <qint64 MinMs, qint64 MaxMs>
struct Duration
{
    static Result<std::chrono::milliseconds> read(const QString &text)
    {
        return OptionValues::readDuration(text, std::chrono::milliseconds(MinMs),
                                          std::chrono::milliseconds(MaxMs));
    }
    static QString show(std::chrono::milliseconds value)
    {
        return OptionValues::showDuration(value);
    }
};

struct DemoRate
{
    static Result<double> read(const QString &text)
    {
        return OptionValues::readDecimal(text, 0.1, 10'000);
    }
    static QString show(double value) { return QString::number(value); }
};

/// For values whose default the row words itself, or that need none.
template <auto Read>
struct Unshown
{
    static constexpr bool HasText = false; ///< see OptionValues::textOf()
    static auto read(const QString &text) { return Read(text); }
    template <typename T>
    static QString show(const T &)
    {
        return {};
    }
};

template <auto Member, typename Codec>
struct Scalar
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &)
    {
        const auto value = Codec::read(text);
        if (!value)
            return tl::unexpected<Error>(value.error());
        using Type = std::remove_reference_t<decltype(options.*Member)>;
        options.*Member = static_cast<Type>(*value);
        return {};
    }
    static bool isSame(const Options &a, const Options &b) { return a.*Member == b.*Member; }
    static void copy(Options &to, const Options &from) { to.*Member = from.*Member; }
    static QString show(const Options &options) { return Codec::show(options.*Member); }
    static QString text(const Options &options)
    {
        if constexpr (requires { Codec::HasText; })
            return OptionValues::textOf(options.*Member);
        else
            return Codec::show(options.*Member);
    }
};

/// What nobody is to see, and keys: told by number.
template <auto Member, auto Read>
struct Secret : Scalar<Member, Unshown<Read>>
{
    static QString text(const Options &options)
    {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(options.*Member)>, QByteArray>)
            return QString::number((options.*Member).isEmpty() ? 0 : 1);
        else
            return QString::number((options.*Member).size());
    }
};

/// The same for a list that is given value by value.
template <auto Member, auto Read>
struct List : Scalar<Member, Unshown<Read>>
{
    static Result<void> apply(Options &options, const QString &text, bool isFirst, QStringList &)
    {
        const auto value = Read(text);
        if (!value)
            return tl::unexpected<Error>(value.error());
        if (isFirst)
            (options.*Member).clear();
        (options.*Member).append(*value);
        return {};
    }
};

/// Tokens add up: they may come from several options and files.
struct AuthToken : Secret<&Options::authTokens, &OptionValues::readToken>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

struct AuthTokenFile : Secret<&Options::authTokens, &OptionValues::readToken>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

struct AdminToken : Secret<&Options::adminToken, &OptionValues::readToken>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

struct AdminTokenFile : Secret<&Options::adminToken, &OptionValues::readToken>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

/// Secrets and keys add up likewise: they are rotated, too.
struct JwtSecret : Secret<&Options::jwtSecrets, &OptionValues::readSecret>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

struct JwtSecretFile : Secret<&Options::jwtSecrets, &OptionValues::readSecret>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

struct JwtPublicKeyFile : Secret<&Options::jwtPublicKeys, &OptionValues::readPath>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings);
};

/// A rate; \a Burst as in OptionValues::readRate().
template <auto Member, int Burst>
struct Rate
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &)
    {
        const Result<RateLimit> limit = OptionValues::readRate(text, Burst);
        if (!limit)
            return tl::unexpected<Error>(limit.error());
        options.*Member = *limit;
        return {};
    }
    static bool isSame(const Options &a, const Options &b)
    {
        return (a.*Member).rate == (b.*Member).rate && (a.*Member).burst == (b.*Member).burst;
    }
    static void copy(Options &to, const Options &from) { to.*Member = from.*Member; }
    static QString show(const Options &options) { return OptionValues::showRate(options.*Member); }
    static QString text(const Options &options) { return show(options); }
};

template <typename F>
inline constexpr OptionField field = {&F::apply, &F::isSame, &F::copy, &F::show, &F::text};

template <auto Member, typename Codec>
inline constexpr const OptionField *scalar = &field<Scalar<Member, Codec>>;
template <auto Member, auto Read>
inline constexpr const OptionField *plain = &field<Scalar<Member, Unshown<Read>>>;
template <auto Member, auto Read>
inline constexpr const OptionField *list = &field<List<Member, Read>>;

} // namespace Signalbox::OptionFields
