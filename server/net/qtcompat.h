// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QList>

#include <functional>
#include <memory>
#include <utility>

QT_BEGIN_NAMESPACE
class QTcpServer;
QT_END_NAMESPACE

/// What Qt 6.4 and 6.8 do differently in the server. Every `#if QT_VERSION` is in a file of this
/// name.
namespace Signalbox::QtCompat {

using Headers = QList<std::pair<QByteArray, QByteArray>>;
using Responder = std::unique_ptr<QHttpServerResponder>;
using Handler = std::function<void(const QHttpServerRequest &, Responder)>;

/// Lets \a handler answer every request that \a server is handed, whatever its path and method.
void setHandler(QHttpServer &server, QObject *context, Handler handler);
/// Writes a whole response. Content-Length is added, headers are not checked.
void respond(QHttpServerResponder &responder, int status, const Headers &headers,
             const QByteArray &body);
/// Lets \a server take its connections from \a listener, which must listen. False if it would not.
bool bind(QHttpServer &server, QTcpServer *listener);

} // namespace Signalbox::QtCompat
