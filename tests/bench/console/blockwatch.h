// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QJsonArray>
#include <QObject>

#include <vector>

namespace Signalbox::Bench {

/// How long the event loop of its thread was away: a timer notes when it comes, and how much of the
/// time since it last came this thread was computing.
///
/// What lies between two turns of the timer is the longest block in between, and Interval more at
/// most.
class BlockWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr int IntervalMs = 5;

    using QObject::QObject;

    void start();
    /// What the loop shows from now on.
    void setStage(const QByteArray &stage) { m_stage = stage; }
    /// An object for each turn: `at_ms` of the steady clock, `gap_ms` since the one before,
    /// `cpu_ms` of them on a processor, `stage`. The last MaxTurns of them.
    [[nodiscard]] QJsonArray turns() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// Some forty minutes.
    static constexpr size_t MaxTurns = 500'000;

    struct Turn
    {
        qint64 at; ///< ns
        qint64 gap; ///< ns
        qint64 cpu; ///< ns
        QByteArray stage;
    };

    QBasicTimer m_timer;
    std::vector<Turn> m_turns; ///< a ring, once it is full
    size_t m_oldest = 0;
    QByteArray m_stage;
    qint64 m_lastAt = 0;
    qint64 m_lastCpu = 0;
};

} // namespace Signalbox::Bench
