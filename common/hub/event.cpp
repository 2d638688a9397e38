// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/event.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

namespace Signalbox {

namespace {

using namespace std::string_view_literals;

constexpr qsizetype MaxTypeBytes = 128;
/// What an allocation takes besides its bytes: Qt's array header and the allocator's own.
constexpr qsizetype AllocationOverhead = 32;

/// Names that the client libraries emit locally, and every control name of our three dialects, both
/// ways. An event of such a type would knock a client out or pass for the server's own word.
constexpr std::array ReservedTypes{
    "__disconnect_final"sv,
    "auth_response"sv,
    "authenticate"sv,
    "authenticated"sv,
    "connect"sv,
    "connect_error"sv,
    "connected"sv,
    "connection.error"sv,
    "connection.established"sv,
    "connection_error"sv,
    "connection_established"sv,
    "disconnect"sv,
    "disconnecting"sv,
    "emergency"sv,
    "error"sv,
    "newListener"sv,
    "ping"sv,
    "pong"sv,
    "recent_events"sv,
    "removeListener"sv,
    "subscribe"sv,
    "subscribe_bot"sv,
    "subscribe_strategy"sv,
    "subscribe_workflow"sv,
    "subscribed"sv,
    "unsubscribe"sv,
    "unsubscribed"sv,
    "workflow_event"sv,
};
static_assert(std::is_sorted(ReservedTypes.begin(), ReservedTypes.end()));

std::optional<quint64> parseDigits(QByteArrayView text)
{
    quint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

qsizetype costOf(const QByteArray &bytes)
{
    const qsizetype allocated = std::max(bytes.size(), bytes.capacity());
    return allocated == 0 ? 0 : AllocationOverhead + allocated;
}

} // namespace

QByteArray EventId::toText() const
{
    constexpr qsizetype MaxDigits = 20;
    std::array<char, 2 * MaxDigits + 1> text;
    char *end = std::to_chars(text.data(), text.data() + MaxDigits, epoch).ptr;
    *end++ = ':';
    end = std::to_chars(end, end + MaxDigits, offset).ptr;
    return QByteArray(text.data(), end - text.data());
}

std::optional<EventId> EventId::fromText(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    const std::optional<quint64> epoch = parseDigits(text.first(colon));
    const std::optional<quint64> offset = parseDigits(text.sliced(colon + 1));
    if (!epoch || !offset)
        return std::nullopt;
    return EventId{*epoch, *offset};
}

QByteArrayView Event::flat() const
{
    if (!flatMembers.isNull())
        return flatMembers;
    if (body.size() < 2)
        return {};
    // Trimmed, so that "empty" means "no members".
    return QByteArrayView(body).sliced(1, body.size() - 2).trimmed();
}

void Event::appendTo(QByteArray &json) const
{
    json += "{\"type\":\"" + type;
    if (id.offset > 0)
        json += "\",\"event_id\":\"" + id.toText();
    json += "\",\"timestamp\":" + timestamp + ",\"data\":" + body + '}';
}

qsizetype Event::cost() const
{
    qsizetype total = static_cast<qsizetype>(sizeof(Event)) + costOf(type) + costOf(timestamp)
        + costOf(user) + costOf(body) + costOf(flatMembers) + AllocationOverhead;
    for (const QByteArray &room : rooms)
        total += static_cast<qsizetype>(sizeof(QByteArray)) + costOf(room);
    return total;
}

bool isValidEventType(QByteArrayView type)
{
    return !type.isEmpty() && type.size() <= MaxTypeBytes
        && std::all_of(type.begin(), type.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || c == '_' || c == '.' || c == ':' || c == '-';
           });
}

bool isReservedEventType(QByteArrayView type)
{
    return std::binary_search(ReservedTypes.begin(), ReservedTypes.end(),
                              std::string_view(type.data(), static_cast<size_t>(type.size())));
}

} // namespace Signalbox
