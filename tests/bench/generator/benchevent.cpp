// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generator/benchevent.h"

#include <QRandomGenerator>

namespace Signalbox::Bench {

namespace {

constexpr QByteArrayView NumberKey = "\"bench_number\":";

} // namespace

BenchEvents::BenchEvents()
    : m_run(QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0')
            + '-')
{ }

QByteArray BenchEvents::json(const QByteArray &workflow, quint64 number, qsizetype size) const
{
    QByteArray event = "{\"type\":\"bench_event\",\"workflow_id\":\"" + workflow + "\","
        + NumberKey.toByteArray() + '"' + m_run + QByteArray::number(number) + "\",\"filler\":\"";
    const qsizetype missing = size - event.size() - 2;
    if (missing > 0)
        event += QByteArray(missing, 'x');
    return event + "\"}";
}

std::optional<quint64> BenchEvents::number(QByteArrayView packet) const
{
    const qsizetype key = packet.indexOf(NumberKey);
    if (key < 0)
        return std::nullopt;
    QByteArrayView rest = packet.sliced(key + NumberKey.size());
    if (rest.startsWith(' ')) // as other servers write JSON
        rest = rest.sliced(1);
    if (!rest.startsWith('"') || !rest.sliced(1).startsWith(m_run))
        return std::nullopt;
    quint64 number = 0;
    for (const char digit : rest.sliced(1 + m_run.size())) {
        if (digit < '0' || digit > '9')
            break;
        number = number * 10 + static_cast<quint64>(digit - '0');
    }
    return number;
}

QByteArray benchWorkflow(int number)
{
    return "bench-" + QByteArray::number(number);
}

} // namespace Signalbox::Bench
