// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/redaction.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Signalbox {

namespace {

using namespace std::string_view_literals;

// However somebody puts it: `X-Auth-Token`, `accessToken`, `csrf_token`; but not `tokens` or
// `admin_token_file`, which tell of secrets without being one.
constexpr std::array secretEndings{
    "apikey"sv, "authorization"sv, "cookie"sv,    "credential"sv, "credentials"sv,
    "jwt"sv,    "passphrase"sv,    "passwd"sv,    "password"sv,   "privatekey"sv,
    "secret"sv, "secretkey"sv,     "signature"sv, "token"sv,
};
// Too short to be looked for within a word.
constexpr std::array secretLastWords{"auth"sv, "csrf"sv, "pwd"sv, "sig"sv, "xsrf"sv};

// The schemes of RFC 9110 section 11.1 that clients use, with what may stand for a password.
constexpr std::array authSchemes{"basic"sv, "bearer"sv, "digest"sv, "negotiate"sv, "ntlm"sv};

constexpr QLatin1StringView Redacted{"[redacted]"};

// A name tells what it is by its end: of a longer one only that is looked at. A percent-encoded
// one has three characters for each.
constexpr qsizetype LookedAt = 3 * 20;

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
    return isSecretName(
        QByteArray::fromPercentEncoding(name.last(std::min(name.size(), LookedAt)).toUtf8()));
}

bool endsWord(QChar c)
{
    return c.isSpace() || QStringView(u",;\"'<>").contains(c);
}

bool isOfJwt(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9')
        || u == u'-' || u == u'_' || u == u'.';
}

/// One pass over a text that copies it without its secrets.
class Redactor final
{
public:
    explicit Redactor(const QString &text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (!takeJwt() && !takeBearer())
                takeCharacter(encodedDelimiter());
        }
        return m_out;
    }

private:
    template <typename Ends>
    qsizetype endOf(qsizetype from, Ends &&ends) const
    {
        return std::find_if(m_text.cbegin() + from, m_text.cend(), ends) - m_text.cbegin();
    }

    void hideUntil(qsizetype end)
    {
        if (end > m_at)
            m_out.append(Redacted);
        m_at = end;
    }

    /// Three parts of base64url, the first of which is an object: `{"` begins with `eyJ`.
    bool takeJwt()
    {
        if (!QStringView(m_text).sliced(m_at).startsWith(u"eyJ"))
            return false;
        const qsizetype end = endOf(m_at, [](QChar c) { return !isOfJwt(c); });
        const QStringView word = QStringView(m_text).sliced(m_at, end - m_at);
        if (word.contains(u'.')) {
            hideUntil(end);
        } else {
            m_out.append(word);
            m_at = end;
        }
        return true;
    }

    /// `Bearer`, the blanks after it, and the token.
    bool takeBearer()
    {
        constexpr QLatin1StringView scheme{"bearer"};
        const QStringView rest = QStringView(m_text).sliced(m_at);
        if ((m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber())
            || !rest.startsWith(scheme, Qt::CaseInsensitive))
            return false;
        const qsizetype blank = m_at + scheme.size();
        const qsizetype token = endOf(blank, [](QChar c) { return c != u' '; });
        if (token == blank)
            return false;
        m_out.append(rest.first(token - m_at));
        m_at = token;
        hideUntil(endOf(token, endsWord));
        return true;
    }

    /// What `%3F` and the like stand for, in a URL that is the value of a parameter; else null.
    QChar encodedDelimiter() const
    {
        if (m_text.at(m_at) != u'%' || m_at + 2 >= m_text.size())
            return {};
        bool isHex = false;
        const QChar c(QStringView(m_text).sliced(m_at + 1, 2).toUShort(&isHex, 16));
        return isHex && QStringView(u"=?&;#").contains(c) ? c : QChar();
    }

    /// One character, or the three of \a encoded.
    void takeCharacter(QChar encoded)
    {
        const QChar c = encoded.isNull() ? m_text.at(m_at) : encoded;
        const qsizetype start = m_at;
        m_at += encoded.isNull() ? 1 : 3;
        m_out.append(QStringView(m_text).sliced(start, m_at - start));
        if (c == u'=' && m_nameStart >= 0) {
            const QStringView name = QStringView(m_text).sliced(m_nameStart, start - m_nameStart);
            m_nameStart = -1;
            if (isSecretParameter(name))
                hideUntil(endOf(m_at, endsValue));
        } else if (c == u'/' && m_at >= 3 && m_text.at(m_at - 2) == u'/'
                   && m_text.at(m_at - 3) == u':') {
            takeAuthority();
        } else if (startsName(c)) {
            m_nameStart = m_at;
        }
    }

    /// The authority of a URL, without its password.
    void takeAuthority()
    {
        const qsizetype end =
            endOf(m_at, [](QChar c) { return c == u'/' || c == u'?' || c == u'#' || c.isSpace(); });
        const QStringView authority = QStringView(m_text).sliced(m_at, end - m_at);
        const qsizetype at = authority.lastIndexOf(u'@');
        const qsizetype colon = authority.first(std::max<qsizetype>(at, 0)).indexOf(u':');
        if (colon < 0)
            m_out.append(authority);
        else
            m_out.append(authority.first(colon + 1)).append(Redacted).append(authority.sliced(at));
        m_at = end;
    }

    const QString &m_text;
    QString m_out;
    qsizetype m_at = 0;
    qsizetype m_nameStart = 0; ///< of a parameter that may be starting; -1 within a value
};

/// `Bearer abc`, `Basic abc`, `Digest username=...`
bool isCredentials(QByteArrayView value)
{
    const qsizetype blank = value.indexOf(' ');
    if (blank < 0)
        return false;
    const QByteArray scheme = value.first(blank).toByteArray().toLower();
    return std::ranges::find(authSchemes,
                             std::string_view(scheme.constData(), std::size_t(scheme.size())))
        != authSchemes.end();
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    QByteArray canonical = name.last(std::min(name.size(), LookedAt)).toByteArray().toLower();
    canonical.replace('-', '_');
    const std::string_view text(canonical.constData(), std::size_t(canonical.size()));
    if (std::ranges::any_of(secretEndings,
                            [&](std::string_view end) { return text.ends_with(end); }))
        return true;
    const std::size_t blank = text.rfind('_');
    const std::string_view word = text.substr(blank + 1);
    // `api_key`, `x_functions_key`; a lone `key` may be anything.
    return (word == "key" && blank != std::string_view::npos && blank > 0)
        || std::ranges::find(secretLastWords, word) != secretLastWords.end();
}

QString redactedText(const QString &text)
{
    const bool mayHoldSecret = text.contains(u'=') || text.contains(u"://") || text.contains(u"eyJ")
        || text.contains(u"bearer", Qt::CaseInsensitive)
        || text.contains(u"%3d", Qt::CaseInsensitive);
    return mayHoldSecret ? Redactor(text).run() : text;
}

QByteArray redactedUrl(QByteArrayView url)
{
    return redactedText(QString::fromUtf8(url)).toUtf8();
}

QByteArray redactedHeader(QByteArrayView name, const QByteArray &value)
{
    return isSecretName(name) || isCredentials(value) ? QByteArrayLiteral("[redacted]")
                                                      : redactedUrl(value);
}

} // namespace Signalbox
