// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"

#include <QCoreApplication>

#include <optional>

namespace Signalbox {

/// Reads a filter's text, from left to right, in one pass.
class FilterParser
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::Filter)

public:
    /// Both must outlive this.
    FilterParser(QStringView text, const FilterSchema &schema)
        : m_text(text)
        , m_schema(schema)
    { }

    [[nodiscard]] tl::expected<Filter, FilterError> parse();

private:
    using Failure = tl::unexpected<FilterError>;
    struct Value
    {
        QString text;
        qsizetype position = 0;
        qsizetype length = 0; ///< with the quotes
        bool isQuoted = false;
    };

    static Failure fail(const QString &message, qsizetype position, qsizetype length)
    {
        return Failure(FilterError{message, position, length});
    }

    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] bool atBlank() const { return m_text[m_position].isSpace(); }
    [[nodiscard]] bool takeOr();
    /// The name at the current place, if an operator follows it; what comes next is the operator.
    [[nodiscard]] QString takeName();
    [[nodiscard]] QString takeOperator();
    [[nodiscard]] tl::expected<Value, FilterError> takeValue();
    [[nodiscard]] tl::expected<FilterTerm, FilterError> takeTerm();
    [[nodiscard]] tl::expected<void, FilterError> understand(FilterTerm &term,
                                                             const QString &relation,
                                                             const Value &value,
                                                             qsizetype nameAt) const;
    [[nodiscard]] tl::expected<void, FilterError> readNumbers(FilterTerm &term, FieldKind kind,
                                                              const Value &value) const;
    [[nodiscard]] static std::optional<double> number(QStringView text, FieldKind kind);
    [[nodiscard]] static QString numberHint(FieldKind kind);

    QStringView m_text;
    const FilterSchema &m_schema;
    qsizetype m_position = 0;
};

} // namespace Signalbox
