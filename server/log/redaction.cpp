// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/redaction.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Signalbox {

namespace {

using namespace std::string_view_literals;

constexpr std::array secretNames{
    "access_token"sv,  "admin_token"sv, "api_key"sv, "auth"sv,     "auth_token"sv,
    "authorization"sv, "cookie"sv,      "jwt"sv,     "password"sv, "proxy_authorization"sv,
    "secret"sv,        "set_cookie"sv,  "token"sv,
};

// No secret name is longer; a percent-encoded one has three characters for each.
constexpr qsizetype longestName = 3 * 20;

bool endsValue(QChar c)
{
    // A ';', a '#' or a quote may be part of a token that somebody chose: only what no request
    // target can hold, and what starts the next parameter, ends it.
    return c == u'&' || c.isSpace();
}

bool startsName(QChar c)
{
    return c.isSpace() || QStringView(u"?&;#\"'(),<>[]{}").contains(c);
}

bool isSecretParameter(QStringView name)
{
    if (name.size() > longestName)
        return false;
    return isSecretName(QByteArray::fromPercentEncoding(name.toUtf8()));
}

/// Appends the authority that starts at \a from, without its password; returns where it ends.
qsizetype appendAuthority(QString &out, const QString &text, qsizetype from)
{
    const auto end = std::find_if(text.cbegin() + from, text.cend(), [](QChar c) {
        return c == u'/' || c == u'?' || c == u'#' || c.isSpace();
    });
    const QStringView authority(text.cbegin() + from, end);
    const qsizetype at = authority.lastIndexOf(u'@');
    const qsizetype colon = authority.first(std::max<qsizetype>(at, 0)).indexOf(u':');
    if (colon < 0)
        out.append(authority);
    else
        out.append(authority.first(colon + 1)).append(u"[redacted]").append(authority.sliced(at));
    return from + authority.size();
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    if (name.size() > longestName)
        return false;
    QByteArray canonical = name.toByteArray().toLower();
    canonical.replace('-', '_');
    return std::ranges::find(secretNames,
                             std::string_view(canonical.constData(), std::size_t(canonical.size())))
        != secretNames.end();
}

QString redactedText(const QString &text)
{
    if (!text.contains(u'=') && !text.contains(u"://"))
        return text;
    QString out;
    out.reserve(text.size());
    qsizetype nameStart = 0; // of a parameter that may be starting; -1 within a value
    qsizetype i = 0;
    while (i < text.size()) {
        const QChar c = text.at(i);
        out.append(c);
        ++i;
        if (c == u'=' && nameStart >= 0) {
            const QStringView name = QStringView(text).sliced(nameStart, i - 1 - nameStart);
            nameStart = -1;
            if (isSecretParameter(name)) {
                const auto end = std::find_if(text.cbegin() + i, text.cend(), endsValue);
                if (end != text.cbegin() + i)
                    out.append(u"[redacted]");
                i = end - text.cbegin();
            }
        } else if (c == u'/' && i >= 3 && text.at(i - 2) == u'/' && text.at(i - 3) == u':') {
            i = appendAuthority(out, text, i);
        } else if (startsName(c)) {
            nameStart = i;
        }
    }
    return out;
}

QByteArray redactedUrl(QByteArrayView url)
{
    return redactedText(QString::fromUtf8(url)).toUtf8();
}

} // namespace Signalbox
