// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/eventsapi.h"

#include "common/hub/room.h"
#include "common/protocol/json.h"
#include "server/http/mediatype.h"
#include "server/http/router.h"

namespace Signalbox {

namespace {

constexpr qsizetype MaxLimit = 1000;

void appendEvent(QByteArray &json, const Event &event)
{
    json += "{\"type\":\"" + event.type + "\",\"event_id\":\"" + event.id.toText()
        + "\",\"timestamp\":" + event.timestamp + ",\"data\":" + event.body + '}';
}

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
        HttpResponse response =
            HttpResponse::error(ErrorCode::Draining, QStringLiteral("The server is shutting down"));
        response.headers.emplaceBack("Retry-After", "5");
        return response;
    }
    if (!MediaType::isJson(request.head.value("content-type")))
        return HttpResponse::error(ErrorCode::UnsupportedMediaType,
                                   QStringLiteral("Content-Type must be application/json"));
    const QByteArray key = request.head.value("idempotency-key");
    return key.isNull() ? accept(request.body) : publishOnce(request, *identity, key);
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
    const HttpResponse answer = accept(request.body);
    if (answer.status == 202) // a refusal may have passed by the time it is tried again
        m_idempotency.store(identity.credential, key, request.body, answer);
    return answer;
}

HttpResponse EventsApi::accept(const QByteArray &body)
{
    const Result<QList<EventId>> ids = m_context.hub.publish(body);
    if (!ids)
        return HttpResponse::error(ids.error());
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
    if (!AccessControl::mayRead(*identity, room))
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
        appendEvent(json, replay.events.at(i));
    }
    json += "],\"count\":" + QByteArray::number(replay.events.size());
    if (!sinceText.isNull())
        json += replay.recovered ? ",\"recovered\":true" : ",\"recovered\":false";
    json += '}';
    return HttpResponse::json(json);
}

} // namespace Signalbox
