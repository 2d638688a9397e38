// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/subscriptions/roomsmodel.h"

#include <optional>

// What RoomsModel is made of, for its two sources alone.

namespace Signalbox {

struct RoomsModel::Room
{
    RoomInfo info;
    Kind *kind = nullptr;
    quint64 eventsBefore = 0; ///< when the rate was computed last
    double rate = 0; ///< events per second
    bool isGone = false; ///< about to be removed
};

struct RoomsModel::Kind
{
    QByteArray name;
    bool isRoom = false; ///< it is its own and only room
    Rooms byName; ///< all of them
    Rooms shown; ///< those that the filter leaves, in the order that is shown
    int fetched = 0; ///< of `shown`, how many views know of
    bool isDirty = false;

    /// Of those that are shown, together.
    struct Sums
    {
        qint64 members = 0;
        qint64 retained = 0;
        double rate = 0;
    };
    std::optional<Sums> sums; ///< unknown until somebody looks; see sumText()
};

/// A room, as a filter sees it.
class RoomsModel::Fields final : public FieldSource
{
public:
    enum Field { Name, KindName, Members, Rate, Retained, Idle };

    explicit Fields(const Room &room)
        : m_room(room)
    { }

    [[nodiscard]] FieldValue value(int field) const override;

private:
    const Room &m_room;
};

} // namespace Signalbox
