// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubmonitor.h"
#include "common/monitor/huboperator.h"

#include <QPointer>
#include <QTimer>

#include <deque>
#include <tuple>
#include <utility>

namespace Signalbox {

/// A monitor that tells what the test says.
class FakeMonitor final : public HubMonitor
{
public:
    [[nodiscard]] HubStatus status() const override { return m_status; }
    void watch(Topics topics) override
    {
        m_topics = topics;
        m_watched &= topics;
    }
    void follow(const QByteArray &sid) override { m_followed = sid; }

    [[nodiscard]] Topics topics() const { return m_topics; }
    /// What has been watched all the time since beginWatched().
    [[nodiscard]] Topics watched() const { return m_watched; }
    void beginWatched() { m_watched = m_topics; }
    [[nodiscard]] const QByteArray &followed() const { return m_followed; }

    void setStatus(const HubStatus &status)
    {
        m_status = status;
        Q_EMIT statusChanged(status);
    }

private:
    HubStatus m_status;
    Topics m_topics;
    Topics m_watched;
    QByteArray m_followed;
};

/// One kind of request: remembers what was asked, and answers when the event loop runs, as the real
/// one does, what the test has put into `answer`.
template <typename T, typename... Arguments>
class FakeRequest
{
public:
    Result<T> answer;
    std::deque<std::tuple<Arguments...>> calls;

    void operator()(QObject *context, HubOperator::Reply<T> reply, Arguments... arguments)
    {
        calls.emplace_back(std::move(arguments)...);
        QTimer::singleShot(0, context, [reply = std::move(reply), answer = answer] {
            if (reply)
                reply(answer);
        });
    }
};

/// An operator that only writes down what it is told to do.
class FakeOperator final : public HubOperator
{
public:
    using Sids = QList<QByteArray>;

    FakeRequest<qint64, Sids> disconnections;
    FakeRequest<qint64, Sids, QByteArray> joins;
    FakeRequest<qint64, Sids, QByteArray> leaves;
    FakeRequest<qint64, Sids, QByteArray> sends;
    FakeRequest<ConnectionDetails, QByteArray> details;
    FakeRequest<RoomMembers, QByteArray> members;
    FakeRequest<QList<Event>, QByteArray, qsizetype> histories;
    FakeRequest<RoomMembers, QByteArray> recipients;
    FakeRequest<PublishResult, QByteArray> publications;
    FakeRequest<void, bool, QString> emergencies;
    FakeRequest<QList<TokenRecord>> tokens;
    FakeRequest<IssuedToken, TokenOrder> issues;
    FakeRequest<RoomMembers, QByteArray> previews;
    FakeRequest<TokenRecord, QByteArray> revocations;
    FakeRequest<RotationPreview> rotationPreviews;
    FakeRequest<void> rotations;
    FakeRequest<void, QByteArray> staticTokens;
    FakeRequest<DecodedToken, QByteArray> decodings;
    FakeRequest<QList<Setting>> settings;
    FakeRequest<void, QByteArray, QString> settingChanges;

    void disconnectClients(const Sids &sids, QObject *context, Reply<qint64> reply) override
    {
        disconnections(context, std::move(reply), sids);
    }
    void join(const Sids &sids, const QByteArray &room, QObject *context,
              Reply<qint64> reply) override
    {
        joins(context, std::move(reply), sids, room);
    }
    void leave(const Sids &sids, const QByteArray &room, QObject *context,
               Reply<qint64> reply) override
    {
        leaves(context, std::move(reply), sids, room);
    }
    void send(const Sids &sids, const QByteArray &event, QObject *context,
              Reply<qint64> reply) override
    {
        sends(context, std::move(reply), sids, event);
    }
    void requestDetails(const QByteArray &sid, QObject *context,
                        Reply<ConnectionDetails> reply) override
    {
        details(context, std::move(reply), sid);
    }
    void requestMembers(const QByteArray &room, QObject *context, Reply<RoomMembers> reply) override
    {
        members(context, std::move(reply), room);
    }
    void requestHistory(const QByteArray &room, qsizetype limit, QObject *context,
                        Reply<QList<Event>> reply) override
    {
        histories(context, std::move(reply), room, limit);
    }
    void requestRecipients(const QByteArray &event, QObject *context,
                           Reply<RoomMembers> reply) override
    {
        recipients(context, std::move(reply), event);
    }
    void publish(const QByteArray &json, QObject *context, Reply<PublishResult> reply) override
    {
        publications(context, std::move(reply), json);
    }
    void setEmergency(bool tripped, const QString &reason, QObject *context,
                      Reply<void> reply) override
    {
        emergencies(context, std::move(reply), tripped, reason);
    }
    void requestTokens(QObject *context, Reply<QList<TokenRecord>> reply) override
    {
        tokens(context, std::move(reply));
    }
    void issueToken(const TokenOrder &order, QObject *context, Reply<IssuedToken> reply) override
    {
        issues(context, std::move(reply), order);
    }
    void previewRevocation(const QByteArray &id, QObject *context,
                           Reply<RoomMembers> reply) override
    {
        previews(context, std::move(reply), id);
    }
    void revokeToken(const QByteArray &id, QObject *context, Reply<TokenRecord> reply) override
    {
        revocations(context, std::move(reply), id);
    }
    void previewRotation(QObject *context, Reply<RotationPreview> reply) override
    {
        rotationPreviews(context, std::move(reply));
    }
    void rotateSigningKey(QObject *context, Reply<void> reply) override
    {
        rotations(context, std::move(reply));
    }
    void setStaticToken(const QByteArray &token, QObject *context, Reply<void> reply) override
    {
        staticTokens(context, std::move(reply), token);
    }
    void decodeToken(const QByteArray &token, QObject *context, Reply<DecodedToken> reply) override
    {
        decodings(context, std::move(reply), token);
    }
    void requestSettings(QObject *context, Reply<QList<Setting>> reply) override
    {
        settings(context, std::move(reply));
    }
    void change(const QByteArray &setting, const QString &value, QObject *context,
                Reply<void> reply) override
    {
        settingChanges(context, std::move(reply), setting, value);
    }
};

} // namespace Signalbox
