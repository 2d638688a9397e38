// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/memorytokenstore.h"

#include "common/auth/jwt.h"

#include <algorithm>
#include <tuple>

namespace Signalbox {

namespace {

constexpr std::chrono::minutes SweepInterval{1};
// Looking through everything for each token that is refused would be no bound at all.
constexpr std::chrono::seconds SweepIntervalWhenFull{1};

bool isValidTokenId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= Jwt::MaxTokenIdBytes;
}

tl::unexpected<Error> wrongId()
{
    return fail(ErrorCode::BadRequest,
                QStringLiteral("A token id has 1 to %1 bytes").arg(Jwt::MaxTokenIdBytes),
                QStringLiteral("id"));
}

tl::unexpected<Error> tooMany()
{
    return fail(ErrorCode::Limit,
                QStringLiteral("At most %1 tokens").arg(MemoryTokenStore::MaxRecords));
}

} // namespace

MemoryTokenStore::MemoryTokenStore(QObject *parent)
    : MemoryTokenStore(&std::chrono::system_clock::now, parent)
{ }

MemoryTokenStore::MemoryTokenStore(Clock clock, QObject *parent)
    : TokenStore(parent)
    , m_now(std::move(clock))
    , m_swept(m_now())
{ }

Result<void> MemoryTokenStore::add(const TokenRecord &record)
{
    if (!isValidTokenId(record.id))
        return wrongId();
    if (m_records.contains(record.id))
        return fail(ErrorCode::Conflict, QStringLiteral("There is a token with this id"));
    if (!makeRoom(record.isForeign, m_now()))
        return tooMany();
    insert(record);
    return {};
}

Result<TokenRecord> MemoryTokenStore::revoke(const QByteArray &id,
                                             std::optional<TimePoint> expiresAt)
{
    if (!isValidTokenId(id))
        return wrongId();
    const TimePoint now = m_now();
    const TimePoint latest = now + MaxForeignLifetime;
    const TimePoint until = std::clamp(expiresAt.value_or(latest), now, latest);

    auto found = m_records.find(id);
    if (found == m_records.end()) {
        if (!makeRoom(true, now))
            return tooMany();
        TokenRecord record;
        record.id = id;
        record.createdAt = now;
        record.expiresAt = until;
        record.isForeign = true;
        found = insert(record);
    } else if (found->isForeign) {
        found->expiresAt = std::max(found->expiresAt, until);
    }
    if (found->revokedAt)
        return *found;
    found->revokedAt = now;
    const TokenRecord revoked = *found; // whoever hears of it may change what we hold
    Q_EMIT tokenRevoked(id);
    return revoked;
}

std::optional<TokenRecord> MemoryTokenStore::find(const QByteArray &id) const
{
    const auto found = m_records.constFind(id);
    if (found == m_records.constEnd() || isOver(*found, m_now()))
        return std::nullopt;
    return *found;
}

QList<TokenRecord> MemoryTokenStore::all() const
{
    const TimePoint now = m_now();
    QList<TokenRecord> records;
    records.reserve(m_records.size());
    std::copy_if(m_records.cbegin(), m_records.cend(), std::back_inserter(records),
                 [&](const TokenRecord &record) { return !isOver(record, now); });
    std::sort(records.begin(), records.end(), [](const TokenRecord &a, const TokenRecord &b) {
        return std::tie(b.createdAt, a.id) < std::tie(a.createdAt, b.id);
    });
    return records;
}

bool MemoryTokenStore::isRevoked(const QByteArray &id) const
{
    const auto found = m_records.constFind(id);
    return found != m_records.constEnd() && found->revokedAt;
}

void MemoryTokenStore::noteUse(const QByteArray &id)
{
    const auto found = m_records.find(id);
    if (found != m_records.end() && !found->isForeign)
        found->lastUsedAt = m_now();
}

void MemoryTokenStore::assumeKey(const QByteArray &digest)
{
    for (TokenRecord &record : m_records) {
        if (!record.isForeign && record.keyDigest.isEmpty())
            record.keyDigest = digest;
    }
}

void MemoryTokenStore::discard(const QByteArray &id)
{
    const auto found = m_records.constFind(id);
    if (found == m_records.constEnd())
        return;
    m_foreign -= found->isForeign;
    m_records.erase(found);
}

std::chrono::seconds MemoryTokenStore::keptAfterExpiry(bool isForeign)
{
    // A revocation must outlast the token itself, which is good until the leeway is over.
    return isForeign ? std::chrono::seconds(Jwt::Leeway) : std::chrono::seconds(KeptExpired);
}

bool MemoryTokenStore::isOver(const TokenRecord &record, TimePoint now) const
{
    return record.expiresAt + keptAfterExpiry(record.isForeign) <= now;
}

bool MemoryTokenStore::makeRoom(bool isForeign, TimePoint now)
{
    const auto isFull = [&] {
        return (isForeign ? m_foreign : m_records.size() - m_foreign) >= MaxRecords;
    };
    if (now - m_swept >= (isFull() ? SweepIntervalWhenFull : SweepInterval))
        forgetExpired(now);
    return !isFull();
}

void MemoryTokenStore::forgetExpired(TimePoint now)
{
    m_swept = now;
    m_records.removeIf([&](const auto &entry) {
        if (!isOver(entry.value(), now))
            return false;
        m_foreign -= entry.value().isForeign;
        return true;
    });
}

MemoryTokenStore::Records::iterator MemoryTokenStore::insert(const TokenRecord &record)
{
    m_foreign += record.isForeign;
    const auto inserted = m_records.insert(record.id, record);
    inserted->expiresAt = std::min(inserted->expiresAt, Jwt::LatestTime);
    return inserted;
}

} // namespace Signalbox
