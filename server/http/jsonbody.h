// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/json.h"
#include "common/result.h"
#include "server/http/httpmessage.h"

#include <QList>

#include <optional>

namespace Signalbox {

/// The JSON object that a request carries, read member by member. What nobody asked for is an error
/// in the end: a misspelt limit must not go unnoticed. `null` is the same as no such member.
///
/// All errors but the first are BadRequest and name the field.
class JsonBody final
{
public:
    /// UnsupportedMediaType; InvalidJson if the body is not one strict JSON object.
    static Result<JsonBody> of(const HttpRequest &request);

    /// Text without control characters, of at most \a maxBytes.
    Result<std::optional<QByteArray>> text(QByteArrayView name, qsizetype maxBytes);
    Result<std::optional<qint64>> integer(QByteArrayView name, qint64 min, qint64 max);
    /// An array of texts, or one text of words with blanks between.
    Result<std::optional<QList<QByteArray>>> words(QByteArrayView name, qsizetype maxCount);
    /// An array of texts.
    Result<std::optional<QList<QByteArray>>> texts(QByteArrayView name, qsizetype maxCount);
    /// The error that there is a member which was never asked for.
    [[nodiscard]] Result<void> end() const;

    static tl::unexpected<Error> wrong(QByteArrayView name, const QString &what);

private:
    explicit JsonBody(const QByteArray &body)
        : m_body(body)
    { }

    /// Empty if there is none.
    QByteArrayView take(QByteArrayView name);

    QByteArray m_body; ///< the members are views into it
    QList<Json::Member> m_members; ///< not asked for yet
};

} // namespace Signalbox
