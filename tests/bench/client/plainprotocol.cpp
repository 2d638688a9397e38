// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/benchclient.h"
#include "tests/bench/client/clientprotocol.h"

#include <QUrl>

namespace Signalbox::Bench {

namespace {

class PlainProtocol final : public ClientProtocol
{
public:
    explicit PlainProtocol(const QByteArray &token)
        : m_target("/ws")
    {
        if (!token.isEmpty())
            m_target += "?token=" + QUrl::toPercentEncoding(QString::fromUtf8(token));
    }

    [[nodiscard]] QByteArray target() const override { return m_target; }
    [[nodiscard]] QByteArray farewell() const override { return {}; }

    void begin(BenchClient &client) const override
    {
        for (const QByteArray &room : client.expectReplies())
            client.queueText("{\"action\":\"subscribe\",\"events\":[\"workflow:" + room + "\"]}");
        client.flush();
    }

    void handleMessage(BenchClient &client, QByteArrayView message) const override
    {
        if (message.startsWith("{\"type\":\"bench_event\""))
            client.receiveEvent(message);
        else if (message.startsWith("{\"type\":\"subscribed\""))
            client.noteReply();
        else if (message.startsWith("{\"type\":\"error\""))
            client.reject(QStringLiteral("the server reported an error"), message);
    }

private:
    QByteArray m_target;
};

} // namespace

std::unique_ptr<ClientProtocol> makePlainProtocol(const QByteArray &token)
{
    return std::make_unique<PlainProtocol>(token);
}

} // namespace Signalbox::Bench
