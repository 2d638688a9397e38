// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/server.h"
#include "tests/server/api/testcall.h"
#include "tests/server/dialects/dialectclient.h"

#include <QTemporaryDir>

#include <memory>

namespace Signalbox::Test {

/// A server on its own thread, as the console has it. Of tokens it knows `secret`, a static one,
/// the operator's, `admin`, and those it has issued.
struct RunningServer
{
    explicit RunningServer(const std::function<void(Options &)> &adjust = {})
    {
        Options options = Options::defaults(Environment::Development);
        options.hosts = {QHostAddress(QHostAddress::LocalHost)};
        options.port = 0;
        options.dataFolder = folder.path();
        options.authTokens = {"secret"};
        if (adjust)
            adjust(options);
        Credentials credentials;
        credentials.admin.token = "admin";
        credentials.jwt.own.keys = {QByteArray(32, 'k')};
        server = std::make_unique<Server>(options, credentials, logger);
        QObject::connect(server.get(), &Server::started, &context,
                         [this](quint16 started) { port = started; });
    }

    bool start()
    {
        server->start();
        return eventually([this] { return port > 0; });
    }
    HubMonitor &monitor() { return server->monitor(); }
    HubOperator &hubOperator() { return server->hubOperator(); }

    /// The operator's answer to a request, `ask(QObject *context, Reply<T> reply)`.
    template <typename T, typename Ask>
    Result<T> answerTo(Ask ask)
    {
        std::optional<Result<T>> answer;
        QObject asker;
        ask(&asker, [&](const Result<T> &given) { answer = given; });
        if (!eventually([&] { return answer.has_value(); }))
            return fail(ErrorCode::Internal, QStringLiteral("no answer"));
        return *answer;
    }
    QByteArray tokenOf(const QByteArray &user, const std::optional<QList<QByteArray>> &rooms = {})
    {
        TokenOrder order;
        order.user = user;
        order.hasRooms = rooms.has_value();
        order.rooms = rooms.value_or(QList<QByteArray>());
        const auto issued =
            answerTo<IssuedToken>([&](QObject *asker, HubOperator::Reply<IssuedToken> reply) {
                hubOperator().issueToken(order, asker, std::move(reply));
            });
        return issued ? issued->token : QByteArray();
    }
    bool publish(const QByteArray &json) const
    {
        return testCall(port, "POST", "/api/v1/events", "Content-Type: application/json\r\n", json)
                   .status
            == 202;
    }

    QTemporaryDir folder;
    QObject context;
    Logger logger{LogFormat::Text, LogLevel::Info, -1};
    std::unique_ptr<Server> server;
    quint16 port = 0;
};

} // namespace Signalbox::Test
