// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/roomindex.h"

#include <algorithm>

namespace Signalbox {

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
        names.append(m_index->m_byNumber[membership.room]->name);
    return names;
}

bool RoomMember::isIn(const QByteArray &room) const
{
    const RoomIndex::Room *found = m_index ? m_index->find(room) : nullptr;
    return found && membershipOf(found->number) != m_memberships.end();
}

std::vector<RoomMember::Membership>::const_iterator RoomMember::membershipOf(quint32 room) const
{
    return std::find_if(m_memberships.begin(), m_memberships.end(),
                        [&](const Membership &membership) { return membership.room == room; });
}

RoomIndex::RoomIndex() = default;

RoomIndex::~RoomIndex()
{
    for (const auto &[name, room] : m_rooms) {
        for (RoomMember *member : room->members) {
            member->m_memberships.clear();
            member->m_index = nullptr;
        }
    }
}

const RoomIndex::Room *RoomIndex::find(const QByteArray &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

RoomIndex::Room &RoomIndex::findOrAdd(const QByteArray &name)
{
    std::unique_ptr<Room> &room = m_rooms[name];
    if (room)
        return *room;
    auto number = quint32(m_byNumber.size());
    if (m_freeNumbers.empty()) {
        m_byNumber.push_back(nullptr);
    } else {
        number = m_freeNumbers.back();
        m_freeNumbers.pop_back();
    }
    room = std::make_unique<Room>(Room{name, number, {}, {}});
    m_byNumber[number] = room.get();
    ++m_roomsVersion;
    return *room;
}

bool RoomIndex::join(RoomMember &member, const QByteArray &name)
{
    if (member.isIn(name))
        return false;
    Room &room = findOrAdd(name);
    member.m_index = this;
    room.memberships.push_back(quint32(member.m_memberships.size()));
    member.m_memberships.push_back({room.number, quint32(room.members.size())});
    room.members.push_back(&member);
    ++m_size;
    member.noteSubscriptionChange();
    if (m_observer)
        m_observer->roomMembersChanged(name);
    return true;
}

bool RoomIndex::leave(RoomMember &member, const QByteArray &name)
{
    const Room *room = find(name);
    if (!room)
        return false;
    const auto found = member.membershipOf(room->number);
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

/// All lists are kept dense: the last entry takes the place of the one that goes.
void RoomIndex::remove(RoomMember &member, size_t membership)
{
    const auto [number, place] = member.m_memberships[membership];
    Room &room = *m_byNumber[number];

    room.members[place] = room.members.back();
    room.members.pop_back();
    room.memberships[place] = room.memberships.back();
    room.memberships.pop_back();
    if (place < room.members.size())
        room.members[place]->m_memberships[room.memberships[place]].place = place;

    const RoomMember::Membership last = member.m_memberships.back();
    member.m_memberships.pop_back();
    if (membership < member.m_memberships.size()) {
        member.m_memberships[membership] = last;
        m_byNumber[last.room]->memberships[last.place] = quint32(membership);
    }

    // A room that was full once does not keep that memory for the few who stay.
    if (room.members.capacity() > 64 && room.members.size() < room.members.capacity() / 4) {
        room.members.shrink_to_fit();
        room.memberships.shrink_to_fit();
    }

    --m_size;
    const QByteArray name = m_observer ? room.name : QByteArray();
    member.noteSubscriptionChange();
    if (room.members.empty()) {
        m_byNumber[number] = nullptr;
        m_freeNumbers.push_back(number);
        m_rooms.erase(m_rooms.find(QByteArray(room.name)));
        ++m_roomsVersion;
    }
    if (m_observer)
        m_observer->roomMembersChanged(name);
}

qsizetype RoomIndex::memberCount(const QByteArray &name) const
{
    const Room *room = find(name);
    return room ? qsizetype(room->members.size()) : 0;
}

QList<QByteArray> RoomIndex::rooms() const
{
    QList<QByteArray> names;
    names.reserve(qsizetype(m_rooms.size()));
    for (const auto &[name, room] : m_rooms)
        names.append(name);
    return names;
}

} // namespace Signalbox
