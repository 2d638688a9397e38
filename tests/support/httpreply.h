// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Signalbox::Test {

/// An HTTP response as a client reads it.
struct HttpReply
{
    int status = 0; ///< 0 if there was none
    QByteArray statusLine;
    QList<std::pair<QByteArray, QByteArray>> fields; ///< names in lower case
    QByteArray body;

    /// All values of the field, joined by ", "; null without one.
    [[nodiscard]] QByteArray value(const QByteArray &name) const;
    [[nodiscard]] int count(const QByteArray &name) const;
};

/// Takes the first whole response off the front of \a bytes; its status is 0 if there is none.
/// \a hasBody is false for the answer to HEAD.
HttpReply takeReply(QByteArray &bytes, bool hasBody = true);

} // namespace Signalbox::Test
