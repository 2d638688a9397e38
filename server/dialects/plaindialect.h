// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/clientsession.h"
#include "server/dialects/dialect.h"
#include "server/dialects/dialectcontext.h"
#include "server/fanout/connectionregistry.h"
#include "server/net/frontdoor.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <unordered_map>

namespace Signalbox {

class ClientCommand;
class PlainConnection;
struct Handshake;

struct PlainOptions
{
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    qint64 maxMessage = 1'000'000;
    qint64 queueBytes = 1024 * 1024;
};

/// JSON over a plain WebSocket: clients with a JWT subscribe to event types and to rooms. The
/// guide's page on the protocol says what goes over the wire.
///
/// Network thread.
class PlainDialect final : public QObject, public Dialect, private ClientSession::Listener
{
    Q_OBJECT

public:
    PlainDialect(const PlainOptions &options, const DialectContext &context,
                 ConnectionRegistry &connections, QObject *parent = nullptr);
    ~PlainDialect() override;

    /// Checks the token, before anything is upgraded.
    FrontDoor::UpgradeDecision decideUpgrade(const HttpRequest &request);

    qsizetype deliver(const Event &event) override;
    void recheckCredentials() override;
    [[nodiscard]] QList<RoomIndex *> roomIndexes() override;
    qsizetype visitRecipients(const Event &event, const Visitor &visitor) override;
    [[nodiscard]] bool isRecipient(const QByteArray &sid, const Event &event) const override;
    bool joinRoom(const QByteArray &sid, const QByteArray &room) override;
    bool leaveRoom(const QByteArray &sid, const QByteArray &room) override;
    bool sendEvent(const QByteArray &sid, const Event &event) override;

    [[nodiscard]] const PlainOptions &options() const { return m_options; }
    [[nodiscard]] const DialectContext &context() const { return m_context; }
    [[nodiscard]] QList<PlainConnection *> connections() const;
    [[nodiscard]] ConnectionRegistry &registry() const { return m_registry; }
    [[nodiscard]] RoomIndex &rooms() { return m_rooms; }

    /// Subscribes all of a user's connections to \a names, types or rooms, as they could
    /// themselves. Returns how many connections there are.
    qsizetype subscribeUser(const QByteArray &user, const QList<QByteArray> &names);

Q_SIGNALS:
    void authenticationFailed(const QByteArray &sid, const QByteArray &address);

private:
    friend class PlainConnection;

    [[nodiscard]] PlainConnection *find(const QByteArray &sid) const;
    template <typename V>
    qsizetype reach(const Event &event, const QList<QByteArray> &keys, V &&visitor);
    [[nodiscard]] bool mayHear(PlainConnection &connection, const Event &event) const;
    void open(WebSocketLink &link, const Handshake &handshake, const Identity &identity);
    void remove(PlainConnection &connection, const CloseReason &reason);
    void closeLater(const QByteArray &sid, quint16 code, const QByteArray &reason);
    void handleMessage(PlainConnection &connection, const QByteArray &text);
    void subscribe(PlainConnection &connection, const ClientCommand &command);
    bool subscribeOne(PlainConnection &connection, const QByteArray &name);
    void replay(PlainConnection &connection, const QByteArray &name, const EventId &since);
    void unsubscribe(PlainConnection &connection, const ClientCommand &command);
    void authenticate(PlainConnection &connection, const ClientCommand &command);
    void refuse(PlainConnection &connection, const QByteArray &code, const QString &message,
                QJsonObject more = {});
    void handleEmergency();
    void credentialExpired(ClientSession &session) override;
    void graceEnded(ClientSession &session) override;

    const PlainOptions m_options;
    const DialectContext &m_context;
    ConnectionRegistry &m_registry;
    RoomIndex m_rooms; ///< by PlainKeys
    std::unordered_map<QByteArray, std::unique_ptr<PlainConnection>> m_connections;
    std::vector<std::unique_ptr<PlainConnection>> m_removed; ///< until nobody uses them any more
};

} // namespace Signalbox
