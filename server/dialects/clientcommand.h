// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "common/protocol/json.h"
#include "common/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Signalbox {

/// The payload of a client's command: a JSON object, read as bytes so that what is echoed is what
/// came.
class ClientCommand final
{
public:
    /// \a payload that is no object has no members.
    explicit ClientCommand(QByteArray payload);

    [[nodiscard]] bool isObject() const { return m_isObject; }
    /// The member's raw JSON; null if it is missing or null.
    [[nodiscard]] QByteArray json(QByteArrayView name) const;
    /// The member's text; nullopt if it is missing or no string.
    [[nodiscard]] std::optional<QByteArray> text(QByteArrayView name) const;
    /// A string, or an integer by its decimal text; nullopt otherwise, also for an empty one.
    [[nodiscard]] std::optional<QByteArray> id(QByteArrayView name) const;
    /// The member as a list of strings; nullopt if it is anything else.
    [[nodiscard]] std::optional<QList<QByteArray>> texts(QByteArrayView name) const;
    /// `since`: nullopt if it is missing or null; BadRequest if it is no event id.
    [[nodiscard]] Result<std::optional<EventId>> since() const;

private:
    QByteArray m_payload;
    QList<Json::Member> m_members; ///< views into m_payload
    bool m_isObject = false;
};

} // namespace Signalbox
