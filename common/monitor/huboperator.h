// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"
#include "common/hub/connectioninfo.h"
#include "common/hub/event.h"
#include "common/result.h"

#include <QJsonObject>
#include <QObject>
#include <QVariant>

#include <functional>

namespace Signalbox {

struct ConnectionDetails
{
    ConnectionInfo info;
    QByteArray headers; ///< of the handshake, as they came, secrets redacted; lines end in "\r\n"
    QByteArray tokenId; ///< `jti`; empty if it has none
    QDateTime tokenExpiresAt; ///< UTC; invalid if it does not expire
    QList<QByteArray> scopes; ///< "subscribe", ...
};

/// Who gets an event, or is in a room.
struct RoomMembers
{
    QList<ConnectionInfo> connections; ///< the first MaxListed
    qint64 total = 0;

    static constexpr qsizetype MaxListed = 1000;
};

struct PublishResult
{
    QList<EventId> ids;
    qint64 recipients = 0; ///< connections that it was delivered to
};

struct TokenOrder
{
    QString name;
    QByteArray user;
    QList<QByteArray> rooms;
    bool hasRooms = false;
    Scopes scopes = Scope::Subscribe;
    std::chrono::seconds lifetime{3600};
};

struct IssuedToken
{
    TokenRecord record;
    QByteArray token; ///< the secret: shown once, kept nowhere
};

/// What the next rotation of the signing key ends.
struct RotationPreview
{
    qint64 tokens = 0; ///< that are listed, and good until then
    RoomMembers holders; ///< connections that it closes
};

/// A token that was pasted, taken apart.
struct DecodedToken
{
    QJsonObject header; ///< empty if it is no JWT
    QJsonObject claims;
    bool isValid = false;
    QString verdict; ///< why it is accepted or not, for people
};

/// An option of the server.
struct Setting
{
    QByteArray name; ///< as on the command line, without `--`
    QString description;
    QString value; ///< as one would write it; of a secret only how many are set
    QString defaultValue;
    QString source; ///< "command line", "environment", a file's name, "default", "console"
    bool needsRestart = false;
    bool isEditable = false; ///< change() takes it
};

/// What an operator does to a hub. Each request is answered once, on the thread of \a context,
/// unless \a context is gone by then; Draining if there is no server (any more). Whatever changes
/// something is logged.
///
/// Lives on the main thread.
class HubOperator
{
public:
    template <typename T>
    using Reply = std::function<void(const Result<T> &)>;

    virtual ~HubOperator() = default;

    /// Closes them for good (CloseCode::Forbidden). Answers how many there were.
    virtual void disconnectClients(const QList<QByteArray> &sids, QObject *context,
                                   Reply<qint64> reply) = 0;
    /// Answers how many have joined or left. A room's name is checked: BadRoom. A client is put
    /// into a room whatever its credential says, unless it is in as many as it may be, and is told
    /// what its protocol has to say of that, as if it had asked; with a new credential it keeps
    /// only what that gives a right to.
    virtual void join(const QList<QByteArray> &sids, const QByteArray &room, QObject *context,
                      Reply<qint64> reply) = 0;
    virtual void leave(const QList<QByteArray> &sids, const QByteArray &room, QObject *context,
                       Reply<qint64> reply) = 0;
    /// Sends an event to these connections alone; it has no id and is not kept. \a event as in
    /// EventHub::publish(), one and without `room`, `rooms` and `user`: InvalidEvent. Answers how
    /// many got it.
    virtual void send(const QList<QByteArray> &sids, const QByteArray &event, QObject *context,
                      Reply<qint64> reply) = 0;
    virtual void requestDetails(const QByteArray &sid, QObject *context,
                                Reply<ConnectionDetails> reply) = 0;

    virtual void requestMembers(const QByteArray &room, QObject *context,
                                Reply<RoomMembers> reply) = 0;
    /// Retained events of \a room, oldest first, at most \a limit of the newest.
    virtual void requestHistory(const QByteArray &room, qsizetype limit, QObject *context,
                                Reply<QList<Event>> reply) = 0;
    /// Who would receive \a event, if it were published now and publishing was not stopped. Errors
    /// as EventHub::publish(); it must be one event.
    virtual void requestRecipients(const QByteArray &event, QObject *context,
                                   Reply<RoomMembers> reply) = 0;

    /// Errors as EventHub::publish().
    virtual void publish(const QByteArray &json, QObject *context, Reply<PublishResult> reply) = 0;
    virtual void setEmergency(bool tripped, const QString &reason, QObject *context,
                              Reply<void> reply) = 0;

    virtual void requestTokens(QObject *context, Reply<QList<TokenRecord>> reply) = 0;
    virtual void issueToken(const TokenOrder &order, QObject *context,
                            Reply<IssuedToken> reply) = 0;
    /// Which connections a revocation of \a id would close.
    virtual void previewRevocation(const QByteArray &id, QObject *context,
                                   Reply<RoomMembers> reply) = 0;
    virtual void revokeToken(const QByteArray &id, QObject *context, Reply<TokenRecord> reply) = 0;
    /// What rotateSigningKey() would put an end to. Errors as that.
    virtual void previewRotation(QObject *context, Reply<RotationPreview> reply) = 0;
    /// Signs with a new secret from now on. Tokens of the one before stay good until they expire;
    /// those of older ones do not. BadRequest if the secret was configured, not made here.
    virtual void rotateSigningKey(QObject *context, Reply<void> reply) = 0;
    /// What clients may show instead of a JWT; empty: nothing. Kept as a hash.
    virtual void setStaticToken(const QByteArray &token, QObject *context, Reply<void> reply) = 0;
    virtual void decodeToken(const QByteArray &token, QObject *context,
                             Reply<DecodedToken> reply) = 0;

    virtual void requestSettings(QObject *context, Reply<QList<Setting>> reply) = 0;
    /// Changes a setting while the server runs, until the next start. BadRequest with the field if
    /// it is wrong, NotFound if there is none of that name.
    virtual void change(const QByteArray &setting, const QString &value, QObject *context,
                        Reply<void> reply) = 0;
};

} // namespace Signalbox
