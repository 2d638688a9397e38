// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/clientpage.h"

#include "server/http/router.h"

#include <QFile>

namespace Signalbox::ClientPage {

namespace {

// All of the page is in it; it talks to servers that its user names.
constexpr const char *ContentSecurityPolicy
    = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
      "img-src data:; connect-src http: https: ws: wss:; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'";

QByteArray readPage()
{
    QFile file(QStringLiteral(":/signalbox/client.html"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpResponse page()
{
    static const QByteArray content = readPage();
    if (content.isEmpty())
        return HttpResponse::error(ErrorCode::NotFound,
                                   QStringLiteral("This build has no browser client"));
    return {200,
            "text/html; charset=utf-8",
            content,
            {{"Cache-Control", "no-cache"},
             {"Content-Security-Policy", ContentSecurityPolicy},
             {"X-Content-Type-Options", "nosniff"},
             {"Referrer-Policy", "no-referrer"}}};
}

} // namespace

void addTo(Router &router)
{
    router.add("/client", "GET", [](const HttpRequest &) { return page(); });
    router.add("/", "GET", [](const HttpRequest &) {
        return HttpResponse{302, {}, {}, {{"Location", "/client"}}};
    });
}

} // namespace Signalbox::ClientPage
