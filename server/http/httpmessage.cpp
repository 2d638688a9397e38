// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpmessage.h"

#include <QJsonDocument>

namespace Signalbox {

HttpResponse HttpResponse::json(const QByteArray &body, int status)
{
    return {status, QByteArrayLiteral("application/json"), body, {}};
}

HttpResponse HttpResponse::json(const QJsonObject &object, int status)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

HttpResponse HttpResponse::error(const Error &error)
{
    QJsonObject body{{QStringLiteral("code"), QString::fromLatin1(text(error.code))},
                     {QStringLiteral("message"), error.message}};
    if (!error.field.isEmpty())
        body.insert(QStringLiteral("field"), error.field);
    if (error.index >= 0)
        body.insert(QStringLiteral("index"), error.index);
    HttpResponse response =
        json(QJsonObject{{QStringLiteral("error"), body}}, httpStatus(error.code));
    if (response.status == 401) // RFC 9110, 11.6.1
        response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"signalbox\"");
    if (error.retryAfter.count() > 0) { // RFC 9110, 10.2.3: whole seconds; never too early
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(error.retryAfter);
        response.headers.emplaceBack("Retry-After", QByteArray::number(qint64(seconds.count())));
    }
    return response;
}

HttpResponse HttpResponse::error(ErrorCode code, const QString &message)
{
    return error(Error{code, message, {}, -1, {}});
}

QByteArray HttpResponse::reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 417:
        return "Expectation Failed";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return {}; // RFC 9112, 4: it may be empty
    }
}

} // namespace Signalbox
