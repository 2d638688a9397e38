// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenshots/audience.h"

#include <QNetworkRequest>

namespace Signalbox {

namespace {

constexpr int Size = 24;

constexpr const char *Agents[] = {"Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0",
                                  "python-socketio/5.11", "dashboard/2.4 (Qt 6)", "okhttp/4.12.0"};
constexpr const char *Rooms[] = {R"("global","project:project-7")",
                                 R"("execution_progress","agent:bot-alpha")",
                                 R"("workflow:market-watch","workflow:support-triage")",
                                 R"("strategy:momentum","strategy:mean-reversion","global")"};

} // namespace

Audience::Audience(const QUrl &server, QObject *parent)
    : QObject(parent)
{
    for (int i = 0; i < Size; ++i) {
        QWebSocket &socket = *m_sockets.emplace_back(std::make_unique<QWebSocket>());
        connect(&socket, &QWebSocket::connected, this, [this, &socket, i] {
            ++m_connected;
            socket.sendTextMessage(QStringLiteral(R"({"action":"subscribe","events":[%1]})")
                                       .arg(QLatin1String(Rooms[i % 4])));
        });
        QNetworkRequest request(server);
        request.setRawHeader("User-Agent", Agents[i % 4]);
        socket.open(request);
    }
}

} // namespace Signalbox
