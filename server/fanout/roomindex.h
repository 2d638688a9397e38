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

    /// 8 bytes: a client is in many rooms.
    struct Membership
    {
        quint32 room; ///< RoomIndex::Room::number
        quint32 place; ///< in Room::members
    };

    [[nodiscard]] std::vector<Membership>::const_iterator membershipOf(quint32 room) const;

    RoomIndex *m_index = nullptr;
    std::vector<Membership> m_memberships;
    quint64 m_lastVisit = 0; ///< so that one visit() reaches it once, whatever rooms it is in
};

/// Who is in which room. Joining and leaving cost O(rooms of that member), and so does leaving all;
/// a visit costs what it reaches, allocates nothing, and reaches each member once.
///
/// Network thread. A room exists while it has members.
class RoomIndex final
{
public:
    RoomIndex();
    ~RoomIndex();
    Q_DISABLE_COPY_MOVE(RoomIndex)

    /// False if it was there already.
    bool join(RoomMember &member, const QByteArray &name);
    /// False if it was not there.
    bool leave(RoomMember &member, const QByteArray &name);
    void leaveAll(RoomMember &member);

    [[nodiscard]] qsizetype memberCount(const QByteArray &name) const;
    [[nodiscard]] QList<QByteArray> rooms() const;
    /// Memberships over all rooms.
    [[nodiscard]] qsizetype size() const { return m_size; }

    /// Calls \a visitor(RoomMember &, qsizetype room) for each member of any of \a rooms, once;
    /// \a room is the place in the list of the first one that it is in. The visitor must not
    /// change who is in which room. Returns how many it was called for.
    template <typename Visitor>
    qsizetype visit(const QList<QByteArray> &rooms, Visitor &&visitor)
    {
        qsizetype visited = 0;
        ++m_visit;
        for (qsizetype i = 0; i < rooms.size(); ++i) {
            const auto room = m_rooms.find(rooms.at(i));
            if (room == m_rooms.end())
                continue;
            for (RoomMember *member : room->second->members) {
                if (std::exchange(member->m_lastVisit, m_visit) == m_visit)
                    continue;
                visitor(*member, i);
                ++visited;
            }
        }
        return visited;
    }

private:
    friend class RoomMember;

    struct Room
    {
        QByteArray name;
        quint32 number; ///< its place in m_byNumber
        std::vector<RoomMember *> members;
        std::vector<quint32> memberships; ///< of each of them: the place in its m_memberships
    };

    /// Seeded per process, unlike std::hash: clients choose the names.
    struct Hash
    {
        size_t operator()(const QByteArray &name) const noexcept
        {
            return qHash(name, QHashSeed::globalSeed());
        }
    };

    [[nodiscard]] const Room *find(const QByteArray &name) const;
    Room &findOrAdd(const QByteArray &name);
    void remove(RoomMember &member, size_t membership);

    std::unordered_map<QByteArray, std::unique_ptr<Room>, Hash> m_rooms;
    std::vector<Room *> m_byNumber; ///< null where a room has gone
    std::vector<quint32> m_freeNumbers;
    qsizetype m_size = 0;
    quint64 m_visit = 0;
};

} // namespace Signalbox
