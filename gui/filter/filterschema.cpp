// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/filterschema.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Signalbox {

namespace {

/// How many letters must be inserted, removed or replaced to get from one to the other.
int editDistance(QByteArrayView a, QByteArrayView b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = int(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + int(a[i] != b[qsizetype(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

bool isWordLike(FieldKind kind)
{
    return kind == FieldKind::Word || kind == FieldKind::Text || kind == FieldKind::List;
}

} // namespace

int FilterSchema::indexOf(QByteArrayView name) const
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        for (const QByteArray &known : fields[i].names) {
            if (name.compare(known, Qt::CaseInsensitive) == 0)
                return int(i);
        }
    }
    return -1;
}

QByteArray FilterSchema::nearest(QByteArrayView name) const
{
    constexpr qsizetype LongestName = 32; // the distance takes time by the product of the lengths
    const QByteArray lower = name.toByteArray().toLower();
    if (lower.size() > LongestName)
        return {};
    QByteArray best;
    int bestDistance = std::numeric_limits<int>::max();
    for (const FilterField &field : fields) {
        for (const QByteArray &known : field.names) {
            const int distance = editDistance(lower, known);
            if (distance < bestDistance && distance <= 2 && distance < known.size()) {
                bestDistance = distance;
                best = known;
            }
        }
    }
    return best;
}

QStringList FilterSchema::completions(QByteArrayView prefix) const
{
    QStringList result;
    const QByteArray lower = prefix.toByteArray().toLower();
    for (const FilterField &field : fields) {
        const auto name = std::find_if(
            field.names.begin(), field.names.end(),
            [&lower](const QByteArray &candidate) { return candidate.startsWith(lower); });
        if (name != field.names.end())
            result << QString::fromUtf8(*name) + (isWordLike(field.kind) ? u':' : u'>');
    }
    return result;
}

} // namespace Signalbox
