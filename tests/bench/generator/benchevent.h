// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Signalbox::Bench {

/// The events that are published, each with a number by which it is known again.
class BenchEvents final
{
public:
    /// Of a run of its own: what an earlier run left on the server is not taken for ours.
    BenchEvents();

    /// The event as a publisher writes it, filled up to \a size bytes if that is larger.
    [[nodiscard]] QByteArray json(const QByteArray &workflow, quint64 number, qsizetype size) const;
    /// The number of a received event; nothing if it is not of this run.
    [[nodiscard]] std::optional<quint64> number(QByteArrayView packet) const;

private:
    QByteArray m_run;
};

/// The workflow of the bench with this number.
QByteArray benchWorkflow(int number);

} // namespace Signalbox::Bench
