// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engineworld.h"

namespace Signalbox::Test {

EngineWorld::EngineWorld(const EngineOptions &options, FrontDoorOptions doorOptions)
    : m_door(std::move(doorOptions))
    , m_server(std::make_unique<EngineServer>(options, m_door.door().context()))
{
    m_door.onRequest = [this](const HttpRequest &request, const PendingResponse &response) {
        m_server->handleRequest(request, response);
    };
    m_door.onUpgrade = [this](const HttpRequest &request) {
        return m_server->decideUpgrade(request);
    };
    m_door.onBody = [this](const HttpHead &head) { return m_server->bodyExpected(head); };
    QObject::connect(m_server.get(), &EngineServer::sessionOpened, m_server.get(),
                     [this](EngineSession *session) {
                         m_logs.push_back(std::make_unique<SessionLog>());
                         m_logs.back()->listenTo(*session);
                     });
}

EngineWorld::~EngineWorld()
{
    m_server.reset();
}

SessionLog *EngineWorld::log(const QByteArray &sid) const
{
    for (const auto &log : m_logs) {
        if (log->sid == sid)
            return log.get();
    }
    return nullptr;
}

} // namespace Signalbox::Test
