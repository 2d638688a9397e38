// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/dialects/dialectclient.h"

#include <memory>

namespace Signalbox::Test {

/// A client of a running server, over a socket, that can tell what it was sent: lines as those of
/// DialectClient.
class Guest final
{
public:
    Guest(quint16 port, Family family, const QByteArray &token);

    /// Waits until it was let in. What it is greeted with is no news.
    [[nodiscard]] bool isWelcome();
    /// Subscribes to \a room, and waits for the answer, which is no news.
    [[nodiscard]] bool joins(const QByteArray &room);
    /// What it was sent since the last call, up to now: the server has answered a question that it
    /// was asked meanwhile. Null lines if it did not.
    [[nodiscard]] QList<QByteArray> news();
    /// Waits until the server has closed the connection; what it said since the last news().
    [[nodiscard]] QList<QByteArray> lastWords();
    /// How the event shows in its lines; \a room counts in the dialect that names it.
    [[nodiscard]] QByteArray event(const QByteArray &id, const QByteArray &room) const;
    /// What it is told before it is closed for good.
    [[nodiscard]] QList<QByteArray> dismissal() const;

    [[nodiscard]] DialectClient &client() { return m_client; }
    /// As the server calls it.
    [[nodiscard]] const QByteArray &sid() const { return m_client.sid(); }

    /// The columns "Dialect" of the console's tables.
    [[nodiscard]] QString dialect() const;

private:
    [[nodiscard]] QList<QByteArray> takeLines();

    const Family m_family;
    DialectClient m_client;
    qsizetype m_told = 0;
};

} // namespace Signalbox::Test
