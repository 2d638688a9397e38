// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/filter.h"

#include <algorithm>

namespace Signalbox {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// \a needle is lower case.
bool contains(QByteArrayView text, QByteArrayView needle)
{
    const auto end = text.end();
    return needle.isEmpty()
        || std::search(text.begin(), end, needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
        != end;
}

bool equals(QByteArrayView text, QByteArrayView pattern)
{
    return text.size() == pattern.size()
        && std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char a, char b) { return lower(a) == b; });
}

/// Going back to the last star only: the earlier ones have matched as little as they can, which
/// leaves the most to those after them. At worst the product of the lengths.
bool matchesWildcard(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == lower(text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool matchesText(const FilterTerm &term, QByteArrayView text, bool isWhole)
{
    if (term.isWildcard)
        return matchesWildcard(text, term.pattern);
    return isWhole ? equals(text, term.pattern) : contains(text, term.pattern);
}

bool matchesTexts(const FilterTerm &term, const FieldValue &value, bool isWhole)
{
    if (value.isText())
        return matchesText(term, value.toText(), isWhole);
    if (!value.isList())
        return false;
    return std::any_of(
        value.toList()->begin(), value.toList()->end(),
        [&term, isWhole](const QByteArray &text) { return matchesText(term, text, isWhole); });
}

bool matchesNumber(const FilterTerm &term, double number)
{
    switch (term.relation) {
    case FilterTerm::Relation::Is:
        return number == term.number;
    case FilterTerm::Relation::Less:
        return number < term.number;
    case FilterTerm::Relation::LessOrEqual:
        return number <= term.number;
    case FilterTerm::Relation::Greater:
        return number > term.number;
    case FilterTerm::Relation::GreaterOrEqual:
        return number >= term.number;
    case FilterTerm::Relation::Between:
        return number >= term.number && number <= term.upper;
    }
    return false;
}

bool isTextual(FieldKind kind)
{
    return kind == FieldKind::Word || kind == FieldKind::Text || kind == FieldKind::List;
}

} // namespace

bool Filter::matches(const FieldSource &row, qint64 now) const
{
    if (m_alternatives.isEmpty())
        return true;
    return std::any_of(m_alternatives.begin(), m_alternatives.end(), [&](const auto &terms) {
        return std::all_of(terms.begin(), terms.end(), [&](const FilterTerm &term) {
            return matchesTerm(term, row, now) != term.isNegated;
        });
    });
}

bool Filter::matchesTerm(const FilterTerm &term, const FieldSource &row, qint64 now) const
{
    if (term.field == FilterTerm::OtherName)
        return matchesTexts(term, row.otherValue(term.name), false);
    if (term.field == FilterTerm::AnyText) {
        for (qsizetype i = 0; i < m_kinds.size(); ++i) {
            if (isTextual(m_kinds[i]) && matchesTexts(term, row.value(int(i)), false))
                return true;
        }
        return false;
    }
    const FieldKind kind = m_kinds[term.field];
    const FieldValue value = row.value(term.field);
    if (kind == FieldKind::List && term.pattern.isNull())
        return matchesNumber(term, value.toNumber());
    if (isTextual(kind))
        return matchesTexts(term, value, kind != FieldKind::Text);
    if (!value.isNumber())
        return false;
    if (kind == FieldKind::Time)
        return matchesNumber(term, (double(now) - value.toNumber()) / 1000);
    return matchesNumber(term, value.toNumber());
}

Filter Filter::restrictedBy(const Filter &other) const
{
    if (isEmpty())
        return other;
    if (other.isEmpty())
        return *this;
    Filter result = *this;
    result.m_alternatives.clear();
    for (const auto &mine : m_alternatives) {
        for (const auto &theirs : other.m_alternatives)
            result.m_alternatives.append(mine + theirs);
    }
    return result;
}

bool Filter::uses(int field) const
{
    for (const auto &terms : m_alternatives) {
        for (const FilterTerm &term : terms) {
            if (term.field == field
                || (term.field == FilterTerm::AnyText && isTextual(m_kinds[field])))
                return true;
        }
    }
    return false;
}

bool Filter::usesAges() const
{
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i] == FieldKind::Time && uses(int(i)))
            return true;
    }
    return false;
}

} // namespace Signalbox
