// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engineclient.h"

#include <QJsonDocument>

namespace Signalbox::Test {

PollingClient::PollingClient(quint16 port)
    : m_get(port)
    , m_post(port)
{ }

bool PollingClient::open()
{
    const HttpReply reply = m_get.exchange(getRequest("EIO=4&transport=polling"));
    if (reply.status != 200 || !reply.body.startsWith('0'))
        return false;
    m_handshake = QJsonDocument::fromJson(reply.body.mid(1)).object();
    m_sid = m_handshake.value(QLatin1String("sid")).toString().toLatin1();
    return !m_sid.isEmpty();
}

void PollingClient::poll()
{
    m_get.send(getRequest(query()));
}

QList<QByteArray> PollingClient::packets()
{
    poll();
    const HttpReply reply = answer();
    return reply.status == 200 ? split(reply.body) : QList<QByteArray>();
}

HttpReply PollingClient::post(const QByteArray &payload)
{
    return m_post.exchange(postRequest(query(), payload));
}

QByteArray PollingClient::getRequest(const QByteArray &query)
{
    return "GET /socket.io/?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

QByteArray PollingClient::postRequest(const QByteArray &query, const QByteArray &body)
{
    return "POST /socket.io/?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray PollingClient::query() const
{
    return "EIO=4&transport=polling&sid=" + m_sid;
}

} // namespace Signalbox::Test
