// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httphead.h"

#include "common/protocol/hexdigit.h"

#include <QHostAddress>
#include <QString>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <utility>

namespace Signalbox {

namespace {

// RFC 9112, 2.2: "at least one"; two bear with clients that end a POST body with a CRLF of their
// own.
constexpr int MaxEmptyLines = 2;
constexpr qsizetype MaxLengthDigits = 18; // always fits a qint64
constexpr qsizetype WebSocketKeySize = 24; // 16 bytes in base64 (RFC 6455, 4.1)

constexpr std::array KnownMethods{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};

bool isAlphaNumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// RFC 9110, 5.6.2.
bool isTokenChar(char c)
{
    return isAlphaNumeric(c) || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool equals(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

// Optional white space is SP and HTAB, nothing else (RFC 9110, 5.6.3).
QByteArrayView withoutSpace(QByteArrayView text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

/// Calls \a visit for every element of a comma-separated list, also for empty ones.
template <typename Visitor>
void forEachElement(QByteArrayView list, Visitor visit)
{
    while (true) {
        const qsizetype comma = list.indexOf(',');
        if (comma < 0) {
            visit(withoutSpace(list));
            return;
        }
        visit(withoutSpace(list.first(comma)));
        list = list.sliced(comma + 1);
    }
}

bool hasElement(QByteArrayView list, QByteArrayView wanted)
{
    bool isThere = false;
    forEachElement(list, [&](QByteArrayView element) { isThere |= equals(element, wanted); });
    return isThere;
}

// Every escape complete, none of them a NUL.
bool hasSoundEscapes(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        if (i + 2 >= text.size())
            return false;
        const int high = hexValue(text[i + 1]);
        const int low = hexValue(text[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return false;
    }
    return true;
}

QByteArray decodedQueryPart(QByteArrayView part)
{
    QByteArray text = part.toByteArray();
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

bool isWebSocketKey(const QByteArray &key)
{
    if (key.size() != WebSocketKeySize)
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(
        key, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == 16;
}

struct Occurrences
{
    int count = 0;
    QByteArray value; ///< of the first
};

Occurrences find(const QList<HttpHead::Field> &fields, QByteArrayView name)
{
    Occurrences result;
    for (const HttpHead::Field &field : fields) {
        if (field.name == name && result.count++ == 0)
            result.value = field.value;
    }
    return result;
}

} // namespace

bool isHostAndPort(QByteArrayView text)
{
    QByteArrayView port;
    bool hasPort = false;
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return false;
        const QByteArrayView literal = text.sliced(1, end - 1);
        const auto isAddressChar = [](char c) { return hexValue(c) >= 0 || c == ':' || c == '.'; };
        if (!std::all_of(literal.begin(), literal.end(), isAddressChar))
            return false; // zone identifiers too: they mean nothing to anybody else
        if (QHostAddress(QString::fromLatin1(literal)).protocol() != QAbstractSocket::IPv6Protocol)
            return false;
        const QByteArrayView rest = text.sliced(end + 1);
        if (!rest.isEmpty() && rest.front() != ':')
            return false;
        hasPort = !rest.isEmpty();
        port = hasPort ? rest.sliced(1) : rest;
    } else {
        const qsizetype colon = text.indexOf(':');
        const QByteArrayView name = colon < 0 ? text : text.first(colon);
        const auto isNameChar = [](char c) {
            return isAlphaNumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
        };
        if (!std::all_of(name.begin(), name.end(), isNameChar))
            return false;
        hasPort = colon >= 0;
        if (hasPort && name.isEmpty())
            return false;
        port = hasPort ? text.sliced(colon + 1) : QByteArrayView();
    }
    return !hasPort || (isDigits(port) && port.size() <= 5 && port.toInt() <= 0xffff);
}

QByteArray HttpHead::value(QByteArrayView name) const
{
    return find(fields, name).value;
}

QByteArray HttpHead::joined(QByteArrayView name) const
{
    QByteArray result;
    for (const Field &field : fields) {
        if (field.name != name)
            continue;
        if (result.isNull())
            result = field.value;
        else
            result += ", " + field.value;
    }
    return result;
}

QByteArray HttpHead::queryValue(QByteArrayView name) const
{
    QByteArrayView rest = query;
    while (!rest.isEmpty()) {
        const qsizetype ampersand = rest.indexOf('&');
        const QByteArrayView part = ampersand < 0 ? rest : rest.first(ampersand);
        rest = ampersand < 0 ? QByteArrayView() : rest.sliced(ampersand + 1);
        const qsizetype equalsSign = part.indexOf('=');
        if (decodedQueryPart(equalsSign < 0 ? part : part.first(equalsSign)) != name)
            continue;
        const QByteArray value =
            equalsSign < 0 ? QByteArray() : decodedQueryPart(part.sliced(equalsSign + 1));
        return value.isNull() ? QByteArray("") : value;
    }
    return {};
}

HttpHeadParser::HttpHeadParser(const HttpLimits &limits)
    : m_limits(limits)
{ }

bool HttpHeadParser::hasBegun() const
{
    // A CR alone may still turn out to be an empty line before the request.
    return m_hasRequestLine || m_state == State::Refused
        || (!m_line.isEmpty() && m_line != QByteArrayView("\r"));
}

HttpHead HttpHeadParser::takeHead()
{
    return std::exchange(m_head, {});
}

void HttpHeadParser::reset()
{
    *this = HttpHeadParser(m_limits);
}

HttpHeadParser::State HttpHeadParser::refuse(int status, QByteArray reason)
{
    m_refusal = {status, std::move(reason)};
    m_head = {};
    m_line.clear();
    m_state = State::Refused;
    return m_state;
}

HttpHeadParser::State HttpHeadParser::feed(QByteArrayView data)
{
    m_consumed = 0;
    while (m_state == State::NeedsMore && m_consumed < data.size()) {
        const QByteArrayView rest = data.sliced(m_consumed);
        // What can be no HTTP at all, such as a TLS handshake, is not worth waiting for a line end.
        if (!m_hasRequestLine && m_line.isEmpty() && rest.front() != '\r' && rest.front() != '\n'
            && !isTokenChar(rest.front()))
            return refuse(400, "not an HTTP request");

        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView taken = end < 0 ? rest : rest.first(end + 1);
        if (exceedsLimits(taken)) {
            return m_hasRequestLine ? refuse(431, "header section too large")
                                    : refuse(414, "request line too long");
        }
        m_consumed += taken.size();
        m_size += taken.size();
        if (end < 0) {
            m_line += taken;
        } else if (m_line.isEmpty()) {
            parseLine(taken);
        } else {
            m_line += taken;
            const QByteArray line = std::exchange(m_line, {});
            parseLine(line);
        }
    }
    return m_state;
}

// Independent of how the bytes were split: it looks at nothing but how far the line has come.
bool HttpHeadParser::exceedsLimits(QByteArrayView taken) const
{
    qsizetype length = m_line.size() + taken.size();
    if (m_size + taken.size() > m_limits.maxHead)
        return true;
    const auto lastIs = [&](char c, qsizetype fromEnd) {
        if (fromEnd < taken.size())
            return taken[taken.size() - 1 - fromEnd] == c;
        const qsizetype index = m_line.size() - 1 - (fromEnd - taken.size());
        return index >= 0 && m_line[index] == c;
    };
    if (lastIs('\n', 0))
        length -= lastIs('\r', 1) ? 2 : 1;
    else if (lastIs('\r', 0))
        length -= 1;
    return length > m_limits.maxLine;
}

HttpHeadParser::State HttpHeadParser::parseLine(QByteArrayView line)
{
    if (!line.endsWith("\r\n"))
        return refuse(400, "line ends with a bare LF");
    line.chop(2);
    if (line.isEmpty()) {
        if (m_hasRequestLine)
            return finish();
        m_size = 0;
        return ++m_emptyLines > MaxEmptyLines ? refuse(400, "empty lines before the request")
                                              : m_state;
    }
    const auto isForbidden = [](char c) { return isControl(c) && c != '\t'; };
    if (std::any_of(line.begin(), line.end(), isForbidden))
        return refuse(400, "control character");
    return m_hasRequestLine ? parseField(line) : parseRequestLine(line);
}

HttpHeadParser::State HttpHeadParser::parseRequestLine(QByteArrayView line)
{
    m_hasRequestLine = true;
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return refuse(400, "malformed request line");
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method))
        return refuse(400, "malformed method");
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigits(version.sliced(5, 1))
        || version[6] != '.' || !isDigits(version.sliced(7, 1)))
        return refuse(400, "malformed HTTP version");
    if (version != QByteArrayView("HTTP/1.1") && version != QByteArrayView("HTTP/1.0"))
        return refuse(505, "HTTP version not supported");
    if (std::none_of(KnownMethods.begin(), KnownMethods.end(),
                     [&](const char *known) { return method == QByteArrayView(known); }))
        return refuse(501, "method not implemented");
    m_head.method = method.toByteArray();
    m_head.minorVersion = version.back() - '0';
    return parseTarget(target);
}

HttpHeadParser::State HttpHeadParser::parseTarget(QByteArrayView target)
{
    m_head.target = target.toByteArray();
    if (target == QByteArrayView("*") && m_head.method == QByteArrayView("OPTIONS")) {
        m_head.path = "*";
        return m_state;
    }
    const auto isForbidden = [](char c) { return c <= 0x20 || c >= 0x7f || c == '#'; };
    if (!target.startsWith('/') || std::any_of(target.begin(), target.end(), isForbidden)
        || !hasSoundEscapes(target))
        return refuse(400, "malformed request target");

    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    m_head.query = mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray();
    m_head.path = QByteArray::fromPercentEncoding(path.toByteArray());
    // A backslash is a slash to some, and a line break in a decoded path a new line in a log.
    if (path.contains('\\') || std::any_of(m_head.path.cbegin(), m_head.path.cend(), isControl)
        || !QUtf8StringView(m_head.path.constData(), m_head.path.size()).isValidUtf8())
        return refuse(400, "malformed request target");
    return m_state;
}

HttpHeadParser::State HttpHeadParser::parseField(QByteArrayView line)
{
    if (m_head.fields.size() >= m_limits.maxFields)
        return refuse(431, "too many header lines");
    if (line.front() == ' ' || line.front() == '\t')
        return refuse(400, "folded header line");
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return refuse(400, "malformed header line");
    m_head.fields.append({line.first(colon).toByteArray().toLower(),
                          withoutSpace(line.sliced(colon + 1)).toByteArray()});
    return m_state;
}

HttpHeadParser::State HttpHeadParser::finish()
{
    const Occurrences host = find(m_head.fields, "host");
    if (host.count > 1)
        return refuse(400, "more than one Host");
    if (host.count == 0 && m_head.minorVersion > 0)
        return refuse(400, "Host is missing");
    if (!isHostAndPort(host.value))
        return refuse(400, "malformed Host");

    const QByteArray connection = m_head.joined("connection");
    m_head.keepsAlive = !hasElement(connection, "close")
        && (m_head.minorVersion > 0 || hasElement(connection, "keep-alive"));

    if (finishBody() == State::Refused)
        return m_state;
    if (m_head.minorVersion > 0 && m_head.method == QByteArrayView("GET")
        && hasElement(connection, "upgrade") && hasElement(m_head.joined("upgrade"), "websocket")
        && finishWebSocketUpgrade() == State::Refused)
        return m_state;
    m_state = State::Done;
    return m_state;
}

// Where the body ends, which is what smuggling is about (RFC 9112, 6).
HttpHeadParser::State HttpHeadParser::finishBody()
{
    const Occurrences length = find(m_head.fields, "content-length");
    const Occurrences coding = find(m_head.fields, "transfer-encoding");
    if (coding.count > 0) {
        if (length.count > 0)
            return refuse(400, "both Content-Length and Transfer-Encoding");
        if (m_head.minorVersion == 0)
            return refuse(400, "Transfer-Encoding in HTTP/1.0");
        int chunked = 0;
        int empty = 0;
        int others = 0;
        forEachElement(m_head.joined("transfer-encoding"), [&](QByteArrayView element) {
            if (element.isEmpty())
                ++empty;
            else if (equals(element, "chunked"))
                ++chunked;
            else
                ++others;
        });
        if (others > 0)
            return refuse(501, "transfer coding not implemented");
        if (chunked != 1 || empty > 0)
            return refuse(400, "malformed Transfer-Encoding");
        m_head.isChunked = true;
    }
    if (length.count > 1)
        return refuse(400, "more than one Content-Length");
    if (length.count == 1) {
        if (!isDigits(length.value) || length.value.size() > MaxLengthDigits)
            return refuse(400, "malformed Content-Length");
        m_head.contentLength = length.value.toLongLong();
    }

    bool isUnknown = false;
    bool isContinue = false;
    forEachElement(m_head.joined("expect"), [&](QByteArrayView element) {
        if (equals(element, "100-continue"))
            isContinue = true;
        else if (!element.isEmpty())
            isUnknown = true;
    });
    if (isUnknown)
        return refuse(417, "unknown expectation");
    // RFC 9110, 10.1.1: ignored in HTTP/1.0, and pointless without a body.
    m_head.expectsContinue =
        isContinue && m_head.minorVersion > 0 && (m_head.isChunked || m_head.contentLength > 0);
    return m_state;
}

// RFC 6455, 4.2.1.
HttpHeadParser::State HttpHeadParser::finishWebSocketUpgrade()
{
    const Occurrences version = find(m_head.fields, "sec-websocket-version");
    const Occurrences key = find(m_head.fields, "sec-websocket-key");
    if (version.count != 1)
        return refuse(400, "no single Sec-WebSocket-Version");
    if (version.value != QByteArrayView("13"))
        return refuse(426, "WebSocket version not supported");
    if (key.count != 1 || !isWebSocketKey(key.value))
        return refuse(400, "no valid Sec-WebSocket-Key");
    if (m_head.isChunked || m_head.contentLength > 0)
        return refuse(400, "WebSocket handshake with a body");
    m_head.isWebSocketUpgrade = true;
    return m_state;
}

} // namespace Signalbox
