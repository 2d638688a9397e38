// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Signalbox {

/// The head of an HTTP/1.x request that passed HttpHeadParser: request line and header section, as
/// RFC 9112 has them. Everything here may be trusted to be well-formed.
struct HttpHead
{
    struct Field
    {
        QByteArray name; ///< lower case
        QByteArray value; ///< without surrounding white space
    };

    QByteArray method;
    QByteArray target; ///< origin-form, as sent: path and query; or `*` (OPTIONS)
    QByteArray path; ///< percent-decoded once, UTF-8 without control characters; starts with a
                     ///< slash, or is `*`
    QByteArray query; ///< as sent, without the question mark
    int minorVersion = 1; ///< HTTP/1.0 or HTTP/1.1
    QList<Field> fields;
    qint64 contentLength = 0; ///< 0 if chunked or without a body
    bool isChunked = false;
    bool expectsContinue = false; ///< and a body is to come
    bool keepsAlive = true; ///< what version and `Connection` ask for
    bool isWebSocketUpgrade =
        false; ///< GET, HTTP/1.1, `Connection: upgrade` and `Upgrade: websocket`

    /// The value of the first field called \a name (lower case); null if there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// All values of that field, joined by ", " (RFC 9110, 5.3).
    [[nodiscard]] QByteArray joined(QByteArrayView name) const;
    /// The first value of query parameter \a name, decoded (`+` is a space); null if there is none.
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const;
};

/// True if \a text is a `Host` value as we accept it: a name or an IPv4 address, or an IPv6 address
/// in brackets, and optionally a port (RFC 9110, 7.2); or empty. No user information, no zone, no
/// escapes.
[[nodiscard]] bool isHostAndPort(QByteArrayView text);

/// Why a request was refused.
struct HttpRefusal
{
    int status = 400;
    QByteArray reason; ///< for the body and the log; holds nothing that the client sent
};

struct HttpLimits
{
    qsizetype maxLine = 8 * 1024; ///< request line (414), and each header line (431)
    qsizetype maxHead = 32 * 1024; ///< in all (431)
    int maxFields = 100; ///< header lines (431)
};

/// A strict, incremental parser for a request head. Strict, because what two parsers read
/// differently is a hole: bare LF or CR, NUL, obs-fold, white space before the colon,
/// `Content-Length` with `Transfer-Encoding`, several or malformed lengths, any coding but
/// `chunked`, two `Host`s, none in HTTP/1.1, absolute-form, authority-form or a bad percent-escape
/// (also %00) in the target, an unknown version, control characters, and a malformed WebSocket
/// handshake are refused.
///
/// Linear in what it is fed, however it is split.
class HttpHeadParser final
{
public:
    explicit HttpHeadParser(const HttpLimits &limits = {});

    enum class State { NeedsMore, Done, Refused };

    /// Statuses of a refusal: 400 malformed, 414 and 431 limits, 417 unknown expectation, 426
    /// WebSocket version (answer with `Sec-WebSocket-Version: 13`), 501 method or transfer coding,
    /// 505 version. Where the next request would begin is unknown after any of them: answer and
    /// close.
    ///
    /// Takes bytes from \a data, whose first consumed() bytes belonged to the head (call it again
    /// with what follows). CRLFs before the request line are skipped, at most two (RFC 9112, 2.2).
    State feed(QByteArrayView data);
    /// How many bytes of the last feed() were used. What is left is the body, or the next request.
    [[nodiscard]] qsizetype consumed() const { return m_consumed; }
    /// True once a byte of a request has come: the head deadline runs, no idle connection any more.
    [[nodiscard]] bool hasBegun() const;

    [[nodiscard]] const HttpHead &head() const { return m_head; } ///< when Done
    [[nodiscard]] HttpHead takeHead(); ///< then reset() before the next request
    [[nodiscard]] const HttpRefusal &refusal() const { return m_refusal; } ///< when Refused
    /// Ready for the next request.
    void reset();

private:
    State refuse(int status, QByteArray reason);
    State parseLine(QByteArrayView line);
    [[nodiscard]] bool exceedsLimits(QByteArrayView taken) const;
    State parseRequestLine(QByteArrayView line);
    State parseTarget(QByteArrayView target);
    State parseField(QByteArrayView line);
    State finish();
    State finishBody();
    State finishWebSocketUpgrade();

    HttpLimits m_limits;
    HttpHead m_head;
    HttpRefusal m_refusal;
    QByteArray m_line; ///< an incomplete line from earlier feeds
    State m_state = State::NeedsMore;
    qsizetype m_size = 0;
    qsizetype m_consumed = 0;
    int m_emptyLines = 0;
    bool m_hasRequestLine = false;
};

} // namespace Signalbox
