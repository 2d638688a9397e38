// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/engineio.h"
#include "server/engineio/bytespool.h"
#include "server/net/frontdoor.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>

namespace Signalbox {

class EngineSession;

/// Defaults are those of the JavaScript server.
struct EngineOptions
{
    QByteArray path = QByteArrayLiteral("/socket.io/");
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    std::chrono::milliseconds upgradeTimeout{10'000};
    qint64 maxPayload = 1'000'000; ///< bytes of a message, or of a polling POST
    qint64 queueBytes = 1024 * 1024; ///< per session; over it the client is slow
};

/// The Engine.IO endpoint at one path: opens sessions and finds them again by their sid.
/// Protocol revision 4; polling and websocket.
///
/// Network thread.
class EngineServer final : public QObject
{
    Q_OBJECT

public:
    EngineServer(const EngineOptions &options, const NetworkContext &context,
                 QObject *parent = nullptr);
    ~EngineServer() override;

    [[nodiscard]] const EngineOptions &options() const { return m_options; }
    [[nodiscard]] const NetworkContext &context() const { return m_context; }
    [[nodiscard]] QList<EngineSession *> sessions() const { return m_sessions.values(); }

    /// True for the path with or without its last slash.
    [[nodiscard]] bool servesPath(const QByteArray &path) const;
    void handleRequest(const HttpRequest &request, const PendingResponse &response);
    FrontDoor::UpgradeDecision decideUpgrade(const HttpRequest &request);
    /// Notes that a POST is being received: two at once for one sid end that session.
    std::shared_ptr<void> bodyExpected(const HttpHead &head);

    /// The HTTP answer for an error of the handshake.
    static HttpResponse refusal(EngineIo::HandshakeError error);

Q_SIGNALS:
    /// A client has come. Give the session its listener now.
    void sessionOpened(Signalbox::EngineSession *session);

private:
    friend class EngineSession;

    [[nodiscard]] EngineSession *open(const HttpRequest &request);
    [[nodiscard]] std::optional<EngineIo::HandshakeError>
    checkQuery(const HttpHead &head, QByteArrayView transport) const;
    /// It is over, and will delete itself.
    void forget(EngineSession &session);

    EngineOptions m_options;
    const NetworkContext &m_context;
    // Owned, both, and not as children: a QObject finds one of n children in O(n).
    QHash<QByteArray, EngineSession *> m_sessions;
    QSet<EngineSession *> m_ended; ///< not deleted yet
    BytesPool m_handshakeTexts;
};

} // namespace Signalbox
