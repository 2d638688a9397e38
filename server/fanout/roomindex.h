// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QList>

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Signalbox {

class RoomIndex;

/// Somebody who can be in rooms. Leaves them all when destroyed.
class RoomMember
{
public:
    Q_DISABLE_COPY_MOVE(RoomMember)

    [[nodiscard]] QList<QByteArray> rooms() const;
    [[nodiscard]] qsizetype roomCount() const { return qsizetype(m_memberships.size()); }
    [[nodiscard]] bool isIn(const QByteArray &room) const;

protected:
    RoomMember() = default;
    ~RoomMember();

private:
    friend class RoomIndex;

    struct Room;
    struct Membership
    {
        Room *room;
        quint32 place; ///< in room->members
    };

    RoomIndex *m_index = nullptr;
    std::vector<Membership> m_memberships;
    quint64 m_lastVisit = 0; ///< so that one visit() reaches it once, whatever rooms it is in
};

/// Who is in which room. Joining and leaving cost O(1), leaving all O(rooms of that member); a
/// visit costs what it reaches, allocates nothing, and reaches each member once.
///
/// Network thread. A room exists while it has members.
class RoomIndex final
{
public:
    RoomIndex();
    ~RoomIndex();
    Q_DISABLE_COPY_MOVE(RoomIndex)

    /// False if it was there already.
    bool join(RoomMember &member, const QByteArray &room);
    /// False if it was not there.
    bool leave(RoomMember &member, const QByteArray &room);
    void leaveAll(RoomMember &member);

    [[nodiscard]] qsizetype memberCount(const QByteArray &room) const;
    [[nodiscard]] QList<QByteArray> rooms() const;
    /// Memberships over all rooms.
    [[nodiscard]] qsizetype size() const { return m_size; }

    /// Calls \a visitor(RoomMember &) for each member of any of \a rooms, once. The visitor must
    /// not change who is in which room. Returns how many it was called for.
    template <typename Visitor>
    qsizetype visit(const QList<QByteArray> &rooms, Visitor &&visitor)
    {
        qsizetype visited = 0;
        ++m_visit;
        for (const QByteArray &name : rooms) {
            const auto room = m_rooms.find(name);
            if (room == m_rooms.end())
                continue;
            for (const Member &entry : membersOf(*room->second)) {
                if (std::exchange(entry.member->m_lastVisit, m_visit) == m_visit)
                    continue;
                visitor(*entry.member);
                ++visited;
            }
        }
        return visited;
    }

private:
    friend class RoomMember;

    struct Member
    {
        RoomMember *member;
        quint32 membership; ///< in member->m_memberships
    };

    /// Seeded per process, unlike std::hash: clients choose the names.
    struct Hash
    {
        size_t operator()(const QByteArray &name) const noexcept
        {
            return qHash(name, QHashSeed::globalSeed());
        }
    };

    static const std::vector<Member> &membersOf(const RoomMember::Room &room);
    void remove(RoomMember &member, size_t membership);

    std::unordered_map<QByteArray, std::unique_ptr<RoomMember::Room>, Hash> m_rooms;
    qsizetype m_size = 0;
    quint64 m_visit = 0;
};

} // namespace Signalbox
