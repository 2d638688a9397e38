// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// The tokens of JSON text. Positions are byte offsets; none of these functions looks outside of
/// the bytes it is given, whatever they hold.
namespace Signalbox::Json {

inline constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// \a text without white space around it; Unicode's other spaces are not white space in JSON.
QByteArrayView trimmed(QByteArrayView text);

/// True if \a token is a number by the grammar of RFC 8259 section 6. It is never converted.
bool isNumber(QByteArrayView token);

/// Where the string ends that begins with the quote at \a start: the offset behind its closing
/// quote; -1 if there is none.
qsizetype stringEnd(QByteArrayView text, qsizetype start);

/// Checks the escapes of a string that is given with its quotes. Null if they are legal and no half
/// of a surrogate pair stands alone; else what is wrong.
const char *escapeError(QByteArrayView string);

} // namespace Signalbox::Json
