// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/clientpage.h"

#include "server/api/router.h"

#include <QFile>

namespace Signalbox::ClientPage {

namespace {

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
    // The page itself carries the policy for its scripts and styles, by their hashes.
    return {200,
            "text/html; charset=utf-8",
            content,
            {{"Cache-Control", "no-cache"},
             {"Content-Security-Policy", "frame-ancestors 'none'"},
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
