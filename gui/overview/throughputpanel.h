// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace Signalbox {

class MetricsHistory;
class TimeChart;

/// The chart of what flows, with what is chosen about it: events or bytes, how long, pause, and the
/// picture to be kept.
class ThroughputPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit ThroughputPanel(const MetricsHistory &history, QWidget *parent = nullptr);

    [[nodiscard]] TimeChart *chart() const { return m_chart; }
    void setPaused(bool paused);
    /// As paused as \a predecessor, and with what is shown there.
    void takeOver(const ThroughputPanel &predecessor);
    [[nodiscard]] bool isPaused() const;
    /// Writes the chart as PNG to \a path; false if it cannot be written.
    [[nodiscard]] bool save(const QString &path) const;

    [[nodiscard]] int subject() const; ///< for restoreState()
    [[nodiscard]] int span() const;
    void choose(int subject, int span);

Q_SIGNALS:
    void pausedChanged(bool paused);
    void saved(const QString &path);
    void saveFailed(const QString &path);

private:
    void addChoices(QHBoxLayout *layout, QButtonGroup *group, const QString &name,
                    const QList<std::pair<QString, int>> &choices);
    void showSubject(int subject);
    void askWhere();

    TimeChart *m_chart;
    QButtonGroup *m_subjects;
    QButtonGroup *m_spans;
    QPushButton *m_pause;
};

} // namespace Signalbox
