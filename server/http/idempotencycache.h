// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <deque>
#include <optional>

namespace Signalbox {

/// Remembers the answers to publications that carried an `Idempotency-Key`, so that a publisher may
/// repeat one that it is not sure of. A key belongs to its credential.
///
/// Bounded in number and time; the oldest go first.
class IdempotencyCache final
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::minutes Lifetime{10};
    static constexpr qsizetype Capacity = 10'000;
    static constexpr qsizetype MaxKeyLength = 255;

    /// 1-255 visible ASCII characters.
    [[nodiscard]] static bool isValidKey(const QByteArray &key);

    enum class State {
        New, ///< not seen before: handle it, then store() the answer
        Repeat, ///< the same body as before: send `answer` again
        Conflict, ///< another body than before
    };
    struct Lookup
    {
        State state = State::New;
        HttpResponse answer;
    };
    [[nodiscard]] Lookup find(const QByteArray &credential, const QByteArray &key,
                              const QByteArray &body, Clock::time_point now = Clock::now());
    void store(const QByteArray &credential, const QByteArray &key, const QByteArray &body,
               const HttpResponse &answer, Clock::time_point now = Clock::now());
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }

private:
    struct Entry
    {
        QByteArray bodyDigest;
        HttpResponse answer;
    };
    struct Age
    {
        QByteArray id;
        Clock::time_point stored;
    };

    void forgetOld(Clock::time_point now);

    QHash<QByteArray, Entry> m_entries; ///< by credential and key
    std::deque<Age> m_ages; ///< oldest first
};

} // namespace Signalbox
