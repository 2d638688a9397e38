// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/socketio.h"

#include <QByteArray>

#include <memory>

namespace Signalbox::SocketIo {

class Namespace;

/// Answers an event whose sender asked for an acknowledgement; does nothing if it did not, if it
/// was answered already, or if the client has left. May be kept and called later.
class Acknowledge final
{
public:
    Acknowledge() = default;
    Acknowledge(Namespace &nsp, const QByteArray &sid, quint64 id);

    explicit operator bool() const { return m_state && !m_state->isAnswered; }
    void operator()(const Arguments &arguments = {}) const;
    void operator()(const QJsonObject &argument) const;

private:
    struct State
    {
        Namespace *nsp;
        QByteArray sid;
        quint64 id;
        bool isAnswered = false;
    };
    std::shared_ptr<State> m_state;
};

} // namespace Signalbox::SocketIo
