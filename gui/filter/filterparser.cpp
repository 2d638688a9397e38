// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/filterparser.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <utility>

namespace Signalbox {

namespace {

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'.';
}

bool isOperator(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>';
}

bool isDuration(FieldKind kind)
{
    return kind == FieldKind::Seconds || kind == FieldKind::Milliseconds || kind == FieldKind::Time;
}

FilterTerm::Relation relationOf(QStringView text)
{
    using Relation = FilterTerm::Relation;
    if (text == u"<")
        return Relation::Less;
    if (text == u"<=")
        return Relation::LessOrEqual;
    if (text == u">")
        return Relation::Greater;
    if (text == u">=")
        return Relation::GreaterOrEqual;
    return Relation::Is;
}

} // namespace

tl::expected<Filter, FilterError> FilterParser::parse()
{
    Filter filter;
    QList<FilterTerm> terms;
    qsizetype lastOr = -1;
    for (skipBlanks(); !atEnd(); skipBlanks()) {
        const qsizetype start = m_position;
        if (takeOr()) {
            if (terms.isEmpty())
                return fail(tr("Nothing stands before “OR”."), start, 2);
            filter.m_alternatives.append(std::exchange(terms, {}));
            lastOr = start;
            continue;
        }
        auto term = takeTerm();
        if (!term)
            return Failure(term.error());
        terms.append(std::move(*term));
    }
    if (terms.isEmpty() && lastOr >= 0)
        return fail(tr("Nothing stands after “OR”."), lastOr, 2);
    if (!terms.isEmpty())
        filter.m_alternatives.append(terms);
    for (const FilterField &field : m_schema.fields)
        filter.m_kinds.append(field.kind);
    return filter;
}

void FilterParser::skipBlanks()
{
    while (!atEnd() && atBlank())
        ++m_position;
}

bool FilterParser::takeOr()
{
    const QStringView rest = m_text.sliced(m_position);
    if (!rest.startsWith(u"OR") || (rest.size() > 2 && !rest[2].isSpace()))
        return false;
    m_position += 2;
    return true;
}

QString FilterParser::takeName()
{
    qsizetype end = m_position;
    if (end < m_text.size() && isNameStart(m_text[end])) {
        while (end < m_text.size() && isNamePart(m_text[end]))
            ++end;
    }
    if (end == m_position || end == m_text.size() || !isOperator(m_text[end]))
        return {};
    return m_text.sliced(std::exchange(m_position, end), end - m_position).toString();
}

QString FilterParser::takeOperator()
{
    const qsizetype start = m_position++;
    const QChar first = m_text[start];
    if ((first == u'<' || first == u'>') && !atEnd() && m_text[m_position] == u'=')
        ++m_position;
    return m_text.sliced(start, m_position - start).toString();
}

tl::expected<FilterParser::Value, FilterError> FilterParser::takeValue()
{
    Value value;
    value.position = m_position;
    if (!atEnd() && m_text[m_position] == u'"') {
        value.isQuoted = true;
        const qsizetype end = m_text.indexOf(u'"', m_position + 1);
        if (end < 0) {
            return fail(tr("The closing quote is missing."), m_position,
                        m_text.size() - m_position);
        }
        value.text = m_text.sliced(m_position + 1, end - m_position - 1).toString();
        m_position = end + 1;
        if (!atEnd() && !atBlank())
            return fail(tr("A blank must follow the closing quote."), m_position, 1);
    } else {
        while (!atEnd() && !atBlank())
            ++m_position;
        value.text = m_text.sliced(value.position, m_position - value.position).toString();
    }
    value.length = m_position - value.position;
    return value;
}

tl::expected<FilterTerm, FilterError> FilterParser::takeTerm()
{
    FilterTerm term;
    const qsizetype start = m_position;
    if (m_text[m_position] == u'-') {
        term.isNegated = true;
        ++m_position;
        if (atEnd() || atBlank())
            return fail(tr("Nothing stands after “-”."), start, 1);
    }
    const qsizetype nameAt = m_position;
    const QString name = takeName();
    if (name.isEmpty()) {
        const auto value = takeValue();
        if (!value)
            return Failure(value.error());
        if (value->text.isEmpty())
            return fail(tr("There is nothing between the quotes."), value->position, value->length);
        term.pattern = value->text.toUtf8().toLower();
        // Free text is meant in part, whatever else is in it.
        if (term.pattern.contains('*')) {
            term.isWildcard = true;
            term.pattern = '*' + term.pattern + '*';
        }
        return term;
    }

    const QByteArray asciiName = name.toLatin1();
    term.field = m_schema.indexOf(asciiName);
    if (term.field < 0 && !m_schema.allowsOtherNames) {
        const QByteArray nearest = m_schema.nearest(asciiName);
        if (nearest.isEmpty()) {
            return fail(
                tr("There is no field “%1”. To search for the text, put it in quotes.").arg(name),
                nameAt, name.size());
        }
        return fail(tr("There is no field “%1”. Did you mean “%2”?")
                        .arg(name, QString::fromLatin1(nearest)),
                    nameAt, name.size());
    }
    if (term.field < 0) {
        term.field = FilterTerm::OtherName;
        term.name = asciiName;
    }
    const QString relation = takeOperator();
    const auto value = takeValue();
    if (!value)
        return Failure(value.error());
    if (value->text.isEmpty() && !value->isQuoted) {
        return fail(tr("A value is missing after “%1”.").arg(name + relation), nameAt,
                    m_position - nameAt);
    }
    if (const auto understood = understand(term, relation, *value, nameAt); !understood)
        return Failure(understood.error());
    return term;
}

