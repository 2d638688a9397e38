// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"
#include "server/monitor/answer.h"

#include <QObject>

#include <functional>

namespace Signalbox {

class Logger;
struct OperatorActs;
class SettingsDesk;

/// The operator of a hub in this process: takes requests to the network thread, and answers back.
/// What is done to many connections is done to some at a time, so that the others are not held up.
///
/// Lives on the main thread.
class LocalOperator final : public QObject, public HubOperator
{
    Q_OBJECT

public:
    static constexpr qsizetype ConnectionsPerTurn = 500;

    /// Runs a function with the acts on the network thread; with null, on any thread, if there is
    /// none.
    using Task = std::function<void(OperatorActs *acts)>;
    using Post = std::function<void(Task task)>;

    /// \a logger must outlive this.
    LocalOperator(Post post, Logger &logger, QObject *parent = nullptr);
    ~LocalOperator() override;

    /// Null: settings are not told. Must outlive this.
    void setSettings(SettingsDesk *desk) { m_settings = desk; }

    using Sids = QList<QByteArray>;

    void disconnectClients(const Sids &sids, QObject *context, Reply<qint64> reply) override;
    void join(const Sids &sids, const QByteArray &room, QObject *context,
              Reply<qint64> reply) override;
    void leave(const Sids &sids, const QByteArray &room, QObject *context,
               Reply<qint64> reply) override;
    void send(const Sids &sids, const QByteArray &event, QObject *context,
              Reply<qint64> reply) override;
    void requestDetails(const QByteArray &sid, QObject *context,
                        Reply<ConnectionDetails> reply) override;
    void requestMembers(const QByteArray &room, QObject *context,
                        Reply<RoomMembers> reply) override;
    void requestHistory(const QByteArray &room, qsizetype limit, QObject *context,
                        Reply<QList<Event>> reply) override;
    void requestRecipients(const QByteArray &event, QObject *context,
                           Reply<RoomMembers> reply) override;
    void publish(const QByteArray &json, QObject *context, Reply<PublishResult> reply) override;
    void setEmergency(bool tripped, const QString &reason, QObject *context,
                      Reply<void> reply) override;
    void requestTokens(QObject *context, Reply<QList<TokenRecord>> reply) override;
    void issueToken(const TokenOrder &order, QObject *context, Reply<IssuedToken> reply) override;
    void previewRevocation(const QByteArray &id, QObject *context,
                           Reply<RoomMembers> reply) override;
    void revokeToken(const QByteArray &id, QObject *context, Reply<TokenRecord> reply) override;
    void previewRotation(QObject *context, Reply<RotationPreview> reply) override;
    void rotateSigningKey(QObject *context, Reply<void> reply) override;
    void setStaticToken(const QByteArray &token, QObject *context, Reply<void> reply) override;
    void decodeToken(const QByteArray &token, QObject *context, Reply<DecodedToken> reply) override;
    void requestSettings(QObject *context, Reply<QList<Setting>> reply) override;
    void change(const QByteArray &setting, const QString &value, QObject *context,
                Reply<void> reply) override;

private:
    struct Parts;
    /// What is done to a part of the connections; answers how many that were.
    using PartAct = std::function<Result<qint64>(OperatorActs &acts, const Sids &part)>;

    template <typename T>
    [[nodiscard]] Answer<T> answerTo(QObject *context, Reply<T> reply);
    /// \a act(OperatorActs &, Answer<T>) runs on the network thread, and answers now or later.
    template <typename T, typename Act>
    void askLater(QObject *context, Reply<T> reply, Act act);
    /// \a act(OperatorActs &) runs on the network thread, and returns a Result<T> or a T.
    template <typename T, typename Act>
    void ask(QObject *context, Reply<T> reply, Act act);
    void askInParts(const Sids &sids, QObject *context, Reply<qint64> reply, PartAct act);
    void askNextPart(const std::shared_ptr<Parts> &parts);

    const Post m_post;
    Logger &m_logger;
    SettingsDesk *m_settings = nullptr;
};

} // namespace Signalbox
