// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Signalbox {

/// What a field's values are: how they are compared, and how they are written.
enum class FieldKind {
    Word, ///< a name or id: a term means the whole of it
    Text, ///< prose: a term means a part of it
    List, ///< of words: a term means one of them, a comparison their number
    Count,
    Bytes,
    Seconds, ///< a duration in seconds
    Milliseconds, ///< a duration in milliseconds
    Time, ///< milliseconds since 1970; a term compares how long ago that is
};

/// What can be asked of a field.
struct FilterField
{
    QList<QByteArray> names; ///< lower case; the first is the one that is offered
    FieldKind kind = FieldKind::Word;
    QString description = {}; ///< translated, for the completion
};

/// The fields of a kind of rows; a field's number is its place here.
struct FilterSchema
{
    QList<FilterField> fields;
    /// Names that are not here may be asked for as well (FieldSource::otherValue()).
    bool allowsOtherNames = false;

    /// The field called \a name, without regard to case; negative if there is none.
    [[nodiscard]] int indexOf(QByteArrayView name) const;
    /// The name most like \a name, for whoever mistyped it; empty if none is.
    [[nodiscard]] QByteArray nearest(QByteArrayView name) const;
    /// The names that begin with \a prefix, as one would write them: "user:", "idle>".
    [[nodiscard]] QStringList completions(QByteArrayView prefix) const;
};

} // namespace Signalbox
