// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"

#include "server/http/mediatype.h"

#include <algorithm>

namespace Signalbox {

namespace {

bool hasControls(const QByteArray &utf8)
{
    return std::ranges::any_of(QString::fromUtf8(utf8),
                               [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

tl::unexpected<Error> JsonBody::wrong(QByteArrayView name, const QString &what)
{
    const QString field = QString::fromUtf8(name);
    return fail(ErrorCode::BadRequest, QStringLiteral("%1 %2").arg(field, what), field);
}

Result<JsonBody> JsonBody::of(const HttpRequest &request)
{
    if (!MediaType::isJson(request.head.value("content-type")))
        return fail(ErrorCode::UnsupportedMediaType,
                    QStringLiteral("Content-Type must be application/json"));
    JsonBody result(request.body);
    const Result<QList<Json::Member>> members = Json::members(result.m_body);
    if (!members)
        return tl::unexpected<Error>(members.error());
    result.m_members = *members;
    return result;
}

QByteArrayView JsonBody::take(QByteArrayView name)
{
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        if (m_members.at(i).key != name)
            continue;
        const QByteArrayView value = m_members.takeAt(i).value;
        return Json::kindOf(value) == Json::Kind::Null ? QByteArrayView() : value;
    }
    return {};
}

Result<std::optional<QByteArray>> JsonBody::text(QByteArrayView name, qsizetype maxBytes)
{
    const QByteArrayView value = take(name);
    if (value.isEmpty())
        return std::optional<QByteArray>();
    if (Json::kindOf(value) != Json::Kind::String)
        return wrong(name, QStringLiteral("must be a string"));
    const QByteArray text = Json::unquoted(value);
    if (text.size() > maxBytes)
        return wrong(name, QStringLiteral("must have at most %1 bytes").arg(maxBytes));
    if (hasControls(text))
        return wrong(name, QStringLiteral("must not hold control characters"));
    return std::optional(text);
}

Result<std::optional<qint64>> JsonBody::integer(QByteArrayView name, qint64 min, qint64 max)
{
    const QByteArrayView value = take(name);
    if (value.isEmpty())
        return std::optional<qint64>();
    bool isNumber = Json::kindOf(value) == Json::Kind::Number && Json::isInteger(value);
    const qint64 number = isNumber ? value.toByteArray().toLongLong(&isNumber) : 0;
    if (!isNumber || number < min || number > max)
        return wrong(name, QStringLiteral("must be an integer from %1 to %2").arg(min).arg(max));
    return std::optional(number);
}

Result<std::optional<QList<QByteArray>>> JsonBody::words(QByteArrayView name, qsizetype maxCount)
{
    const auto member = std::ranges::find_if(
        m_members, [name](const Json::Member &candidate) { return candidate.key == name; });
    if (member == m_members.end() || Json::kindOf(member->value) != Json::Kind::String)
        return texts(name, maxCount);
    QList<QByteArray> words = Json::unquoted(take(name)).split(' ');
    words.removeAll(QByteArray());
    if (words.size() > maxCount)
        return wrong(name, QStringLiteral("must have at most %1 words").arg(maxCount));
    return std::optional(words);
}

Result<std::optional<QList<QByteArray>>> JsonBody::texts(QByteArrayView name, qsizetype maxCount)
{
    const QByteArrayView value = take(name);
    if (value.isEmpty())
        return std::optional<QList<QByteArray>>();
    if (Json::kindOf(value) != Json::Kind::Array)
        return wrong(name, QStringLiteral("must be an array of strings"));
    const Result<QList<Json::Member>> elements = Json::elements(value);
    if (!elements)
        return tl::unexpected<Error>(elements.error());
    if (elements->size() > maxCount)
        return wrong(name, QStringLiteral("must have at most %1 entries").arg(maxCount));
    QList<QByteArray> texts;
    texts.reserve(elements->size());
    for (const Json::Member &element : *elements) {
        if (Json::kindOf(element.value) != Json::Kind::String)
            return wrong(name, QStringLiteral("must be an array of strings"));
        texts.append(Json::unquoted(element.value));
    }
    return std::optional(texts);
}

Result<void> JsonBody::end() const
{
    if (m_members.isEmpty())
        return {};
    // What a client sent may be long; its name is told so that a misspelling is found.
    return wrong(m_members.first().key.left(64), QStringLiteral("is not known here"));
}

} // namespace Signalbox