tl::expected<void, FilterError> FilterParser::understand(FilterTerm &term, const QString &relation,
                                                         const Value &value, qsizetype nameAt) const
{
    const FieldKind kind = term.field < 0 ? FieldKind::Text : m_schema.fields[term.field].kind;
    const bool isTextual =
        kind == FieldKind::Word || kind == FieldKind::Text || kind == FieldKind::List;
    term.relation = relationOf(relation);
    if (!isTextual || (kind == FieldKind::List && term.relation != FilterTerm::Relation::Is))
        return readNumbers(term, kind, value);
    if (term.relation != FilterTerm::Relation::Is) {
        return fail(tr("“%1” is text, which is neither more nor less. Write “:”.")
                        .arg(m_text.sliced(nameAt, value.position - relation.size() - nameAt)),
                    value.position - relation.size(), relation.size());
    }
    term.pattern = value.text.toUtf8().toLower();
    if (term.pattern.isNull())
        term.pattern = QByteArrayLiteral("");
    term.isWildcard = term.pattern.contains('*');
    return {};
}

tl::expected<void, FilterError> FilterParser::readNumbers(FilterTerm &term, FieldKind kind,
                                                          const Value &value) const
{
    const qsizetype dots = value.text.indexOf(u"..");
    if (dots >= 0 && term.relation == FilterTerm::Relation::Is) {
        const auto low = number(QStringView(value.text).first(dots), kind);
        const auto high = number(QStringView(value.text).sliced(dots + 2), kind);
        if (low && high) {
            term.relation = FilterTerm::Relation::Between;
            term.number = *low;
            term.upper = *high;
            return {};
        }
    } else if (const auto one = number(value.text, kind)) {
        term.number = *one;
        return {};
    }
    return fail(numberHint(kind).arg(value.text), value.position, value.length);
}

std::optional<double> FilterParser::number(QStringView text, FieldKind kind)
{
    static constexpr std::array Multiples{
        std::pair{u"ki", 1024.0}, std::pair{u"mi", 1048576.0}, std::pair{u"gi", 1073741824.0},
        std::pair{u"k", 1e3},     std::pair{u"m", 1e6},        std::pair{u"g", 1e9},
    };
    static constexpr std::array Durations{
        std::pair{u"ms", 0.001}, std::pair{u"s", 1.0},      std::pair{u"m", 60.0},
        std::pair{u"h", 3600.0}, std::pair{u"d", 86'400.0},
    };
    qsizetype digits = 0;
    while (digits < text.size()
           && ((text[digits] >= u'0' && text[digits] <= u'9') || text[digits] == u'.'))
        ++digits;
    bool ok = false;
    // Not the person's locale: a filter that is kept or handed on must mean the same elsewhere.
    const double value = QLocale::c().toDouble(text.first(digits), &ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    const QString unit = text.sliced(digits).toString().toLower();
    const double scale = kind == FieldKind::Milliseconds ? 1000 : 1;
    if (unit.isEmpty())
        return value;
    if (isDuration(kind)) {
        for (const auto &[name, seconds] : Durations) {
            if (unit == QStringView(name))
                return value * seconds * scale;
        }
        return std::nullopt;
    }
    for (const auto &[name, factor] : Multiples) {
        const QString multiple = QStringView(name).toString();
        if (unit == multiple || (kind == FieldKind::Bytes && unit == multiple + u'b'))
            return value * factor;
    }
    if (kind == FieldKind::Bytes && unit == u"b")
        return value;
    return std::nullopt;
}

QString FilterParser::numberHint(FieldKind kind)
{
    if (isDuration(kind))
        return tr("“%1” is no duration. Write it as 90s, 5m, 1h or 250ms.");
    return tr("“%1” is no number. Write it as 4408, 10k, 1.5M or 10..20.");
}

tl::expected<Filter, FilterError> Filter::parse(QStringView text, const FilterSchema &schema)
{
    return FilterParser(text, schema).parse();
}

} // namespace Signalbox
