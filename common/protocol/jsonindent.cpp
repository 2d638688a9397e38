// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/jsonindent.h"

#include "common/protocol/jsontext.h"

#include <algorithm>

namespace Signalbox::Json {

namespace {

constexpr int Step = 2;

bool isStructural(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':';
}

/// The end of the token that begins at \a start, which is no white space.
qsizetype tokenEnd(QByteArrayView json, qsizetype start)
{
    if (json[start] == '"') {
        const qsizetype end = stringEnd(json, start);
        return end < 0 ? json.size() : end;
    }
    if (isStructural(json[start]))
        return start + 1;
    qsizetype end = start + 1;
    while (end < json.size() && !isSpace(json[end]) && !isStructural(json[end]) && json[end] != '"')
        ++end;
    return end;
}

/// The first token's first byte from \a position on; 0 at the end.
char nextToken(QByteArrayView json, qsizetype position)
{
    while (position < json.size() && isSpace(json[position]))
        ++position;
    return position < json.size() ? json[position] : '\0';
}

void breakLine(QByteArray &out, int depth)
{
    out.append('\n');
    out.append(qsizetype(depth) * Step, ' ');
}

} // namespace

IndentedText indented(QByteArrayView json, qsizetype maxBytes)
{
    IndentedText result;
    QByteArray &out = result.text;
    out.reserve(std::min(maxBytes, json.size() + json.size() / 2));
    int depth = 0;
    for (qsizetype position = 0; position < json.size();) {
        const char c = json[position];
        if (isSpace(c)) {
            ++position;
            continue;
        }
        if (out.size() >= maxBytes) {
            result.isComplete = false;
            break;
        }
        const qsizetype end = tokenEnd(json, position);
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        if (closes && depth > 0) {
            --depth;
            if (!out.endsWith('{') && !out.endsWith('['))
                breakLine(out, depth);
        }
        const qsizetype room = maxBytes - out.size();
        if (end - position > room) {
            out.append(json.sliced(position, std::max<qsizetype>(room, 0)));
            result.isComplete = false;
            break;
        }
        out.append(json.sliced(position, end - position));
        position = end;
        if (opens) {
            const char next = nextToken(json, position);
            ++depth;
            if (next != '}' && next != ']')
                breakLine(out, depth);
        } else if (c == ',') {
            breakLine(out, depth);
        } else if (c == ':') {
            out.append(' ');
        }
    }
    return result;
}

QByteArray compacted(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype position = 0; position < json.size();) {
        if (isSpace(json[position])) {
            ++position;
            continue;
        }
        const qsizetype end = tokenEnd(json, position);
        out.append(json.sliced(position, end - position));
        position = end;
    }
    return out;
}

} // namespace Signalbox::Json
