// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/roomindex.h"

#include <algorithm>

namespace Signalbox {

struct RoomMember::Room
{
    QByteArray name;
    std::vector<RoomIndex::Member> members;
};

RoomMember::~RoomMember()
{
    if (m_index)
        m_index->leaveAll(*this);
}

QList<QByteArray> RoomMember::rooms() const
{
    QList<QByteArray> names;
    names.reserve(roomCount());
    for (const Membership &membership : m_memberships)
        names.append(membership.room->name);
    return names;
}

bool RoomMember::isIn(const QByteArray &room) const
{
    return std::any_of(m_memberships.begin(), m_memberships.end(),
                       [&](const Membership &membership) { return membership.room->name == room; });
}

RoomIndex::RoomIndex() = default;

RoomIndex::~RoomIndex()
{
    for (const auto &[name, room] : m_rooms) {
        for (const Member &entry : room->members) {
            entry.member->m_memberships.clear();
            entry.member->m_index = nullptr;
        }
    }
}

bool RoomIndex::join(RoomMember &member, const QByteArray &room)
{
    if (member.isIn(room))
        return false;
    std::unique_ptr<RoomMember::Room> &slot = m_rooms[room];
    if (!slot) {
        slot = std::make_unique<RoomMember::Room>(RoomMember::Room{room, {}});
        ++m_roomsVersion;
    }
    member.m_index = this;
    slot->members.push_back({&member, quint32(member.m_memberships.size())});
    member.m_memberships.push_back({slot.get(), quint32(slot->members.size() - 1)});
    ++m_size;
    member.noteSubscriptionChange();
    if (m_observer)
        m_observer->roomMembersChanged(room);
    return true;
}

bool RoomIndex::leave(RoomMember &member, const QByteArray &room)
{
    const auto found = std::find_if(
        member.m_memberships.begin(), member.m_memberships.end(),
        [&](const RoomMember::Membership &membership) { return membership.room->name == room; });
    if (found == member.m_memberships.end())
        return false;
    remove(member, size_t(found - member.m_memberships.begin()));
    return true;
}

void RoomIndex::leaveAll(RoomMember &member)
{
    while (!member.m_memberships.empty())
        remove(member, member.m_memberships.size() - 1);
    member.m_memberships.shrink_to_fit();
}

/// Both lists are kept dense: the last entry takes the place of the one that goes.
void RoomIndex::remove(RoomMember &member, size_t membership)
{
    const auto [room, place] = member.m_memberships[membership];

    std::vector<Member> &members = room->members;
    members[place] = members.back();
    members.pop_back();
    if (place < members.size())
        members[place].member->m_memberships[members[place].membership].place = place;

    const RoomMember::Membership last = member.m_memberships.back();
    member.m_memberships.pop_back();
    if (membership < member.m_memberships.size()) {
        member.m_memberships[membership] = last;
        last.room->members[last.place].membership = quint32(membership);
    }

    --m_size;
    member.noteSubscriptionChange();
    const QByteArray name = m_observer ? room->name : QByteArray();
    if (members.empty()) {
        m_rooms.erase(m_rooms.find(room->name));
        ++m_roomsVersion;
    }
    if (m_observer)
        m_observer->roomMembersChanged(name);
}

qsizetype RoomIndex::memberCount(const QByteArray &room) const
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? 0 : qsizetype(found->second->members.size());
}

QList<QByteArray> RoomIndex::rooms() const
{
    QList<QByteArray> names;
    names.reserve(qsizetype(m_rooms.size()));
    for (const auto &[name, room] : m_rooms)
        names.append(name);
    return names;
}

const std::vector<RoomIndex::Member> &RoomIndex::membersOf(const RoomMember::Room &room)
{
    return room.members;
}

} // namespace Signalbox
