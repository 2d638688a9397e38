// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rawclient.h"

#include <QJsonObject>

namespace Signalbox::Test {

/// An Engine.IO client on the polling transport, a connection for GET and one for POST.
class PollingClient final
{
public:
    explicit PollingClient(quint16 port);

    /// Opens a session; true if the server granted one.
    [[nodiscard]] bool open();
    [[nodiscard]] const QByteArray &sid() const { return m_sid; }
    [[nodiscard]] const QJsonObject &handshake() const { return m_handshake; }

    /// Begins a poll.
    void poll();
    [[nodiscard]] bool isAnswered() const { return m_get.received().contains("\r\n\r\n"); }
    /// The answer to the poll that was begun.
    [[nodiscard]] HttpReply answer() { return m_get.reply(); }
    /// The packets of the next poll's answer; empty if its status is not 200.
    [[nodiscard]] QList<QByteArray> packets();
    [[nodiscard]] HttpReply post(const QByteArray &payload);

    [[nodiscard]] RawClient &getting() { return m_get; }
    [[nodiscard]] RawClient &posting() { return m_post; }

    static QByteArray getRequest(const QByteArray &query);
    static QByteArray postRequest(const QByteArray &query, const QByteArray &body);
    static QList<QByteArray> split(const QByteArray &payload) { return payload.split('\x1e'); }

private:
    [[nodiscard]] QByteArray query() const;

    RawClient m_get;
    RawClient m_post;
    QByteArray m_sid;
    QJsonObject m_handshake;
};

} // namespace Signalbox::Test
