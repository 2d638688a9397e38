// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/websocketlink.h"

#include <QPointer>

#include <functional>

namespace Signalbox::Test {

/// Listens to a WebSocketLink and remembers what it heard.
class LinkLog final : public WebSocketLink::Listener
{
public:
    ~LinkLog()
    {
        if (link)
            link->setListener(nullptr);
    }

    void listenTo(WebSocketLink &opened)
    {
        link = &opened;
        opened.setListener(this);
    }

    void linkTextReceived(const QByteArray &utf8) override
    {
        texts.append(utf8);
        if (onText)
            onText(utf8);
    }
    void linkBinaryReceived(const QByteArray &bytes) override { binaries.append(bytes); }
    void linkPongReceived(std::chrono::milliseconds) override { ++pongs; }
    void linkDrained() override { ++drains; }
    void linkStalled() override
    {
        ++stalls;
        if (link && closesWhenStalled)
            link->close(CloseCode::SlowConsumer);
    }
    void linkClosed(quint16 code, const QByteArray &reason) override
    {
        ++closes;
        closeCode = code;
        closeReason = reason;
        link = nullptr;
    }

    QPointer<WebSocketLink> link;
    std::function<void(const QByteArray &)> onText;
    QList<QByteArray> texts;
    QList<QByteArray> binaries;
    QByteArray closeReason;
    int pongs = 0;
    int drains = 0;
    int stalls = 0;
    int closes = 0;
    int closeCode = 0;
    bool closesWhenStalled = true;
};

} // namespace Signalbox::Test
