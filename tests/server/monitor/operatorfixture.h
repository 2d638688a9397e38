// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/loghistory.h"
#include "tests/server/monitor/runningserver.h"

#include <memory>

namespace Signalbox::Test {

using Sids = QList<QByteArray>;

/// A server with a client of each dialect, and the operator's requests, answered.
struct OperatorFixture : RunningServer
{
    bool startWithClients()
    {
        if (!start())
            return false;
        workflow = std::make_unique<DialectClient>(port, Family::Workflow, QByteArray());
        rooms = std::make_unique<DialectClient>(port, Family::Rooms, tokenOf("ann"));
        plain = std::make_unique<DialectClient>(port, Family::Plain, tokenOf("bob"));
        if (!workflow->awaits(1) || !rooms->awaits(2) || !plain->awaits(1))
            return false;
        workflowSid = sidOf(*workflow);
        roomsSid = rooms->lastReply().value(u"data").toObject().value(u"sid").toString().toLatin1();
        plainSid = sidOf(*plain);
        return !roomsSid.isEmpty();
    }
    static QByteArray sidOf(DialectClient &client)
    {
        return client.lastReply().value(u"sid").toString().toLatin1();
    }
    [[nodiscard]] Sids all() const { return {workflowSid, roomsSid, plainSid}; }

    Result<qint64> disconnect(const Sids &sids)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().disconnectClients(sids, asker, std::move(reply));
        });
    }
    Result<qint64> join(const Sids &sids, const QByteArray &room)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().join(sids, room, asker, std::move(reply));
        });
    }
    Result<qint64> leave(const Sids &sids, const QByteArray &room)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().leave(sids, room, asker, std::move(reply));
        });
    }
    Result<qint64> send(const Sids &sids, const QByteArray &json)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().send(sids, json, asker, std::move(reply));
        });
    }
    Result<RoomMembers> members(const QByteArray &room)
    {
        return answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            hubOperator().requestMembers(room, asker, std::move(reply));
        });
    }
    Result<RoomMembers> recipients(const QByteArray &json)
    {
        return answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            hubOperator().requestRecipients(json, asker, std::move(reply));
        });
    }
    Result<PublishResult> publishAtConsole(const QByteArray &json)
    {
        return answerTo<PublishResult>(
            [&](QObject *asker, HubOperator::Reply<PublishResult> reply) {
                hubOperator().publish(json, asker, std::move(reply));
            });
    }
    Result<DecodedToken> decode(const QByteArray &token)
    {
        return answerTo<DecodedToken>([&](QObject *asker, HubOperator::Reply<DecodedToken> reply) {
            hubOperator().decodeToken(token, asker, std::move(reply));
        });
    }
    Result<IssuedToken> issue(const TokenOrder &order)
    {
        return answerTo<IssuedToken>([&](QObject *asker, HubOperator::Reply<IssuedToken> reply) {
            hubOperator().issueToken(order, asker, std::move(reply));
        });
    }
    /// The value of a field of the last line of that name; null if there is none.
    [[nodiscard]] QString logged(const QByteArray &event, const QByteArray &field) const
    {
        QString value;
        for (const LogRecord &record : logger.history().since(0).records.records) {
            for (const auto &[name, text] : record.fields) {
                if (record.event == event && name == field)
                    value = text;
            }
        }
        return value;
    }

    std::unique_ptr<DialectClient> workflow;
    std::unique_ptr<DialectClient> rooms;
    std::unique_ptr<DialectClient> plain;
    QByteArray workflowSid;
    QByteArray roomsSid;
    QByteArray plainSid;
};

} // namespace Signalbox::Test
