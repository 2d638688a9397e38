// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace Signalbox {

/// An event that somebody is about to publish, as fields of a form.
struct EventDraft
{
    enum class Target {
        Ids, ///< where the ids in the body say
        Rooms,
        User,
    };

    QByteArray type;
    Target target = Target::Ids;
    QList<QByteArray> rooms;
    QByteArray user;
    QByteArray body; ///< JSON as it was written; blank: none

    /// What is to be published. Whatever the fields hold, the other members are sound: if the body
    /// is strict JSON, so is this.
    [[nodiscard]] QByteArray toJson() const;
    /// Null if \a json is no single event, or has members that the form has no place for.
    [[nodiscard]] static std::optional<EventDraft> fromJson(QByteArrayView json);

    /// Where the body begins in toJson(); negative if there is none.
    [[nodiscard]] qsizetype bodyOffset() const;
};

} // namespace Signalbox
