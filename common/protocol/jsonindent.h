// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox::Json {

struct IndentedText
{
    QByteArray text;
    bool isComplete = true; ///< false if it was cut at the limit
};

/// \a json, which was checked before, with a line for each member and element, indented by two
/// spaces a level. Only the white space between tokens changes: numbers, strings and keys stay as
/// their author wrote them. At most about \a maxBytes, for deep nesting multiplies a text.
IndentedText indented(QByteArrayView json, qsizetype maxBytes);

/// \a json without the white space between its tokens.
QByteArray compacted(QByteArrayView json);

} // namespace Signalbox::Json
