// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// What a row holds in one field: raw, so that sorting, filtering and exporting know nothing of how
/// it is written for people. A view: valid until the row changes.
class FieldValue
{
public:
    FieldValue() = default; ///< nothing: not measured, not known
    FieldValue(QByteArrayView utf8)
        : m_kind(Kind::Text)
        , m_text(utf8)
    { }
    FieldValue(const QByteArray &utf8)
        : FieldValue(QByteArrayView(utf8))
    { }
    /// Several texts; as a number, how many.
    FieldValue(const QList<QByteArray> &list)
        : m_kind(Kind::List)
        , m_number(double(list.size()))
        , m_list(&list)
    { }
    /// Exact up to 2^53.
    [[nodiscard]] static FieldValue number(double value)
    {
        FieldValue result;
        result.m_kind = Kind::Number;
        result.m_number = value;
        return result;
    }

    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isText() const { return m_kind == Kind::Text; }
    [[nodiscard]] bool isList() const { return m_kind == Kind::List; }
    [[nodiscard]] bool isNumber() const { return m_kind == Kind::Number; }
    /// Of a number or a list; else 0.
    [[nodiscard]] double toNumber() const { return m_number; }
    [[nodiscard]] QByteArrayView toText() const { return m_text; }
    [[nodiscard]] const QList<QByteArray> *toList() const { return m_list; }

private:
    enum class Kind : quint8 { Null, Number, Text, List };

    Kind m_kind = Kind::Null;
    double m_number = 0;
    QByteArrayView m_text;
    const QList<QByteArray> *m_list = nullptr;
};

/// Orders values: nothing first, then numbers, then texts; texts without regard to case, unless
/// that is all they differ in.
[[nodiscard]] int compare(const FieldValue &left, const FieldValue &right);

/// A row, as a filter sees it.
class FieldSource
{
public:
    [[nodiscard]] virtual FieldValue value(int field) const = 0;
    /// A field that is not in the schema, if that allows such.
    [[nodiscard]] virtual FieldValue otherValue(QByteArrayView) const { return {}; }

protected:
    ~FieldSource() = default;
};

} // namespace Signalbox
