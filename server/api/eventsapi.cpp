// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/eventsapi.h"

#include "common/hub/room.h"
#include "common/protocol/json.h"
#include "server/api/router.h"
#include "server/http/mediatype.h"

namespace Signalbox {

namespace {

constexpr qsizetype MaxLimit = 1000;
constexpr std::chrono::seconds RetryWhenDraining{5};
constexpr std::chrono::seconds RetryInEmergency{30};

} // namespace

EventsApi::EventsApi(const ApiContext &context)
    : m_context(context)
    , m_access(context)
{ }

void EventsApi::addTo(Router &router)
{
    router.add("/api/v1/events", "POST",
               [this](const HttpRequest &request) { return publish(request); });
    router.add("/api/v1/events", "GET",
               [this](const HttpRequest &request) { return recent(request); });
}

HttpResponse EventsApi::publish(const HttpRequest &request)
{
    const Result<Identity> identity = m_access.requirePublish(request);
    if (!identity)
        return HttpResponse::error(identity.error());
    if (m_context.isDraining) {
        return HttpResponse::error(Error{ErrorCode::Draining,
                                         QStringLiteral("The server is shutting down"),
                                         {},
                                         -1,
                                         RetryWhenDraining});
    }
    if (!MediaType::isJson(request.head.value("content-type")))
        return HttpResponse::error(ErrorCode::UnsupportedMediaType,
                                   QStringLiteral("Content-Type must be application/json"));
    const QByteArray key = request.head.value("idempotency-key");
    return key.isNull() ? accept(request, *identity) : publishOnce(request, *identity, key);
}

HttpResponse EventsApi::publishOnce(const HttpRequest &request, const Identity &identity,
                                    const QByteArray &key)
{
    if (!IdempotencyCache::isValidKey(key))
        return HttpResponse::error(
            ErrorCode::BadRequest,
            QStringLiteral("Idempotency-Key must be 1-255 visible ASCII characters"));
    const IdempotencyCache::Lookup known =
        m_idempotency.find(identity.credential, key, request.body);
    switch (known.state) {
    case IdempotencyCache::State::Repeat:
        return known.answer;
    case IdempotencyCache::State::Conflict:
        return HttpResponse::error(
            ErrorCode::Conflict,
            QStringLiteral("The Idempotency-Key was used before with another body"));
    case IdempotencyCache::State::New:
        break;
    }
    const HttpResponse answer = accept(request, identity);
    if (answer.status == 202) // a refusal may have passed by the time it is tried again
        m_idempotency.store(identity.credential, key, request.body, answer);
    return answer;
}

/// Counts events, not requests; those of a publication that is then refused, too, as they cost the
/// same.
Result<void> EventsApi::takeRate(const HttpRequest &request, const Identity &identity)
{
    if (m_publishLimiter.limit().isUnlimited())
        return {};
    qsizetype count = 1;
    if (const Result<QList<Json::Member>> batch = Json::elements(request.body))
        count = std::max<qsizetype>(1, batch->size());
    const QByteArray key = identity.credential.isEmpty()
        ? request.client.address.toString().toLatin1()
        : identity.credential;
    const std::chrono::milliseconds wait = m_publishLimiter.take(key, double(count));
    if (wait.count() > 0)
        return fail(ErrorCode::RateLimited, QStringLiteral("Too many events in a short time"),
                    wait);
    return {};
}

HttpResponse EventsApi::accept(const HttpRequest &request, const Identity &identity)
{
    // What nobody can publish uses up nobody's rate.
    if (!m_context.hub.isTripped()) {
        if (const Result<void> taken = takeRate(request, identity); !taken)
            return HttpResponse::error(taken.error());
    }
    const Result<QList<EventId>> ids = m_context.hub.publish(request.body);
    if (!ids) {
        Error error = ids.error();
        if (error.code == ErrorCode::Emergency)
            error.retryAfter = RetryInEmergency;
        return HttpResponse::error(error);
    }
    QByteArray json = "{\"accepted\":" + QByteArray::number(ids->size()) + ",\"event_ids\":[";
    for (qsizetype i = 0; i < ids->size(); ++i) {
        if (i > 0)
            json += ',';
        json += '"' + ids->at(i).toText() + '"';
    }
    json += "]}";
    return HttpResponse::json(json, 202);
}

HttpResponse EventsApi::recent(const HttpRequest &request) const
{
    const Result<Identity> identity = m_access.requireRead(request);
    if (!identity)
        return HttpResponse::error(identity.error());

    const QByteArray room = request.head.queryValue("room");
    if (room.isEmpty())
        return HttpResponse::error(ErrorCode::BadRequest, QStringLiteral("room is required"));
    if (!isValidRoomName(room))
        return HttpResponse::error(ErrorCode::BadRoom, QStringLiteral("room is not a valid name"));
    if (!m_access.mayRead(*identity, room))
        return HttpResponse::error(ErrorCode::Forbidden, QStringLiteral("The room is not for you"));

    qsizetype limit = -1;
    const QByteArray limitText = request.head.queryValue("limit");
    if (!limitText.isNull()) {
        bool isNumber = false;
        limit = limitText.toLongLong(&isNumber);
        if (!isNumber || limit < 1 || limit > MaxLimit)
            return HttpResponse::error(ErrorCode::BadRequest,
                                       QStringLiteral("limit must be 1-%1").arg(MaxLimit));
    }

    const QByteArray sinceText = request.head.queryValue("since");
    Replay replay;
    if (sinceText.isNull()) {
        replay = m_context.hub.history().recent(room, limit);
    } else {
        const std::optional<EventId> since = EventId::fromText(sinceText);
        if (!since)
            return HttpResponse::error(ErrorCode::BadRequest,
                                       QStringLiteral("since is not an event id"));
        replay = m_context.hub.history().since(room, *since);
        if (limit >= 0) // the oldest: the reader goes on from the last of them
            replay.events = replay.events.first(std::min(limit, replay.events.size()));
    }

    QByteArray json = "{\"room\":" + Json::quoted(room) + ",\"events\":[";
    for (qsizetype i = 0; i < replay.events.size(); ++i) {
        if (i > 0)
            json += ',';
        replay.events.at(i).appendTo(json);
    }
    json += "],\"count\":" + QByteArray::number(replay.events.size());
    if (!sinceText.isNull())
        json += replay.recovered ? ",\"recovered\":true" : ",\"recovered\":false";
    json += '}';
    return HttpResponse::json(json);
}

} // namespace Signalbox
