// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>

/// Strict JSON over bytes (RFC 8259), without re-encoding what passes through.
namespace Signalbox::Json {

inline constexpr int MaxDepth = 64;

/// One member of an object, or one element of an array (then without a key).
struct Member
{
    QByteArray key; ///< unescaped
    QByteArrayView rawKey; ///< as written, with its quotes
    QByteArrayView value; ///< as written
};

enum class Kind { Null, Boolean, Number, String, Array, Object };

/// Checks that \a json is one strict JSON text: valid UTF-8, at most MaxDepth deep, nothing after
/// it, no lone surrogates. InvalidJson otherwise, with the reason.
Result<Kind> check(QByteArrayView json);

/// What kind a value is that check() or members() has seen.
Kind kindOf(QByteArrayView value);

/// The members of an object, in their order, each value as it was written; the whole text is
/// checked as by check(). InvalidJson also for a duplicate key at this level, or if it is no
/// object.
Result<QList<Member>> members(QByteArrayView json);
/// The elements of an array, likewise.
Result<QList<Member>> elements(QByteArrayView json);
/// Where members() finds a duplicate key: the key as it is written the second time. Null if there
/// is none, or if \a json is no object.
QByteArrayView repeatedKey(QByteArrayView json);

/// The text of a JSON string that was checked, unescaped, as UTF-8.
QByteArray unquoted(QByteArrayView value);
/// \a utf8 as a JSON string with its quotes. Escapes only what RFC 8259 demands.
QByteArray quoted(QByteArrayView utf8);
/// True if the number (checked before) is written as an integer: no fraction, no exponent.
bool isInteger(QByteArrayView number);

} // namespace Signalbox::Json
