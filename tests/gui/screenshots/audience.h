// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUrl>
#include <QWebSocket>

#include <memory>
#include <vector>

namespace Signalbox {

class HubOperator;

/// A few dozen clients of the demo, each in rooms of its own choice.
class Audience final : public QObject
{
    Q_OBJECT

public:
    Audience(const QUrl &server, HubOperator &hubOperator, QObject *parent = nullptr);

    [[nodiscard]] bool isComplete() const;

private:
    void connectOne(const QByteArray &token, int number);

    QUrl m_server;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
    size_t m_connected = 0;
};

} // namespace Signalbox
