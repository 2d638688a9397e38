// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/jsontext.h"

#include "common/protocol/hexdigit.h"
#include "common/protocol/json.h"

#include <algorithm>
#include <cstring>

namespace Signalbox::Json {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The code unit of the four hexadecimal digits at \a i; -1 if they are none.
int codeUnit(QByteArrayView text, qsizetype i)
{
    if (text.size() - i < 4)
        return -1;
    int unit = 0;
    for (qsizetype k = i; k < i + 4; ++k) {
        const int digit = hexValue(text[k]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

bool isHighSurrogate(int unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(int unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The second half of a surrogate pair, if its escape stands at \a i; -1 otherwise.
int lowSurrogateEscape(QByteArrayView text, qsizetype i)
{
    if (text.size() - i < 6 || text[i] != '\\' || text[i + 1] != 'u')
        return -1;
    const int unit = codeUnit(text, i + 2);
    return isLowSurrogate(unit) ? unit : -1;
}

void appendUtf8(QByteArray &out, char32_t c)
{
    const auto continuation = [](char32_t bits) { return char(0x80 | (bits & 0x3F)); };
    if (c < 0x80) {
        out.append(char(c));
    } else if (c < 0x800) {
        out.append(char(0xC0 | (c >> 6)));
        out.append(continuation(c));
    } else if (c < 0x10000) {
        out.append(char(0xE0 | (c >> 12)));
        out.append(continuation(c >> 6));
        out.append(continuation(c));
    } else {
        out.append(char(0xF0 | (c >> 18)));
        out.append(continuation(c >> 12));
        out.append(continuation(c >> 6));
        out.append(continuation(c));
    }
}

/// What `\` and \a escape stand for; null for `u` and for what is no escape.
char shortEscape(char escape)
{
    switch (escape) {
    case '"':
    case '\\':
    case '/':
        return escape;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return '\0';
    }
}

/// Appends what the escape at \a i (its backslash) stands for, and returns where it ends.
qsizetype appendUnescaped(QByteArray &out, QByteArrayView text, qsizetype i)
{
    if (i + 1 >= text.size())
        return text.size();
    if (const char c = shortEscape(text[i + 1]); c != '\0') {
        out.append(c);
        return i + 2;
    }
    const int unit = text[i + 1] == 'u' ? codeUnit(text, i + 2) : -1;
    if (unit < 0)
        return i + 2;
    if (!isHighSurrogate(unit)) {
        appendUtf8(out, isLowSurrogate(unit) ? U'\uFFFD' : char32_t(unit));
        return i + 6;
    }
    const int low = lowSurrogateEscape(text, i + 6);
    if (low < 0) {
        appendUtf8(out, U'\uFFFD');
        return i + 6;
    }
    appendUtf8(out, 0x10000 + (char32_t(unit - 0xD800) << 10) + char32_t(low - 0xDC00));
    return i + 12;
}

} // namespace

QByteArrayView trimmed(QByteArrayView text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isSpace(text[begin]))
        ++begin;
    while (end > begin && isSpace(text[end - 1]))
        --end;
    return text.sliced(begin, end - begin);
}

bool isNumber(QByteArrayView token)
{
    qsizetype i = 0;
    const auto at = [&](char c) { return i < token.size() && token[i] == c; };
    const auto skipDigits = [&] {
        const qsizetype begin = i;
        while (i < token.size() && isDigit(token[i]))
            ++i;
        return i > begin;
    };

    if (at('-'))
        ++i;
    if (at('0'))
        ++i;
    else if (!skipDigits())
        return false;
    if (at('.')) {
        ++i;
        if (!skipDigits())
            return false;
    }
    if (at('e') || at('E')) {
        ++i;
        if (at('+') || at('-'))
            ++i;
        if (!skipDigits())
            return false;
    }
    return i == token.size();
}

qsizetype stringEnd(QByteArrayView text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return -1;
}

const char *escapeError(QByteArrayView string)
{
    const auto nextEscape = [string](qsizetype from) -> qsizetype {
        const void *found = std::memchr(string.data() + from, '\\', size_t(string.size() - from));
        return found ? static_cast<const char *>(found) - string.data() : -1;
    };
    for (qsizetype i = nextEscape(0); i >= 0; i = nextEscape(i)) {
        if (i + 1 >= string.size())
            return "a string ends within an escape";
        if (shortEscape(string[i + 1]) != '\0') {
            i += 2;
            continue;
        }
        if (string[i + 1] != 'u')
            return "a string has an unknown escape";
        const int unit = codeUnit(string, i + 2);
        if (unit < 0)
            return "a string has an unknown escape";
        i += 6;
        if (isLowSurrogate(unit) || (isHighSurrogate(unit) && lowSurrogateEscape(string, i) < 0))
            return "a string has half of a surrogate pair";
        if (isHighSurrogate(unit))
            i += 6;
    }
    return nullptr;
}

QByteArray unquoted(QByteArrayView value)
{
    QByteArrayView text = trimmed(value);
    if (text.size() < 2 || text.front() != '"' || text.back() != '"')
        return {};
    text = text.sliced(1, text.size() - 2);

    QByteArray out;
    out.reserve(text.size());
    qsizetype plain = 0; // where the run begins that needs no change
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != '\\') {
            ++i;
            continue;
        }
        out.append(text.sliced(plain, i - plain));
        i = appendUnescaped(out, text, i);
        plain = std::min(i, text.size());
        i = plain;
    }
    out.append(text.sliced(plain));
    return out;
}

QByteArray quoted(QByteArrayView utf8)
{
    static constexpr char Hex[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out.append('"');
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out.append("\\\"");
            break;
        case '\\':
            out.append("\\\\");
            break;
        case '\b':
            out.append("\\b");
            break;
        case '\f':
            out.append("\\f");
            break;
        case '\n':
            out.append("\\n");
            break;
        case '\r':
            out.append("\\r");
            break;
        case '\t':
            out.append("\\t");
            break;
        default:
            if (quint8(c) < 0x20) {
                out.append("\\u00");
                out.append(Hex[quint8(c) >> 4]);
                out.append(Hex[quint8(c) & 0xF]);
            } else {
                out.append(c);
            }
        }
    }
    out.append('"');
    return out;
}

bool isInteger(QByteArrayView number)
{
    QByteArrayView text = trimmed(number);
    if (text.startsWith('-'))
        text = text.sliced(1);
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

} // namespace Signalbox::Json
