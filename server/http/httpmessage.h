// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"
#include "server/http/httphead.h"
#include "server/http/trustedproxies.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace Signalbox {

/// A request that the front door has validated whole.
struct HttpRequest
{
    HttpHead head;
    QByteArray body;
    ClientAddress client;
};

struct HttpResponse
{
    int status = 200;
    QByteArray type; ///< Content-Type; empty for none
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static HttpResponse json(const QByteArray &body, int status = 200);
    static HttpResponse json(const QJsonObject &object, int status = 200);
    /// `{error:{code, message}}` with the status that fits; `field` and `index` where the error has
    /// them, and `Retry-After`.
    static HttpResponse error(const Error &error);
    static HttpResponse error(ErrorCode code, const QString &message);

    /// What RFC 9110 calls the status.
    static QByteArray reasonPhrase(int status);
};

} // namespace Signalbox
