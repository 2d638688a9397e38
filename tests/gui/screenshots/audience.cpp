// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenshots/audience.h"

#include "common/monitor/huboperator.h"

#include <QNetworkRequest>

namespace Signalbox {

namespace {

constexpr int PerUser = 6;

constexpr const char *Users[] = {"anna", "bert", "chen", "dora"};

constexpr const char *Agents[] = {"Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0",
                                  "python-socketio/5.11", "dashboard/2.4 (Qt 6)", "okhttp/4.12.0"};
constexpr const char *Rooms[] = {R"("project:project-7","project:project-8")",
                                 R"("agent:bot-beta","agent:bot-alpha")",
                                 R"("workflow:market-watch","workflow:support-triage")",
                                 R"("strategy:momentum","strategy:mean-reversion")"};

} // namespace

Audience::Audience(const QUrl &server, HubOperator &hubOperator, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    for (const char *user : Users) {
        TokenOrder order;
        order.name = QStringLiteral("demo of %1").arg(QLatin1String(user));
        order.user = user;
        order.rooms = {"project:*", "workflow:*", "agent:*", "strategy:*"};
        order.hasRooms = true;
        hubOperator.issueToken(order, this, [this](const Result<IssuedToken> &issued) {
            if (!issued)
                qWarning("%s", qPrintable(issued.error().message));
            for (int i = 0; issued && i < PerUser; ++i)
                connectOne(issued->token, i);
        });
    }
}

void Audience::connectOne(const QByteArray &token, int number)
{
    QWebSocket &socket = *m_sockets.emplace_back(std::make_unique<QWebSocket>());
    connect(&socket, &QWebSocket::connected, this, [this, &socket, number] {
        ++m_connected;
        socket.sendTextMessage(QStringLiteral(R"({"action":"subscribe","events":[%1]})")
                                   .arg(QLatin1String(Rooms[number % 4])));
    });
    QNetworkRequest request(m_server);
    request.setRawHeader("User-Agent", Agents[number % 4]);
    request.setRawHeader("Authorization", "Bearer " + token);
    socket.open(request);
}

bool Audience::isComplete() const
{
    return m_connected == std::size(Users) * PerUser;
}

} // namespace Signalbox
