// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr qsizetype CredentialBytes = 16;

QByteArray digestOf(QByteArrayView token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token);
    return hash.result();
}

bool isUsable(QByteArrayView token)
{
    return !token.isEmpty() && token.size() <= Authenticator::MaxTokenBytes;
}

/// Takes the same time wherever the two differ. The volatile accumulator keeps the compiler from
/// leaving the loop early.
bool constantTimeEqual(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false; // the size of a digest is no secret
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = difference | static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

bool isAsciiAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 9110 section 11.2: letters, digits and "-._~+/", then any number of "=".
bool isToken68(QByteArrayView text)
{
    const auto isPadding = [](char c) { return c == '='; };
    const auto padding = std::find_if(text.begin(), text.end(), isPadding);
    return padding != text.begin() && std::all_of(padding, text.end(), isPadding)
        && std::all_of(text.begin(), padding, [](char c) {
               return isAsciiAlphanumeric(c) || QByteArrayView("-._~+/").contains(c);
           });
}

} // namespace

void Authenticator::setStaticTokens(const QList<QByteArray> &tokens)
{
    m_staticDigests.clear();
    for (const QByteArray &token : tokens) {
        if (isUsable(token))
            m_staticDigests.append(digestOf(token));
    }
}

void Authenticator::setAdminToken(const QByteArray &token)
{
    m_adminDigest = isUsable(token) ? digestOf(token) : QByteArray();
}

std::optional<Identity> Authenticator::authenticate(QByteArrayView token) const
{
    if (!isUsable(token))
        return std::nullopt;

    const QByteArray digest = digestOf(token);
    bool isStatic = false;
    for (const QByteArray &known : m_staticDigests)
        isStatic |= constantTimeEqual(digest, known);
    const bool isAdmin = constantTimeEqual(digest, m_adminDigest);
    if (!isStatic && !isAdmin)
        return std::nullopt;

    Identity identity;
    identity.scopes = Scope::Subscribe | Scope::Publish;
    identity.scopes.setFlag(Scope::Admin, isAdmin);
    identity.credential = digest.first(CredentialBytes).toHex();
    return identity;
}

bool Authenticator::knows(const Identity &identity) const
{
    const auto isIts = [&](const QByteArray &digest) {
        return digest.first(std::min(digest.size(), CredentialBytes)).toHex()
            == identity.credential;
    };
    return isIts(m_adminDigest)
        || std::any_of(m_staticDigests.cbegin(), m_staticDigests.cend(), isIts);
}

bool Authenticator::hasStaticTokens() const
{
    return !m_staticDigests.isEmpty();
}

QByteArrayView Authenticator::bearerToken(QByteArrayView authorization)
{
    constexpr QByteArrayView Scheme = "Bearer";
    if (authorization.size() <= Scheme.size()
        || authorization.first(Scheme.size()).compare(Scheme, Qt::CaseInsensitive) != 0)
        return {};

    QByteArrayView rest = authorization.sliced(Scheme.size());
    if (!rest.startsWith(' '))
        return {};
    while (rest.startsWith(' '))
        rest = rest.sliced(1);
    return isToken68(rest) ? rest : QByteArrayView();
}

} // namespace Signalbox
