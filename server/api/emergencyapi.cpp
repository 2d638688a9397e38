// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/emergencyapi.h"

#include "common/timestamp.h"
#include "server/api/router.h"
#include "server/http/jsonbody.h"

namespace Signalbox {

EmergencyApi::EmergencyApi(const ApiContext &context, EmergencySwitch &emergencySwitch)
    : m_access(context)
    , m_switch(emergencySwitch)
    , m_acts(context.hub, emergencySwitch, context.logger)
{ }

void EmergencyApi::addTo(Router &router)
{
    router.add("/api/v1/emergency", "GET",
               [this](const HttpRequest &request) { return get(request); });
    router.add("/api/v1/emergency", "PUT",
               [this](const HttpRequest &request) { return put(request); });
}

HttpResponse EmergencyApi::get(const HttpRequest &request) const
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    return state();
}

HttpResponse EmergencyApi::put(const HttpRequest &request)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    Result<JsonBody> body = JsonBody::of(request);
    if (!body)
        return HttpResponse::error(body.error());
    const Result<std::optional<QByteArray>> wanted = body->text("state", 16);
    if (!wanted)
        return HttpResponse::error(wanted.error());
    const bool isTripped = *wanted == "tripped";
    if (!isTripped && *wanted != "normal")
        return HttpResponse::error(
            JsonBody::wrong("state", QStringLiteral("must be \"tripped\" or \"normal\"")).value());
    const Result<std::optional<QByteArray>> reason = body->text("reason", HubActs::MaxReasonBytes);
    if (!reason)
        return HttpResponse::error(reason.error());
    if (const Result<void> end = body->end(); !end)
        return HttpResponse::error(end.error());

    const Result<void> done =
        m_acts.setEmergency(isTripped, QString::fromUtf8(reason->value_or(QByteArray())),
                            request.client.address.toString());
    if (!done)
        return HttpResponse::error(done.error());
    return state();
}

HttpResponse EmergencyApi::state() const
{
    const EmergencyState &state = m_switch.state();
    return HttpResponse::json(
        QJsonObject{{QStringLiteral("state"),
                     state.isTripped ? QStringLiteral("tripped") : QStringLiteral("normal")},
                    {QStringLiteral("reason"), state.reason},
                    {QStringLiteral("since"),
                     state.since.isValid() ? QJsonValue(state.since.toString(Qt::ISODateWithMs))
                                           : QJsonValue()},
                    {QStringLiteral("timestamp"), Timestamp::now()}});
}

} // namespace Signalbox
