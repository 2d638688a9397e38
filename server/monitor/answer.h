// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <QMetaObject>
#include <QPointer>

#include <memory>
#include <utility>

namespace Signalbox {

/// A request that waits for its answer. What it holds belongs to the main thread: made, answered
/// and destroyed there. One that is destroyed without an answer says that there is no server.
template <typename T>
class PendingRequest final
{
public:
    PendingRequest(QObject *context, HubOperator::Reply<T> reply)
        : m_context(context)
        , m_reply(std::move(reply))
    { }
    Q_DISABLE_COPY_MOVE(PendingRequest)
    ~PendingRequest() { answer(noServer(), Qt::QueuedConnection); }

    void answer(const Result<T> &result, Qt::ConnectionType type = Qt::AutoConnection)
    {
        const HubOperator::Reply<T> reply = std::exchange(m_reply, {});
        if (m_context && reply)
            QMetaObject::invokeMethod(
                m_context, [reply, result] { reply(result); }, type);
    }

    static Result<T> noServer()
    {
        return fail(ErrorCode::Draining, QStringLiteral("The server is not running"));
    }

private:
    const QPointer<QObject> m_context;
    HubOperator::Reply<T> m_reply;
};

/// How the answer to a request is given, from any thread: once, then it is void.
template <typename T>
class Answer final
{
public:
    /// \a relay lives on the main thread, and longer than any other thread that answers.
    Answer(QObject &relay, std::shared_ptr<PendingRequest<T>> pending)
        : m_relay(&relay)
        , m_pending(std::move(pending))
    { }

    void operator()(Result<T> result)
    {
        QMetaObject::invokeMethod(
            m_relay,
            [pending = std::move(m_pending), result = std::move(result)]() mutable {
                // Whoever is last destroys a posted functor, and that may be the other thread.
                std::exchange(pending, nullptr)->answer(result);
            },
            Qt::QueuedConnection);
    }

private:
    QObject *m_relay;
    std::shared_ptr<PendingRequest<T>> m_pending;
};

} // namespace Signalbox
