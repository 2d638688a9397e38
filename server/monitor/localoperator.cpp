// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/localoperator.h"

#include "server/log/logger.h"
#include "server/operator/operatoracts.h"
#include "server/operator/settingsdesk.h"

#include <algorithm>

namespace Signalbox {

namespace {

/// What the log says in place of an address.
QString atConsole()
{
    return QStringLiteral("console");
}

/// As a reply: one that may be copied, and that answers on the main thread also if it is dropped
/// on another one.
template <typename T>
TokenActs::Reply<T> once(Answer<T> answer)
{
    struct Once
    {
        Answer<T> answer;
        bool isAnswered = false;

        explicit Once(Answer<T> given)
            : answer(std::move(given))
        { }
        Q_DISABLE_COPY_MOVE(Once)
        ~Once() { give(PendingRequest<T>::noServer()); }
        void give(const Result<T> &result)
        {
            if (!std::exchange(isAnswered, true))
                answer(result);
        }
    };
    return [once = std::make_shared<Once>(std::move(answer))](const Result<T> &result) {
        once->give(result);
    };
}

} // namespace

/// A request that is carried out part by part.
struct LocalOperator::Parts
{
    Sids sids;
    PartAct act;
    PendingRequest<qint64> request;
    qsizetype next = 0;
    qint64 count = 0;
};

LocalOperator::LocalOperator(Post post, Logger &logger, QObject *parent)
    : QObject(parent)
    , m_post(std::move(post))
    , m_logger(logger)
{ }

LocalOperator::~LocalOperator() = default;

template <typename T>
Answer<T> LocalOperator::answerTo(QObject *context, Reply<T> reply)
{
    return Answer<T>(*this, std::make_shared<PendingRequest<T>>(context, std::move(reply)));
}

template <typename T, typename Act>
void LocalOperator::askLater(QObject *context, Reply<T> reply, Act act)
{
    m_post([answer = answerTo<T>(context, std::move(reply)),
            act = std::move(act)](OperatorActs *acts) mutable {
        if (acts)
            act(*acts, std::move(answer));
        else
            answer(PendingRequest<T>::noServer());
    });
}

template <typename T, typename Act>
void LocalOperator::ask(QObject *context, Reply<T> reply, Act act)
{
    askLater<T>(
        context, std::move(reply),
        [act = std::move(act)](OperatorActs &acts, Answer<T> answer) { answer(act(acts)); });
}

void LocalOperator::askInParts(const Sids &sids, QObject *context, Reply<qint64> reply, PartAct act)
{
    askNextPart(
        std::shared_ptr<Parts>(new Parts{sids, std::move(act), {context, std::move(reply)}, 0, 0}));
}

void LocalOperator::askNextPart(const std::shared_ptr<Parts> &parts)
{
    const Sids part = parts->sids.mid(parts->next, ConnectionsPerTurn);
    parts->next += part.size();
    const auto handleAnswer = [this, parts](const Result<qint64> &count) {
        if (!count) {
            parts->request.answer(count);
            return;
        }
        parts->count += *count;
        if (parts->next < parts->sids.size())
            askNextPart(parts);
        else
            parts->request.answer(parts->count);
    };
    ask<qint64>(this, handleAnswer,
                [act = parts->act, part](OperatorActs &acts) { return act(acts, part); });
}

void LocalOperator::disconnectClients(const Sids &sids, QObject *context, Reply<qint64> reply)
{
    askInParts(sids, context, std::move(reply), [](OperatorActs &acts, const Sids &part) {
        return Result<qint64>(acts.connections.disconnect(part, atConsole()));
    });
}

void LocalOperator::join(const Sids &sids, const QByteArray &room, QObject *context,
                         Reply<qint64> reply)
{
    askInParts(sids, context, std::move(reply), [room](OperatorActs &acts, const Sids &part) {
        return acts.connections.join(part, room, atConsole());
    });
}

void LocalOperator::leave(const Sids &sids, const QByteArray &room, QObject *context,
                          Reply<qint64> reply)
{
    askInParts(sids, context, std::move(reply), [room](OperatorActs &acts, const Sids &part) {
        return acts.connections.leave(part, room, atConsole());
    });
}

void LocalOperator::send(const Sids &sids, const QByteArray &event, QObject *context,
                         Reply<qint64> reply)
{
    askInParts(sids, context, std::move(reply), [event](OperatorActs &acts, const Sids &part) {
        return acts.connections.send(part, event, atConsole());
    });
}

void LocalOperator::requestDetails(const QByteArray &sid, QObject *context,
                                   Reply<ConnectionDetails> reply)
{
    ask<ConnectionDetails>(context, std::move(reply),
                           [sid](OperatorActs &acts) { return acts.connections.details(sid); });
}

void LocalOperator::requestMembers(const QByteArray &room, QObject *context,
                                   Reply<RoomMembers> reply)
{
    ask<RoomMembers>(context, std::move(reply),
                     [room](OperatorActs &acts) { return acts.connections.members(room); });
}

void LocalOperator::requestHistory(const QByteArray &room, qsizetype limit, QObject *context,
                                   Reply<QList<Event>> reply)
{
    ask<QList<Event>>(context, std::move(reply),
                      [room, limit](OperatorActs &acts) { return acts.hub.history(room, limit); });
}

void LocalOperator::requestRecipients(const QByteArray &event, QObject *context,
                                      Reply<RoomMembers> reply)
{
    ask<RoomMembers>(context, std::move(reply),
                     [event](OperatorActs &acts) { return acts.connections.recipients(event); });
}

void LocalOperator::publish(const QByteArray &json, QObject *context, Reply<PublishResult> reply)
{
    ask<PublishResult>(context, std::move(reply),
                       [json](OperatorActs &acts) { return acts.hub.publish(json, atConsole()); });
}

void LocalOperator::setEmergency(bool tripped, const QString &reason, QObject *context,
                                 Reply<void> reply)
{
    ask<void>(context, std::move(reply), [tripped, reason](OperatorActs &acts) {
        return acts.hub.setEmergency(tripped, reason, atConsole());
    });
}

void LocalOperator::requestTokens(QObject *context, Reply<QList<TokenRecord>> reply)
{
    ask<QList<TokenRecord>>(context, std::move(reply),
                            [](OperatorActs &acts) { return acts.tokens.list(); });
}

void LocalOperator::issueToken(const TokenOrder &order, QObject *context, Reply<IssuedToken> reply)
{
    askLater<IssuedToken>(context, std::move(reply),
                          [order](OperatorActs &acts, Answer<IssuedToken> answer) {
                              acts.tokens.issue(order, atConsole(), once(std::move(answer)));
                          });
}

void LocalOperator::previewRevocation(const QByteArray &id, QObject *context,
                                      Reply<RoomMembers> reply)
{
    ask<RoomMembers>(context, std::move(reply),
                     [id](OperatorActs &acts) { return acts.connections.holders(id); });
}

void LocalOperator::revokeToken(const QByteArray &id, QObject *context, Reply<TokenRecord> reply)
{
    askLater<TokenRecord>(
        context, std::move(reply), [id](OperatorActs &acts, Answer<TokenRecord> answer) {
            acts.tokens.revoke(id, std::nullopt, atConsole(), once(std::move(answer)));
        });
}

void LocalOperator::previewRotation(QObject *context, Reply<RotationPreview> reply)
{
    ask<RotationPreview>(
        context, std::move(reply), [](OperatorActs &acts) -> Result<RotationPreview> {
            const Result<QList<QByteArray>> keys = acts.tokens.keysEndedByRotation();
            if (!keys)
                return tl::unexpected<Error>(keys.error());
            return RotationPreview{acts.tokens.countSignedBy(*keys),
                                   acts.connections.holdersByKey(*keys)};
        });
}

void LocalOperator::rotateSigningKey(QObject *context, Reply<void> reply)
{
    ask<void>(context, std::move(reply),
              [](OperatorActs &acts) { return acts.tokens.rotateSigningKey(atConsole()); });
}

void LocalOperator::setStaticToken(const QByteArray &token, QObject *context, Reply<void> reply)
{
    ask<void>(context, std::move(reply), [token](OperatorActs &acts) {
        return acts.tokens.setStaticToken(token, atConsole());
    });
}

void LocalOperator::decodeToken(const QByteArray &token, QObject *context,
                                Reply<DecodedToken> reply)
{
    ask<DecodedToken>(context, std::move(reply),
                      [token](OperatorActs &acts) { return acts.tokens.decode(token); });
}

void LocalOperator::requestSettings(QObject *context, Reply<QList<Setting>> reply)
{
    answerTo<QList<Setting>>(context, std::move(reply))(m_settings ? m_settings->settings()
                                                                   : QList<Setting>());
}

void LocalOperator::change(const QByteArray &setting, const QString &value, QObject *context,
                           Reply<void> reply)
{
    Result<void> changed =
        fail(ErrorCode::NotFound, QStringLiteral("There is no setting of that name"));
    if (m_settings)
        changed = m_settings->change(setting, value);
    if (changed)
        m_logger.info("setting_changed_by_operator",
                      {{"setting", setting}, {"value", value}, {"address", atConsole()}});
    answerTo<void>(context, std::move(reply))(std::move(changed));
}

} // namespace Signalbox
