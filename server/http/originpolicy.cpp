// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/originpolicy.h"

#include "server/http/httphead.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace Signalbox {

namespace {

// RFC 3986, 3.1.
bool isScheme(QByteArrayView text)
{
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isSchemeChar = [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    };
    return !text.isEmpty() && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), isSchemeChar);
}

int defaultPort(QByteArrayView scheme)
{
    if (scheme == QByteArrayView("http"))
        return 80;
    return scheme == QByteArrayView("https") ? 443 : -1;
}

/// The one spelling of an origin; null if \a origin is none.
QByteArray normalised(const QByteArray &origin)
{
    const QByteArray text = origin.toLower();
    const qsizetype schemeEnd = text.indexOf("://");
    if (schemeEnd < 0)
        return {};
    const QByteArray scheme = text.first(schemeEnd);
    const QByteArray authority = text.sliced(schemeEnd + 3);
    if (!isScheme(scheme) || authority.isEmpty() || !isHostAndPort(authority))
        return {};

    const qsizetype hostEnd =
        authority.startsWith('[') ? authority.indexOf(']') + 1 : authority.indexOf(':');
    QByteArray host = hostEnd < 0 ? authority : authority.first(hostEnd);
    const bool hasPort = hostEnd >= 0 && hostEnd < authority.size();
    const int port = hasPort ? authority.sliced(hostEnd + 1).toInt() : -1;
    if (host.startsWith('[')) {
        const QHostAddress address(QString::fromLatin1(host.sliced(1).chopped(1)));
        host = '[' + address.toString().toLatin1() + ']';
    }
    const QByteArray result = scheme + "://" + host;
    return port < 0 || port == defaultPort(scheme) ? result
                                                   : result + ':' + QByteArray::number(port);
}

} // namespace

Result<OriginPolicy> OriginPolicy::fromList(const QList<QByteArray> &origins)
{
    OriginPolicy policy;
    for (const QByteArray &entry : origins) {
        const QByteArray trimmed = entry.trimmed();
        if (trimmed == QByteArrayView("*")) {
            policy.m_any = true;
            continue;
        }
        const QByteArray origin = normalised(trimmed);
        if (origin.isNull()) {
            return fail(ErrorCode::Configuration,
                        QCoreApplication::translate(
                            "OriginPolicy",
                            "\"%1\" is no origin: expected scheme://host, scheme://host:port or *")
                            .arg(QString::fromUtf8(entry)));
        }
        if (!policy.m_origins.contains(origin))
            policy.m_origins.append(origin);
    }
    return policy;
}

bool OriginPolicy::allows(const QByteArray &origin, const QByteArray &ownOrigin) const
{
    if (origin.isNull())
        return true;
    if (origin == QByteArrayView("null")) // sandboxed frames, local files: anybody's
        return m_any;
    const QByteArray wanted = normalised(origin);
    if (wanted.isNull())
        return false;
    return m_any || wanted == normalised(ownOrigin) || m_origins.contains(wanted);
}

} // namespace Signalbox
