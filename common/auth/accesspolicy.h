// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"

namespace Signalbox {

/// Decides who may listen to which room. Programs that embed the hub may bring their own.
///
/// Called on the network thread, for every subscription and replay; must be quick.
class AccessPolicy
{
public:
    virtual ~AccessPolicy() = default;

    /// \a room is a valid room name.
    [[nodiscard]] virtual bool mayJoin(const Identity &identity, const QByteArray &room) const = 0;
};

/// The rules that the server has by itself:
/// - everybody may be in `global` and in `user:<their own subject>`;
/// - scope Admin may be everywhere;
/// - a token with a `rooms` claim may join what that lists, and nothing else;
/// - one without: every `workflow:`, `bot:` and `strategy:` room, and what \a defaultRooms lists.
///
/// An entry is a room's name, or a kind with a star (`project:*`), which stands for all ids of that
/// kind. No other star is one: `*` alone or `proj*` match nothing, and an id never acts as a
/// pattern.
class AccessRules final : public AccessPolicy
{
public:
    explicit AccessRules(QList<QByteArray> defaultRooms = {});

    [[nodiscard]] bool mayJoin(const Identity &identity, const QByteArray &room) const override;
    /// True if \a entry is a room name or `<kind>:*`.
    [[nodiscard]] static bool isValidEntry(QByteArrayView entry);

private:
    QList<QByteArray> m_defaultRooms;
};

} // namespace Signalbox
