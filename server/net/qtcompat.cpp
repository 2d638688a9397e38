// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/qtcompat.h"

#include <QTcpServer>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace Signalbox::QtCompat {

void setHandler(QHttpServer &server, QObject *context, Handler handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(
        context,
        [handler = std::move(handler)](const QHttpServerRequest &request,
                                       QHttpServerResponder &responder) {
            handler(request, std::make_unique<QHttpServerResponder>(std::move(responder)));
        });
#else
    Q_UNUSED(context)
    server.setMissingHandler([handler = std::move(handler)](const QHttpServerRequest &request,
                                                            QHttpServerResponder &&responder) {
        handler(request, std::make_unique<QHttpServerResponder>(std::move(responder)));
    });
#endif
}

void respond(QHttpServerResponder &responder, int status, const Headers &headers,
             const QByteArray &body)
{
    const auto code = static_cast<QHttpServerResponder::StatusCode>(status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders fields;
    for (const auto &[name, value] : headers)
        fields.append(name, value);
    responder.write(body, fields, code);
#else
    responder.writeStatusLine(code);
    for (const auto &[name, value] : headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    responder.writeBody(body);
#endif
}

bool bind(QHttpServer &server, QTcpServer *listener)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return server.bind(listener);
#else
    if (!listener->isListening())
        return false;
    server.bind(listener);
    return true;
#endif
}

} // namespace Signalbox::QtCompat
