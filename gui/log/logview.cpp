// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/logview.h"

#include "gui/console.h"
#include "gui/log/logmodel.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/emptystate.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Signalbox {

LogView::LogView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_model(new LogModel(this))
    , m_table(new TableView)
    , m_filterBar(new FilterBar)
    , m_level(new QComboBox)
    , m_pause(new QToolButton)
    , m_clear(new QToolButton)
    , m_status(new QLabel)
    , m_stack(new QStackedWidget)
{
    m_model->setShowsUtc(console.showsUtc());
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Log"));
    m_table->setPlaceholder(tr("No line matches the filter."));
    m_filterBar->setSchema(m_model->schema());

    m_level->addItem(tr("All levels"), QString());
    m_level->addItem(tr("Info and above"), QStringLiteral("-level:debug"));
    m_level->addItem(tr("Warnings and errors"), QStringLiteral("level:warning OR level:error"));
    m_level->addItem(tr("Errors"), QStringLiteral("level:error"));
    m_level->setAccessibleName(tr("Level"));
    m_pause->setCheckable(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setIcon(Theme::icon(QStringLiteral("trash")));
    m_clear->setToolTip(tr("Clear what is shown here. The server's own log stays."));
    m_clear->setAccessibleName(tr("Clear"));
    m_filterBar->addWidget(m_level);
    m_filterBar->addWidget(m_pause);
    m_filterBar->addWidget(m_clear);
    m_status->setProperty("kind", QStringLiteral("muted"));
    m_status->setAccessibleName(tr("Log state"));

    m_stack->addWidget(new EmptyState(
        QStringLiteral("log"), tr("Nothing was logged yet"),
        tr("Lines appear here when clients connect, are refused or leave, when somebody changes "
           "something, and when something goes wrong.")));
    m_stack->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
    const QList<QWidget *> order{m_filterBar->edit(), m_level, m_pause, m_clear, m_table};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    connect(&console.monitor(), &HubMonitor::logged, this, &LogView::handleLogged);
    connect(&console, &Console::showsUtcChanged, m_model, &LogModel::setShowsUtc);
    connect(m_filterBar, &FilterBar::filterChanged, this, &LogView::applyFilter);
    connect(m_filterBar, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogView::applyFilter);
    connect(m_pause, &QToolButton::toggled, this, &LogView::setPaused);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_model->clear();
        m_missed = 0;
        updateStatus();
    });
    connect(m_model, &SortedTableModel::countsChanged, this, &LogView::updateStatus);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // Before the rows that were just added are laid out, the bar still stands at the old end.
        m_followsEnd = value >= m_table->verticalScrollBar()->maximum();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_followsEnd)
            m_table->scrollToBottom();
    });
    connect(m_table, &TableView::noticed, this, [this](const QString &text, bool isError) {
        this->console().toast(text, isError ? Console::Tone::Error : Console::Tone::Success);
    });
    updateTexts();
    updateStatus();
}

LogView::~LogView()
{
    // The scroll bar moves once more while the table is taken apart, which is after this is gone.
    m_table->verticalScrollBar()->disconnect(this);
}

void LogView::updateTexts()
{
    m_pause->setIcon(Theme::icon(m_isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setText(m_isPaused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_isPaused ? tr("Show what has come meanwhile (Ctrl+P)")
                                   : tr("Keep the lines in place to read them (Ctrl+P)"));
}

void LogView::activate()
{
    m_model->setLive(true);
}

void LogView::deactivate()
{
    m_model->setLive(false);
}

QWidget *LogView::keyboardOwner() const
{
    return m_table;
}

void LogView::find()
{
    m_filterBar->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->edit()->selectAll();
}

void LogView::refresh()
{
    m_model->flushChanges();
}

void LogView::exportRows()
{
    m_table->exportRows(QStringLiteral("log"));
}

void LogView::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) == paused)
        return;
    m_pause->setChecked(paused);
    updateTexts();
    if (!paused)
        append(std::exchange(m_held, {}));
    updateStatus();
    Q_EMIT pausedChanged(paused);
}

void LogView::handleLogged(const LogRecords &records)
{
    if (!m_isPaused) {
        append(records);
        return;
    }
    if (records.isReset)
        m_held = {true, {}, 0};
    m_held.skipped += records.skipped;
    m_held.records += records.records;
    if (const qsizetype excess = m_held.records.size() - LogModel::MaxRows; excess > 0) {
        m_held.records.remove(0, excess);
        m_held.skipped += excess;
    }
    updateStatus();
}

void LogView::append(const LogRecords &records)
{
    if (records.isReset) {
        m_model->clear();
        m_missed = 0;
    }
    m_missed += records.skipped;
    m_model->append(records.records);
    updateStatus();
}

void LogView::applyFilter()
{
    const auto level = Filter::parse(m_level->currentData().toString(), m_model->schema());
    Q_ASSERT(level);
    m_model->setFilter(m_filterBar->filter().restrictedBy(*level));
    updateStatus();
}

void LogView::updateStatus()
{
    m_stack->setCurrentIndex(m_model->totalCount() > 0 ? 1 : 0);
    m_filterBar->setCounts(m_model->rowCount(), m_model->totalCount());
    QStringList parts;
    if (m_isPaused) {
        const qint64 waiting = m_held.records.size() + m_held.skipped;
        parts << tr("Paused. %n line(s) came since.", nullptr, int(waiting));
    }
    if (m_missed > 0)
        parts << tr("%n line(s) came too fast to be shown.", nullptr, int(m_missed));
    if (m_model->totalCount() >= LogModel::MaxRows)
        parts << tr("Older lines than the last %1 are not kept here.")
                     .arg(QLocale().toString(LogModel::MaxRows));
    m_status->setText(parts.join(u' '));
    m_status->setVisible(!parts.isEmpty());
}

void LogView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const LogView *>(&predecessor);
    if (!before)
        return;
    m_level->setCurrentIndex(before->m_level->currentIndex());
    m_filterBar->setText(before->m_filterBar->text());
    setPaused(before->m_isPaused);
    m_model->takeOver(*before->m_model);
    m_held = before->m_held;
    m_missed = before->m_missed;
    m_table->selectRows(m_model->rowsOf(before->m_model->idsOf(before->m_table->selectedRows())));
    // Elsewhere than at the end, somebody reads.
    m_followsEnd = before->m_followsEnd;
    if (const int top = before->m_table->topRow(); top >= 0 && !m_followsEnd)
        m_table->showAtTop(top);
    updateStatus();
}

void LogView::saveState(QSettings &settings) const
{
    m_table->saveState(settings);
    m_filterBar->saveState(settings);
    settings.setValue(QStringLiteral("level"), m_level->currentIndex());
}

void LogView::restoreState(QSettings &settings)
{
    m_table->restoreState(settings);
    m_filterBar->restoreState(settings);
    const int level = settings.value(QStringLiteral("level"), 0).toInt();
    if (level >= 0 && level < m_level->count())
        m_level->setCurrentIndex(level);
}

} // namespace Signalbox
