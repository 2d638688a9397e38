// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/recordtable.h"

#include <QTest>

#include <random>

namespace Signalbox::Test {

struct Person
{
    QByteArray name;
    double figure = 0;
};

enum Column { Name, Figure, Constant };

class People final : public RecordTable<Person>
{
public:
    People()
        : RecordTable(
            {{{"name"}, QStringLiteral("Name"), FieldKind::Word, {}, 100, false, false},
             {{"figure"}, QStringLiteral("Figure"), FieldKind::Count, {}, 100, false, true},
             {{"constant"}, QStringLiteral("Constant"), FieldKind::Count}})
    { }

    void add(const QByteArray &id, const QByteArray &name, double figure)
    {
        put(id, {name, figure});
    }
    void change(const QByteArray &id, double figure)
    {
        update(id, [figure](Person &person) { person.figure = figure; });
    }
    void drop(const QByteArray &id) { remove(id); }
    using SortedTableModel::commit;

    [[nodiscard]] QByteArrayList names() const
    {
        QByteArrayList result;
        for (int row = 0; row < rowCount(); ++row)
            result << recordAt(row).name;
        return result;
    }

protected:
    [[nodiscard]] FieldValue recordValue(const Person &person, int column) const override
    {
        if (column == Name)
            return person.name;
        return FieldValue::number(column == Figure ? person.figure : 1);
    }
};

inline Filter filterOf(const People &people, const char *text)
{
    const auto filter = Filter::parse(QString::fromUtf8(text), people.schema());
    if (!filter)
        qFatal("%s", qPrintable(filter.error().message));
    return *filter;
}

inline QByteArray idOf(int i)
{
    return QByteArray::number(i);
}

inline constexpr int Many = 60'000; // too many for one slice of time

/// Filled in one go, figures in a random order.
inline void fill(People &people, int count)
{
    std::mt19937 random(7);
    for (int i = 0; i < count; ++i)
        people.add(idOf(i), "person " + idOf(i), double(random() % 1000));
    people.commit();
}

inline void verifySorted(const People &people)
{
    for (int row = 1; row < people.rowCount(); ++row)
        QVERIFY(people.recordAt(row - 1).figure <= people.recordAt(row).figure);
}

} // namespace Signalbox::Test
