// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/api/apicontext.h"
#include "server/api/router.h"
#include "server/fanout/connectionregistry.h"
#include "server/net/frontdoor.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

namespace Signalbox {

struct TestAnswer
{
    int status = 0; ///< 0 if there was none
    QHash<QByteArray, QByteArray> headers; ///< by their names in lower case
    QByteArray body;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    /// The code of an error's body.
    [[nodiscard]] QString errorCode() const
    {
        return json().value(u"error").toObject().value(u"code").toString();
    }
};

/// Sends one request over a connection of its own, and waits for the answer. \a headers are lines,
/// each with its CRLF.
inline TestAnswer testCall(quint16 port, const QByteArray &method, const QByteArray &target,
                           const QByteArray &headers = {}, const QByteArray &body = {})
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                 + headers);
    if (!body.isEmpty())
        socket.write("Content-Length: " + QByteArray::number(body.size()) + "\r\n");
    socket.write("\r\n" + body);
    QByteArray received;
    const bool isDone = QTest::qWaitFor(
        [&] {
            received += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        20'000);
    received += socket.readAll();

    TestAnswer answer;
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (!isDone || !received.startsWith("HTTP/1.1 ") || end < 0)
        return answer;
    answer.status = received.sliced(9, 3).toInt();
    answer.body = received.sliced(end + 4);
    QByteArray head = received.first(end);
    head.replace("\r\n", "\n");
    for (const QByteArray &line : head.split('\n').sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return answer;
}

inline QByteArray bearer(const QByteArray &token)
{
    return "Authorization: Bearer " + token + "\r\n";
}

/// Hub, router and front door on a free port of the loopback interface, for the endpoints that a
/// test adds. The tokens `subscriber` (a static one) and `admin` are known.
struct TestApi
{
    explicit TestApi(bool requiresAuth = false, bool allowsAnonymous = false,
                     const HubLimits &limits = {})
        : hub(limits)
        , context{.hub = hub,
                  .connections = connections,
                  .authenticator = authenticator,
                  .policy = policy,
                  .authGuard = authGuard,
                  .logger = logger,
                  .version = "1.2.3",
                  .requiresAuth = requiresAuth,
                  .allowsAnonymous = allowsAnonymous}
    {
        authenticator.setStaticTokens({"subscriber"});
        authenticator.setAdminToken("admin");
        port = door.listen({QHostAddress(QHostAddress::LocalHost)}, 0).value_or(0);
    }

    TestAnswer get(const QByteArray &target, const QByteArray &headers = {})
    {
        return testCall(port, "GET", target, headers);
    }
    TestAnswer post(const QByteArray &target, const QByteArray &json,
                    const QByteArray &headers = {})
    {
        return testCall(port, "POST", target, "Content-Type: application/json\r\n" + headers, json);
    }

    EventHub hub;
    ConnectionRegistry connections;
    Authenticator authenticator;
    AccessRules policy;
    AuthGuard authGuard;
    Logger logger{LogFormat::Text, LogLevel::Error};
    ApiContext context;
    Router router{1'000'000};
    FrontDoor door{{}, router};
    quint16 port = 0;
};

/// A connection as its dialect would describe it.
class TestConnection final : public Connection
{
public:
    explicit TestConnection(ConnectionInfo info)
        : m_info(std::move(info))
    { }
    explicit TestConnection(const QByteArray &sid) { m_info.sid = sid; }

    [[nodiscard]] const QByteArray &sid() const override { return m_info.sid; }
    [[nodiscard]] ConnectionInfo info() const override { return m_info; }
    [[nodiscard]] ConnectionActivity activity() const override { return {}; }
    [[nodiscard]] qsizetype subscriptionCount() const override
    {
        return m_info.rooms.size() + m_info.types.size();
    }
    void close(quint16 code, const QByteArray &) override { m_closeCode = code; }
    [[nodiscard]] quint16 closeCode() const { return m_closeCode; } ///< 0: it was not closed

private:
    ConnectionInfo m_info;
    quint16 m_closeCode = 0;
};

} // namespace Signalbox
