// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/idempotencycache.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Signalbox {

namespace {

QByteArray entryId(const QByteArray &credential, const QByteArray &key)
{
    return credential + ' ' + key; // neither holds a space
}

QByteArray digest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

} // namespace

bool IdempotencyCache::isValidKey(const QByteArray &key)
{
    return !key.isEmpty() && key.size() <= MaxKeyLength
        && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

IdempotencyCache::Lookup IdempotencyCache::find(const QByteArray &credential, const QByteArray &key,
                                                const QByteArray &body, Clock::time_point now)
{
    forgetOld(now);
    const auto entry = m_entries.constFind(entryId(credential, key));
    if (entry == m_entries.cend())
        return {};
    if (entry->bodyDigest != digest(body))
        return {State::Conflict, {}};
    return {State::Repeat, entry->answer};
}

void IdempotencyCache::store(const QByteArray &credential, const QByteArray &key,
                             const QByteArray &body, const HttpResponse &answer,
                             Clock::time_point now)
{
    forgetOld(now);
    if (m_entries.size() >= Capacity) {
        m_entries.remove(m_ages.front().id);
        m_ages.pop_front();
    }
    const QByteArray id = entryId(credential, key);
    m_entries.insert(id, {digest(body), answer});
    m_ages.push_back({id, now});
}

void IdempotencyCache::forgetOld(Clock::time_point now)
{
    while (!m_ages.empty() && now - m_ages.front().stored >= Lifetime) {
        m_entries.remove(m_ages.front().id);
        m_ages.pop_front();
    }
}

} // namespace Signalbox
