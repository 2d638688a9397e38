// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/throughputpanel.h"

#include "gui/overview/timechart.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

enum Subject { Events, Bytes };

} // namespace

ThroughputPanel::ThroughputPanel(const MetricsHistory &history, QWidget *parent)
    : QFrame(parent)
    , m_chart(new TimeChart(history))
    , m_subjects(new QButtonGroup(this))
    , m_spans(new QButtonGroup(this))
    , m_pause(new QPushButton)
{
    setProperty("kind", QStringLiteral("card"));
    auto *title = new QLabel(tr("Throughput"));
    title->setProperty("kind", QStringLiteral("heading"));

    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(title);
    top->addStretch();
    addChoices(top, m_subjects, tr("What is shown"),
               {{tr("Events"), Events}, {tr("Bytes"), Bytes}});
    top->addSpacing(12);
    addChoices(top, m_spans, tr("Time shown"),
               {{tr("1 min"), 60}, {tr("5 min"), 300}, {tr("1 h"), 3600}});
    top->addSpacing(12);

    m_pause->setIcon(Theme::icon(QStringLiteral("pause")));
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Hold the chart still (Ctrl+P)"));
    auto *saveButton = new QPushButton(Theme::icon(QStringLiteral("image")), QString());
    saveButton->setToolTip(tr("Save the chart as a PNG picture"));
    saveButton->setAccessibleName(tr("Save the chart"));
    top->addWidget(m_pause);
    top->addSpacing(8);
    top->addWidget(saveButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_chart, 1);

    connect(m_subjects, &QButtonGroup::idClicked, this, &ThroughputPanel::showSubject);
    connect(m_spans, &QButtonGroup::idClicked, m_chart, &TimeChart::setSpan);
    connect(m_pause, &QPushButton::toggled, this, &ThroughputPanel::setPaused);
    connect(saveButton, &QPushButton::clicked, this, &ThroughputPanel::askWhere);
    choose(Events, 60);
}

void ThroughputPanel::addChoices(QHBoxLayout *layout, QButtonGroup *group, const QString &name,
                                 const QList<std::pair<QString, int>> &choices)
{
    for (const auto &[text, id] : choices) {
        auto *button = new QPushButton(text);
        button->setCheckable(true);
        button->setProperty("kind", QStringLiteral("segment"));
        button->setAccessibleName(tr("%1: %2", "group: choice").arg(name, text));
        // The chosen one is bold, and must not need more room than before.
        button->ensurePolished();
        QFont bold = button->font();
        bold.setWeight(QFont::DemiBold);
        button->setMinimumWidth(button->sizeHint().width()
                                + QFontMetrics(bold).horizontalAdvance(text)
                                - button->fontMetrics().horizontalAdvance(text));
        group->addButton(button, id);
        layout->addWidget(button);
        layout->addSpacing(4);
    }
}

void ThroughputPanel::showSubject(int subject)
{
    if (subject == Bytes) {
        m_chart->setSeries({{tr("Sent"), Metric::BytesOut, ThemeRole::Accent, Qt::SolidLine},
                            {tr("Received"), Metric::BytesIn, ThemeRole::Good, Qt::DashLine}},
                           TimeChart::Unit::ByteRate);
        return;
    }
    m_chart->setSeries(
        {{tr("Deliveries out"), Metric::DeliveriesOut, ThemeRole::Accent, Qt::SolidLine},
         {tr("Events in"), Metric::EventsIn, ThemeRole::Good, Qt::DashLine},
         {tr("Refused"), Metric::EventsRefused, ThemeRole::Bad, Qt::DotLine}},
        TimeChart::Unit::Rate);
}

void ThroughputPanel::setPaused(bool paused)
{
    if (m_chart->isPaused() == paused)
        return;
    m_chart->setPaused(paused);
    m_pause->setChecked(paused);
    m_pause->setIcon(Theme::icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    Q_EMIT pausedChanged(paused);
}

void ThroughputPanel::takeOver(const ThroughputPanel &predecessor)
{
    choose(predecessor.subject(), predecessor.span());
    setPaused(predecessor.isPaused());
    m_chart->takeOver(*predecessor.m_chart);
}

bool ThroughputPanel::isPaused() const
{
    return m_chart->isPaused();
}

bool ThroughputPanel::save(const QString &path) const
{
    return m_chart->grab().save(path, "PNG");
}

int ThroughputPanel::subject() const
{
    return m_subjects->checkedId();
}

int ThroughputPanel::span() const
{
    return m_spans->checkedId();
}

void ThroughputPanel::choose(int subject, int span)
{
    QAbstractButton *subjectButton = m_subjects->button(subject);
    QAbstractButton *spanButton = m_spans->button(span);
    if (!subjectButton || !spanButton)
        return; // settings of another version
    subjectButton->setChecked(true);
    spanButton->setChecked(true);
    showSubject(subject);
    m_chart->setSpan(span);
}

void ThroughputPanel::askWhere()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString name =
        QStringLiteral("signalbox-%1.png")
            .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the chart"), QDir(folder).filePath(name), tr("PNG pictures (*.png)"));
    if (path.isEmpty())
        return;
    if (save(path))
        Q_EMIT saved(path);
    else
        Q_EMIT saveFailed(path);
}

} // namespace Signalbox
