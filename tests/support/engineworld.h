// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engineio/engineserver.h"
#include "server/engineio/enginesession.h"
#include "tests/support/testdoor.h"

#include <QPointer>

#include <functional>

namespace Signalbox::Test {

/// Listens to an EngineSession and remembers what it heard.
class SessionLog final : public EngineSession::Listener
{
public:
    void listenTo(EngineSession &opened)
    {
        session = &opened;
        sid = opened.sid();
        opened.setListener(this);
    }

    void engineMessageReceived(const QByteArray &data, bool isBinary) override
    {
        (isBinary ? binaries : texts).append(data);
        if (onMessage)
            onMessage(data);
    }
    void engineDrained() override { ++drains; }
    void engineClosed(quint16 code, const QByteArray &reason) override
    {
        ++closes;
        closeCode = code;
        closeReason = reason;
    }

    void sendText(const QByteArray &text)
    {
        if (session)
            session->send(EngineSession::encodeText(text));
    }

    QPointer<EngineSession> session;
    QByteArray sid;
    std::function<void(const QByteArray &)> onMessage;
    QList<QByteArray> texts;
    QList<QByteArray> binaries;
    QByteArray closeReason;
    int drains = 0;
    int closes = 0;
    int closeCode = 0;
};

/// An EngineServer behind a front door; each session has its own log.
class EngineWorld final
{
public:
    explicit EngineWorld(const EngineOptions &options = {}, FrontDoorOptions doorOptions = {});
    ~EngineWorld();

    [[nodiscard]] quint16 port() const { return m_door.port(); }
    [[nodiscard]] FrontDoor &door() { return m_door.door(); }
    [[nodiscard]] EngineServer &server() { return *m_server; }
    /// Of the session that was opened last; or of that sid.
    [[nodiscard]] SessionLog &log() { return *m_logs.back(); }
    [[nodiscard]] SessionLog *log(const QByteArray &sid) const;
    [[nodiscard]] size_t opened() const { return m_logs.size(); }

private:
    TestDoor m_door;
    std::unique_ptr<EngineServer> m_server;
    std::vector<std::unique_ptr<SessionLog>> m_logs;
};

} // namespace Signalbox::Test
