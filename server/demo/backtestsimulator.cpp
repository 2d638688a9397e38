// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/backtestsimulator.h"

#include "server/demo/jsonobjectwriter.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int CreatePercent = 3; // of the events
constexpr int SecondPercent = 12; // of the events, while one backtest runs
constexpr int FailPercent = 2; // of the steps of a backtest
constexpr qsizetype MaxStrategies = 6;

const QList<QByteArray> &symbols()
{
    static const QList<QByteArray> list{"BTC-EUR", "ETH-EUR", "EUR-USD", "DAX"};
    return list;
}

const QList<QByteArray> &errors()
{
    static const QList<QByteArray> list{"no candles for the chosen days",
                                        "the strategy divided by zero", "out of memory"};
    return list;
}

JsonObjectWriter eventOf(const char *type, const QByteArray &backtest, const QByteArray &strategy)
{
    return JsonObjectWriter()
        .text("type", type)
        .text("backtest_id", backtest)
        .text("strategy_id", strategy);
}

} // namespace

BacktestSimulator::BacktestSimulator(DemoRandom &random)
    : m_random(random)
    , m_strategies({"momentum", "mean-reversion"})
{ }

QByteArray BacktestSimulator::next()
{
    if (m_random.chance(CreatePercent))
        return createStrategy();
    if (m_running.isEmpty() || (m_running.size() < MaxRunning && m_random.chance(SecondPercent)))
        return start();
    return goOn(m_random.integer(0, m_running.size() - 1));
}

qsizetype BacktestSimulator::running() const
{
    return m_running.size();
}

QByteArray BacktestSimulator::lastEnded() const
{
    return m_lastEnded;
}

QByteArray BacktestSimulator::createStrategy()
{
    const QByteArray parent = m_random.oneOf(m_strategies.first(2));
    const QByteArray number = QByteArray::number(++m_created);
    const QByteArray id = parent + '-' + number;
    m_strategies.append(id);
    // The two that the workflows use stay.
    if (m_strategies.size() > MaxStrategies)
        m_strategies.removeAt(2);
    return JsonObjectWriter()
        .text("type", "strategy_created")
        .text("strategy_id", id)
        .text("name", "Variant " + number)
        .text("based_on", parent)
        .object();
}

QByteArray BacktestSimulator::start()
{
    Backtest backtest;
    backtest.id = "bt-" + QByteArray::number(++m_backtests).rightJustified(6, '0');
    backtest.strategy = m_random.oneOf(m_strategies);
    m_running.append(backtest);
    return eventOf("backtest_started", backtest.id, backtest.strategy)
        .text("symbol", m_random.oneOf(symbols()))
        .number("days", 30 * m_random.integer(1, 24))
        .object();
}

QByteArray BacktestSimulator::goOn(qsizetype index)
{
    Backtest &backtest = m_running[index];
    if (backtest.progress == 100)
        return end(index, false);
    if (m_random.chance(FailPercent))
        return end(index, true);
    backtest.progress = std::min<qint64>(100, backtest.progress + m_random.integer(6, 22));
    backtest.durationMs += m_random.integer(300, 2500);
    return eventOf("backtest_progress", backtest.id, backtest.strategy)
        .number("progress", backtest.progress)
        .number("trades", 7 * backtest.progress / 5)
        .object();
}

QByteArray BacktestSimulator::end(qsizetype index, bool failed)
{
    const Backtest backtest = m_running.takeAt(index);
    m_lastEnded = backtest.id;
    if (failed) {
        return eventOf("backtest_failed", backtest.id, backtest.strategy)
            .text("error", m_random.oneOf(errors()))
            .number("progress", backtest.progress)
            .object();
    }
    JsonObjectWriter results;
    results.decimal("return_percent", m_random.integer(-1800, 4200))
        .decimal("sharpe_ratio", m_random.integer(-60, 260))
        .decimal("max_drawdown_percent", m_random.integer(150, 2800))
        .number("trades", 7 * backtest.progress / 5);
    return eventOf("backtest_completed", backtest.id, backtest.strategy)
        .number("duration_ms", backtest.durationMs)
        .raw("results", results.object())
        .object();
}

} // namespace Signalbox
