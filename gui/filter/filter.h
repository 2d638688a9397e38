// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/fieldvalue.h"
#include "gui/filter/filterschema.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace Signalbox {

/// Why a filter's text means nothing, and where.
struct FilterError
{
    QString message; ///< translated
    qsizetype position = 0; ///< in the text, in UTF-16 units
    qsizetype length = 0;
};

/// A term, understood.
struct FilterTerm
{
    enum class Relation { Is, Less, LessOrEqual, Greater, GreaterOrEqual, Between };

    static constexpr int AnyText = -1; ///< free text: a part of any text
    static constexpr int OtherName = -2; ///< a part of the field called `name`

    int field = AnyText;
    QByteArray name;
    bool isNegated = false;
    Relation relation = Relation::Is;
    QByteArray pattern; ///< of texts, lower case
    bool isWildcard = false; ///< `pattern` has stars, and means the whole text
    double number = 0; ///< in the field's unit
    double upper = 0; ///< of Between
};

/// Which rows somebody wants to see. Made from text:
///
/// - Words: rows that have each of them in some text. `"two words"`: with the blank.
/// - `field:value`, `field=value`, `field<10`, `<=`, `>`, `>=`; `field:10..20`. Values of names and
///   ids are meant wholly, those of prose in part; without regard to the case of ASCII letters.
/// - `*` in a value stands for any text, and then the value is meant wholly.
/// - Numbers take k, M, G (thousands) or Ki, Mi, Gi; durations and ages ms, s, m, h, d.
/// - `-` before a term: rows that it does not match.
/// - `OR` between terms separates alternatives, of which each is a conjunction.
///
/// A plain value: cheap to copy.
class Filter
{
public:
    Filter() = default; ///< matches every row

    [[nodiscard]] static tl::expected<Filter, FilterError> parse(QStringView text,
                                                                 const FilterSchema &schema);

    /// The rows that both match. \a other is for the same schema.
    [[nodiscard]] Filter restrictedBy(const Filter &other) const;

    [[nodiscard]] bool isEmpty() const { return m_alternatives.isEmpty(); }
    /// \a now in milliseconds since 1970, for ages.
    [[nodiscard]] bool matches(const FieldSource &row, qint64 now) const;
    /// True if \a field has a say.
    [[nodiscard]] bool uses(int field) const;
    /// True if time alone can change what matches.
    [[nodiscard]] bool usesAges() const;

private:
    friend class FilterParser;

    [[nodiscard]] bool matchesTerm(const FilterTerm &term, const FieldSource &row,
                                   qint64 now) const;

    QList<QList<FilterTerm>> m_alternatives;
    QList<FieldKind> m_kinds;
};

} // namespace Signalbox
