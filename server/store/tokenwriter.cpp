// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/tokenwriter.h"

namespace Signalbox {

namespace {

constexpr std::chrono::hours PruneInterval{1};

} // namespace

TokenWriter::TokenWriter(QString path)
    : m_path(std::move(path))
{ }

TokenWriter::~TokenWriter() = default;

void TokenWriter::write(const TokenChanges &changes)
{
    const TokenDatabase::Outcome<void> done = tryToWrite(changes);
    if (!done)
        m_database.reset(); // the next attempt starts from the beginning
    Q_EMIT written(done ? QString() : done.error().reason, !done && done.error().isCorrupt);
}

TokenDatabase::Outcome<void> TokenWriter::tryToWrite(const TokenChanges &changes)
{
    if (!m_database) {
        auto opened = TokenDatabase::open(m_path);
        if (!opened)
            return tl::unexpected(opened.error());
        m_database = std::move(*opened);
    }
    if (const auto done = m_database->write(changes); !done)
        return done;
    const auto now = std::chrono::system_clock::now();
    if (now - m_pruned < PruneInterval)
        return {};
    m_pruned = now;
    return m_database->prune(now);
}

void TokenWriter::rebuild(const QList<TokenRecord> &records,
                          std::optional<TokenRecord::TimePoint> lostAt)
{
    m_database.reset();
    const auto moved = TokenDatabase::moveAside(m_path, std::chrono::system_clock::now());
    if (!moved) {
        Q_EMIT written(moved.error().reason, true);
        return;
    }
    Q_EMIT movedAside(*moved);
    auto opened = TokenDatabase::open(m_path, lostAt);
    if (!opened) {
        Q_EMIT written(opened.error().reason, opened.error().isCorrupt);
        return;
    }
    m_database = std::move(*opened);
    write({records, {}});
}

} // namespace Signalbox
