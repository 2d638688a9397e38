// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/clientcommand.h"

namespace Signalbox {

ClientCommand::ClientCommand(QByteArray payload)
    : m_payload(std::move(payload))
{
    Result<QList<Json::Member>> members = Json::members(m_payload);
    m_isObject = members.has_value();
    if (members)
        m_members = *std::move(members);
}

QByteArray ClientCommand::json(QByteArrayView name) const
{
    for (const Json::Member &member : m_members) {
        if (member.key == name && Json::kindOf(member.value) != Json::Kind::Null)
            return member.value.toByteArray();
    }
    return {};
}

std::optional<QByteArray> ClientCommand::text(QByteArrayView name) const
{
    const QByteArray value = json(name);
    if (value.isNull() || Json::kindOf(value) != Json::Kind::String)
        return {};
    return Json::unquoted(value);
}

std::optional<QByteArray> ClientCommand::id(QByteArrayView name) const
{
    const QByteArray value = json(name);
    if (value.isNull())
        return {};
    if (Json::kindOf(value) == Json::Kind::Number && Json::isInteger(value))
        return value;
    std::optional<QByteArray> id = text(name);
    return id && !id->isEmpty() ? id : std::nullopt;
}

std::optional<QList<QByteArray>> ClientCommand::texts(QByteArrayView name) const
{
    const QByteArray value = json(name);
    const Result<QList<Json::Member>> elements = Json::elements(value);
    if (!elements)
        return {};
    QList<QByteArray> texts;
    for (const Json::Member &element : *elements) {
        if (Json::kindOf(element.value) != Json::Kind::String)
            return {};
        texts.append(Json::unquoted(element.value));
    }
    return texts;
}

Result<std::optional<EventId>> ClientCommand::since() const
{
    if (json("since").isNull())
        return std::optional<EventId>();
    const std::optional<QByteArray> value = text("since");
    std::optional<EventId> id;
    if (value)
        id = EventId::fromText(*value);
    if (!id)
        return fail(ErrorCode::BadRequest, QStringLiteral("since is not an event id"));
    return id;
}

} // namespace Signalbox
