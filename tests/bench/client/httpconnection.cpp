// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/httpconnection.h"

#include "tests/bench/support/benchfailure.h"

#include <QList>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

namespace Signalbox::Bench {

namespace {

constexpr qsizetype MaxReply = 16 * 1024 * 1024;

/// The value of a header in a head whose lines end in CRLF; null if it is not there. Without a copy
/// of the head: ingest is measured with tens of thousands of answers in a second.
QByteArrayView headerValue(QByteArrayView head, QByteArrayView name)
{
    for (qsizetype start = head.indexOf("\r\n"); start >= 0;) {
        const qsizetype begin = start + 2;
        start = head.indexOf("\r\n", begin);
        const QByteArrayView line =
            start < 0 ? head.sliced(begin) : head.sliced(begin, start - begin);
        if (line.size() > name.size() && line[name.size()] == ':'
            && qstrnicmp(line.data(), name.size(), name.data(), name.size()) == 0)
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

/// The decoded body of a chunked message (RFC 9112, 7.1); nothing if it is not complete.
std::optional<QByteArray> dechunked(QByteArrayView bytes)
{
    QByteArray body;
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n");
        if (lineEnd < 0)
            return std::nullopt;
        bool ok = false;
        const qsizetype size =
            bytes.first(lineEnd).toByteArray().split(';').first().trimmed().toLongLong(&ok, 16);
        if (!ok || size < 0 || size > MaxReply)
            throw BenchFailure(QStringLiteral("the server sent a chunk without a size"));
        bytes = bytes.sliced(lineEnd + 2);
        if (size == 0)
            return bytes.startsWith("\r\n") || bytes.contains("\r\n\r\n") ? std::optional(body)
                                                                          : std::nullopt;
        if (bytes.size() < size + 2)
            return std::nullopt;
        body += bytes.first(size);
        bytes = bytes.sliced(size + 2);
    }
}

} // namespace

void requireAccepted(const HttpReply &reply)
{
    if (reply.status != 202)
        throw BenchFailure(QStringLiteral("publishing was answered %1: %2")
                               .arg(reply.status)
                               .arg(QString::fromUtf8(reply.body.left(200))));
}

sockaddr_in socketAddress(const QString &host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr) != 1)
        throw BenchFailure(QStringLiteral("not an IPv4 address: ") + host);
    return address;
}

HttpConnection::HttpConnection(EpollLoop &loop, const QString &host, quint16 port,
                               const QByteArray &token)
    : m_loop(loop)
    , m_address(socketAddress(host, port))
{
    m_headers = " HTTP/1.1\r\nHost: " + host.toLatin1() + ':' + QByteArray::number(port)
        + "\r\nAccept: application/json\r\n";
    if (!token.isEmpty())
        m_headers += "Authorization: Bearer " + token + "\r\n";
}

HttpConnection::~HttpConnection()
{
    closeSocket();
}

void HttpConnection::open()
{
    m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        throw systemFailure(QStringLiteral("socket"));
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&m_address), sizeof(m_address)) != 0
        && errno != EINPROGRESS)
        throw systemFailure(QStringLiteral("cannot connect for HTTP"));
    m_loop.add(m_socket, EPOLLIN | EPOLLRDHUP, this);
}

void HttpConnection::closeSocket()
{
    if (m_socket >= 0)
        close(m_socket);
    m_socket = -1;
}

void HttpConnection::send(QByteArrayView method, QByteArrayView path, QByteArrayView body,
                          Callback callback)
{
    if (m_busy)
        throw BenchFailure(QStringLiteral("a request is under way on this connection"));
    m_busy = true;
    m_callback = std::move(callback);
    m_in.clear();
    m_out.clear();
    m_out += method;
    m_out += ' ';
    m_out += path;
    m_out += m_headers;
    if (!body.isEmpty())
        m_out += "Content-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n";
    m_out += "\r\n";
    m_out += body;
    if (m_socket < 0) {
        open();
        m_loop.modify(m_socket, EPOLLIN | EPOLLOUT | EPOLLRDHUP, this);
    } else {
        write();
    }
}

HttpReply HttpConnection::request(QByteArrayView method, QByteArrayView path, QByteArrayView body,
                                  double timeoutSeconds)
{
    std::optional<HttpReply> reply;
    send(method, path, body, [&reply](const HttpReply &answer) { reply = answer; });
    if (!m_loop.runUntil([&reply] { return reply.has_value(); }, timeoutSeconds))
        throw BenchFailure(QStringLiteral("no answer to %1 %2 within %3 s")
                               .arg(QString::fromLatin1(method), QString::fromLatin1(path))
                               .arg(timeoutSeconds));
    return *reply;
}

void HttpConnection::handleReady(quint32 events)
{
    if (m_socket < 0)
        return;
    if (events & EPOLLOUT)
        write();
    if (m_socket >= 0 && (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)))
        read();
}

void HttpConnection::write()
{
    const ssize_t sent =
        ::send(m_socket, m_out.constData(), static_cast<size_t>(m_out.size()), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        throw systemFailure(QStringLiteral("cannot reach the server by HTTP"));
    if (sent > 0)
        m_out.remove(0, sent);
    m_loop.modify(m_socket,
                  static_cast<quint32>(EPOLLIN | EPOLLRDHUP) | (m_out.isEmpty() ? 0U : EPOLLOUT),
                  this);
}

void HttpConnection::read()
{
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t size = recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size > 0) {
            m_in.append(buffer.data(), size);
            if (m_in.size() > MaxReply)
                throw BenchFailure(QStringLiteral("an HTTP answer is larger than 16 MiB"));
            if (m_busy && parseReply(false))
                return;
        } else if (size < 0 && errno == EAGAIN) {
            return;
        } else if (size < 0 && errno != ECONNRESET) {
            throw systemFailure(QStringLiteral("cannot read an HTTP answer"));
        } else {
            handleEnd();
            return;
        }
    }
}

void HttpConnection::handleEnd()
{
    closeSocket();
    // An idle connection may be closed at any time; one with a request may not.
    if (m_busy && !parseReply(true))
        throw BenchFailure(QStringLiteral("the server closed the connection without an answer"));
}

/// Takes the answer out of m_in and tells it; false if it is not complete.
bool HttpConnection::parseReply(bool atEnd)
{
    const qsizetype headEnd = m_in.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QByteArrayView head = QByteArrayView(m_in).first(headEnd);
    const QByteArrayView rest = QByteArrayView(m_in).sliced(headEnd + 4);
    if (!head.startsWith("HTTP/1.1 ") || head.size() < 12)
        throw BenchFailure(QStringLiteral("the answer is not HTTP/1.1"));
    HttpReply reply;
    reply.status = head.sliced(9, 3).toByteArray().toInt();

    const QByteArrayView length = headerValue(head, "Content-Length");
    if (headerValue(head, "Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) == 0) {
        std::optional<QByteArray> body = dechunked(rest);
        if (!body)
            return false;
        reply.body = *body;
    } else if (!length.isNull()) {
        if (rest.size() < length.toLongLong())
            return false;
        reply.body = rest.first(length.toLongLong()).toByteArray();
    } else if (reply.status != 204) {
        if (!atEnd)
            return false;
        reply.body = rest.toByteArray();
    }
    if (headerValue(head, "Connection").compare("close", Qt::CaseInsensitive) == 0)
        closeSocket();
    m_busy = false;
    m_in.clear();
    // The callback may send the next request, and set another.
    const Callback callback = std::move(m_callback);
    callback(reply);
    return true;
}

} // namespace Signalbox::Bench
