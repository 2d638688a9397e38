// SPDX-License-Identifier: GPL-3.0-or-later

// A server on the generic Engine.IO and Socket.IO layers that behaves as the protocols' test suites
// expect.
//
//   signalbox-conformance --port N --path P --ping-interval MS --ping-timeout MS
//                         --connect-timeout MS [--raw-engineio]
//
// With --raw-engineio it echoes Engine.IO messages. Otherwise it has the namespaces `/` and
// `/custom`: on connect it emits `auth` with the handshake's auth object, answers `message` by
// `message-back` with the same arguments, and `message-with-ack` by an acknowledgement with the
// same arguments.

#include "server/api/router.h"
#include "server/engineio/enginesession.h"
#include "server/epoll/epolldispatcher.h"
#include "server/fanout/connectionregistry.h"
#include "server/net/frontdoor.h"
#include "server/socketio/namespace.h"
#include "server/socketio/server.h"
#include "server/socketio/socket.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <unordered_map>

using namespace Signalbox;

namespace {

/// Sends back what comes.
class Echo final : public EngineSession::Listener
{
public:
    explicit Echo(EngineSession &session)
        : m_session(session)
    {
        session.setListener(this);
    }

private:
    void engineMessageReceived(const QByteArray &data, bool isBinary) override
    {
        m_session.send(isBinary ? EngineSession::encodeBinary(data)
                                : EngineSession::encodeText(data));
    }
    void engineDrained() override { }
    void engineClosed(quint16, const QByteArray &) override { delete this; }

    EngineSession &m_session;
};

void addHandlers(SocketIo::Namespace &nsp)
{
    using namespace SocketIo;
    nsp.onConnect(
        [](Socket &socket) { socket.emitEvent("auth", Arguments().addJson(socket.auth())); });
    nsp.on("message", [](Socket &socket, const Arguments &arguments, const Acknowledge &) {
        socket.emitEvent("message-back", arguments);
    });
    nsp.on("message-with-ack",
           [](Socket &, const Arguments &arguments, const Acknowledge &ack) { ack(arguments); });
}

int run(const QCommandLineParser &parser)
{
    SocketIo::ServerOptions options;
    const auto milliseconds = [&](const QString &name) {
        return std::chrono::milliseconds(parser.value(name).toInt());
    };
    options.engine.path = parser.value(QStringLiteral("path")).toUtf8();
    options.engine.pingInterval = milliseconds(QStringLiteral("ping-interval"));
    options.engine.pingTimeout = milliseconds(QStringLiteral("ping-timeout"));
    options.connectTimeout = milliseconds(QStringLiteral("connect-timeout"));

    Router router(options.engine.maxPayload);
    FrontDoorOptions doorOptions;
    doorOptions.origins = *OriginPolicy::fromList({QByteArrayLiteral("*")});
    FrontDoor frontDoor(doorOptions, router);
    ConnectionRegistry connections;
    SocketIo::Server socketIo(options, frontDoor.context(), connections);
    addHandlers(socketIo.of("/"));
    addHandlers(socketIo.of("/custom"));
    EngineServer engine(options.engine, frontDoor.context());
    QObject::connect(&engine, &EngineServer::sessionOpened, &engine,
                     [](EngineSession *session) { new Echo(*session); });
    router.add(parser.isSet(QStringLiteral("raw-engineio")) ? engine : socketIo.engine());

    const Result<quint16> port = frontDoor.listen(
        {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)},
        quint16(parser.value(QStringLiteral("port")).toUShort()));
    if (!port) {
        QTextStream(stderr) << port.error().message << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << "signalbox listening on http://localhost:" << *port << Qt::endl;
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto add = [&](const char *name, const char *value, const char *fallback) {
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QLatin1String(value),
                                            QLatin1String(fallback)));
    };
    add("port", "N", "3000");
    add("path", "P", "/socket.io/");
    add("ping-interval", "MS", "300");
    add("ping-timeout", "MS", "200");
    add("connect-timeout", "MS", "45000");
    parser.addOption(QCommandLineOption(QStringLiteral("raw-engineio")));
    parser.process(application);
    return run(parser);
}
