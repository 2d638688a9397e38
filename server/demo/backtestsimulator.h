// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// Strategies that are tried on the past: `strategy_created`; `backtest_started`, some
/// `backtest_progress` (0-100), and `backtest_completed` or `backtest_failed`. Plain class.
class BacktestSimulator final
{
public:
    /// \a random must outlive the simulator.
    explicit BacktestSimulator(DemoRandom &random);

    QByteArray next();
    [[nodiscard]] qsizetype running() const;
    [[nodiscard]] QByteArray lastEnded() const; ///< a backtest's id; empty if none has ended

    static constexpr qsizetype MaxRunning = 2;

private:
    struct Backtest
    {
        QByteArray id;
        QByteArray strategy;
        qint64 progress = 0;
        qint64 durationMs = 0;
    };

    QByteArray createStrategy();
    QByteArray start();
    QByteArray goOn(qsizetype index);
    QByteArray end(qsizetype index, bool failed);

    DemoRandom &m_random;
    QList<QByteArray> m_strategies;
    QList<Backtest> m_running;
    QByteArray m_lastEnded;
    qint64 m_backtests = 0;
    qint64 m_created = 0;
};

} // namespace Signalbox
