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
    /// Another one whenever what is told of its subscriptions may have changed.
    [[nodiscard]] quint32 subscriptionVersion() const { return m_subscriptionVersion; }

protected:
    RoomMember() = default;
    ~RoomMember();

    void noteSubscriptionChange() { ++m_subscriptionVersion; }

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
    quint32 m_subscriptionVersion = 0;
    quint64 m_lastVisit = 0; ///< so that one visit() reaches it once, whatever rooms it is in
};

/// Is told which rooms somebody has joined or left.
class RoomObserver
{
public:
    /// \a room may be gone.
    virtual void roomMembersChanged(const QByteArray &room) = 0;

protected:
    ~RoomObserver() = default;
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
    [[nodiscard]] bool hasRoom(const QByteArray &room) const
    {
        return m_rooms.find(room) != m_rooms.end();
    }
    /// Another one whenever a room has come or gone.
    [[nodiscard]] quint64 roomsVersion() const { return m_roomsVersion; }
    /// Null: nobody.
    void setObserver(RoomObserver *observer) { m_observer = observer; }
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

    /// A walk through all rooms, some at a time.
    class Walk
    {
        friend class RoomIndex;
        size_t m_bucket = 0;
        size_t m_buckets = 0;
    };
    /// True if \a walk will begin again, because rooms were shuffled.
    [[nodiscard]] bool isVoid(const Walk &walk) const
    {
        return walk.m_buckets > 0 && walk.m_buckets != m_rooms.bucket_count();
    }
    /// Calls \a visitor(const QByteArray &) for the names of some more rooms, about \a count.
    /// False: those were the last. A room that is there all the while is visited at least once.
    template <typename Visitor>
    bool visitRooms(Walk &walk, qsizetype count, Visitor &&visitor) const
    {
        if (isVoid(walk))
            walk = {};
        walk.m_buckets = m_rooms.bucket_count();
        qsizetype looked = 0;
        for (; walk.m_bucket < walk.m_buckets && looked < count; ++walk.m_bucket) {
            ++looked;
            for (auto room = m_rooms.begin(walk.m_bucket); room != m_rooms.end(walk.m_bucket);
                 ++room) {
                ++looked;
                visitor(room->first);
            }
        }
        return walk.m_bucket < walk.m_buckets;
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
    quint64 m_roomsVersion = 0;
    RoomObserver *m_observer = nullptr;
    quint64 m_visit = 0;
};

} // namespace Signalbox
