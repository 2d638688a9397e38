// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventsview.h"

#include "gui/console.h"
#include "gui/events/eventdetails.h"
#include "gui/events/eventexport.h"
#include "gui/events/eventfilter.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventtable.h"
#include "gui/events/eventtext.h"
#include "gui/mnemonic.h"
#include "gui/slice.h"
#include "gui/tables/filterbar.h"
#include "gui/theme/theme.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto CountDelay = 250ms;
constexpr qsizetype MaxCopied = 16 * 1024 * 1024;

bool matches(const Filter &filter, const ObservedEvent &event)
{
    const qint64 now = filter.usesAges() ? QDateTime::currentMSecsSinceEpoch() : 0;
    return filter.matches(EventFields(event), now);
}

} // namespace

EventsView::EventsView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_model(new EventsModel({}, this))
    , m_filterBar(new FilterBar)
    , m_table(new EventTable(m_model))
    , m_details(new EventDetails(console))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("events"), {}, {}))
    , m_onlyMatches(new QToolButton)
    , m_pause(new QToolButton)
    , m_clear(new QToolButton)
    , m_followBanner(new Banner(Console::Tone::Information, tr("Stop following")))
    , m_pauseBanner(new Banner(Console::Tone::Information))
    , m_countTimer(new QTimer(this))
{
    setUpLayout();
    setUpActions();
    m_countTimer->setSingleShot(true);
    m_countTimer->setInterval(CountDelay);
    m_model->setShowsUtc(console.showsUtc());

    connect(&console.monitor(), &HubMonitor::eventsObserved, m_model, &EventsModel::append);
    connect(&console, &Console::followedChanged, this, &EventsView::handleFollowed);
    connect(&console, &Console::showsUtcChanged, m_model, &EventsModel::setShowsUtc);
    connect(m_filterBar, &FilterBar::filterChanged, this, &EventsView::handleFilter);
    connect(m_filterBar, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_onlyMatches, &QToolButton::toggled, this, &EventsView::applyMatcher);
    connect(m_pause, &QToolButton::clicked, this, &EventsView::setPaused);
    connect(m_clear, &QToolButton::clicked, this, &EventsView::clear);
    connect(m_followBanner, &Banner::triggered, this, [this] { this->console().follow({}); });
    connect(m_model, &EventsModel::passedMeanwhileChanged, this, &EventsView::updatePause);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EventsView::handleSelection);
    connect(m_table, &QWidget::customContextMenuRequested, this, &EventsView::showRowMenu);
    connect(m_details, &EventDetails::markRequested, this, &EventsView::toggleMarks);

    // The counts are for people: not with every batch.
    connect(m_countTimer, &QTimer::timeout, this, &EventsView::updateCounts);
    const auto countLater = [this] {
        if (!m_countTimer->isActive())
            m_countTimer->start();
        updatePages();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, countLater);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, countLater);
    connect(m_model, &EventsModel::filtered, this, &EventsView::updateCounts);
    connect(m_model, &EventsModel::filtered, this, &EventsView::updatePages);
    connect(m_model, &EventsModel::filtered, this, &EventsView::selectWanted);
    handleFollowed();
    updatePause();
    updateCounts();
    updatePages();
}

void EventsView::setUpLayout()
{
    m_filterBar->setSchema(eventSchema());
    m_filterBar->edit()->setPlaceholderText(tr("Filter: type:workflow.* room:project:7 size>10k"));
    m_onlyMatches->setText(tr("Only matches"));
    m_onlyMatches->setCheckable(true);
    m_onlyMatches->setChecked(true);
    m_onlyMatches->setToolTip(
        tr("On: the filter hides what does not match. Off: F3 leads from match to match."));
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setText(tr("Clear"));
    m_clear->setIcon(Theme::icon(QStringLiteral("trash")));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setToolTip(tr("Empties the list; the server's history stays."));
    m_filterBar->addWidget(m_onlyMatches);
    m_filterBar->addWidget(m_pause);
    m_filterBar->addWidget(m_clear);

    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *publish = m_empty->addButton(tr("Publish an event…"));
    connect(publish, &QPushButton::clicked, this, [this] { console().composeEvent({}); });
    m_pages->addWidget(m_empty);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({420, 280});
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_followBanner);
    layout->addWidget(m_pauseBanner);
    layout->addWidget(m_pages, 1);
}

void EventsView::setUpActions()
{
    const auto add = [this](const QString &text, const QString &icon, const QKeySequence &key,
                            QWidget *owner, auto slot) {
        auto *action = new QAction(Theme::icon(icon), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        owner->addAction(action);
        connect(action, &QAction::triggered, this, slot);
        m_actions.append(action);
    };
    add(tr("Mark or unmark"), QStringLiteral("flag"), Qt::Key_M, m_table,
        [this] { toggleMarks(); });
    add(tr("Next mark or match"), QStringLiteral("chevron-down"), Qt::Key_F3, this,
        [this] { goToNext(1); });
    add(tr("Previous mark or match"), QStringLiteral("chevron-right"),
        QKeySequence(Qt::SHIFT | Qt::Key_F3), this, [this] { goToNext(-1); });
    add(tr("Copy as JSON"), QStringLiteral("copy"), QKeySequence::Copy, m_table,
        [this] { copyRows(); });
    add(tr("Copy as curl"), QStringLiteral("copy"), {}, m_table, [this] { m_details->copyCurl(); });
    add(tr("Who would receive this?"), QStringLiteral("connections"), {}, m_table,
        [this] { m_details->requestRecipients(); });
    add(tr("Publish again…"), QStringLiteral("publish"), {}, m_table,
        [this] { m_details->publishAgain(); });
    add(tr("Clear the events"), QStringLiteral("trash"), {}, this, [this] { clear(); });
}

HubMonitor::Topics EventsView::topicsWhileHidden() const
{
    return m_wasShown ? HubMonitor::Topics(HubMonitor::Topic::Events) : HubMonitor::Topics();
}

void EventsView::activate()
{
    m_wasShown = true;
}

QWidget *EventsView::keyboardOwner() const
{
    return m_table;
}

void EventsView::find()
{
    m_filterBar->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->edit()->selectAll();
}

bool EventsView::isPaused() const
{
    return m_model->isPaused();
}

void EventsView::setPaused(bool paused)
{
    if (paused == m_model->isPaused())
        return;
    m_model->setPaused(paused);
    updatePause();
    Q_EMIT pausedChanged(paused);
}

void EventsView::handleFollowed()
{
    const QByteArray &sid = console().followed();
    m_followBanner->setText(tr("Following the connection %1: only events that it gets are shown.")
                                .arg(QString::fromLatin1(sid)));
    m_followBanner->setVisible(!sid.isEmpty());
    applyMatcher();
}

void EventsView::handleFilter(const Filter &filter)
{
    m_filter = filter;
    m_search.left = 0;
    applyMatcher();
}

void EventsView::applyMatcher()
{
    const bool hides = m_onlyMatches->isChecked() && !m_filter.isEmpty();
    const QByteArray sid = console().followed();
    if (!hides && sid.isEmpty()) {
        m_model->setMatcher({});
    } else {
        m_model->setMatcher(
            [filter = hides ? m_filter : Filter(), sid](const ObservedEvent &event) {
                return (sid.isEmpty() || event.followedSid == sid) && matches(filter, event);
            });
    }
    m_table->setPlaceholder(hides ? tr("No event matches the filter.")
                                  : tr("None of the events went to this connection."));
    updatePages();
}

void EventsView::goToNext(int step)
{
    const int current = m_table->currentIndex().row();
    if (m_onlyMatches->isChecked() || m_filter.isEmpty()) {
        if (const int row = m_model->nextMarked(current, step); row >= 0)
            m_table->showRow(row);
        else
            console().toast(tr("No event is marked. M marks the selected one."));
        return;
    }
    const bool isRunning = m_search.left > 0;
    m_search = {.row = current, .step = step, .left = m_model->rowCount()};
    if (!isRunning)
        continueSearch();
}

void EventsView::continueSearch()
{
    const QDeadlineTimer deadline(SliceMs);
    const int count = m_model->rowCount();
    while (m_search.left > 0 && count > 0) {
        --m_search.left;
        m_search.row = ((m_search.row + m_search.step) % count + count) % count;
        const ObservedEvent *event = m_model->eventAt(m_search.row);
        if (event && matches(m_filter, *event)) {
            m_search.left = 0;
            m_table->showRow(m_search.row);
            return;
        }
        if (m_search.left > 0 && deadline.hasExpired()) {
            QTimer::singleShot(0, this, &EventsView::continueSearch);
            return;
        }
    }
    console().toast(tr("No event matches the filter."));
}

void EventsView::handleSelection()
{
    const int row = m_table->currentIndex().row();
    const ObservedEvent *event = m_model->eventAt(row);
    // A row that the ring has dropped may still be read.
    if (!event)
        return;
    m_details->setEvent(*event);
    m_details->setMarked(m_model->isMarked(row));
}

void EventsView::toggleMarks()
{
    const QList<int> rows = m_table->selectedRows();
    const bool marks = std::any_of(rows.cbegin(), rows.cend(), [this](int row) {
        return m_model->eventAt(row) && !m_model->isMarked(row);
    });
    for (const int row : rows)
        m_model->setMarked(row, marks);
    m_details->setMarked(m_model->isMarked(m_table->currentIndex().row()));
}

void EventsView::copyRows()
{
    QByteArray text;
    qsizetype copied = 0;
    const QList<int> rows = m_table->selectedRows();
    for (const int row : rows) {
        const ObservedEvent *event = m_model->eventAt(row);
        if (!event)
            continue;
        if (text.size() + event->event.body.size() > MaxCopied) {
            console().toast(tr("So much does not go into the clipboard: export it instead."),
                            Console::Tone::Warning);
            return;
        }
        text.append(EventText::toJson(event->event)).append('\n');
        ++copied;
    }
    if (copied == 0)
        return;
    text.chop(1);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    console().toast(tr("%Ln event(s) copied", nullptr, static_cast<int>(copied)),
                    Console::Tone::Success);
}

void EventsView::showRowMenu(const QPoint &position)
{
    QMenu menu(this);
    const ObservedEvent *event = m_model->eventAt(m_table->currentIndex().row());
    if (event) {
        const QByteArray type = event->event.type;
        const QByteArray room = event->event.rooms.value(0);
        menu.addAction(tr("Only the type %1").arg(asActionText(QString::fromLatin1(type))), this,
                       [this, type] { addTerm(QStringLiteral("type"), type); });
        if (!room.isEmpty()) {
            menu.addAction(tr("Only the room %1").arg(asActionText(QString::fromUtf8(room))), this,
                           [this, room] { addTerm(QStringLiteral("room"), room); });
            menu.addAction(tr("Show the room"), this, [this, room] { console().showRoom(room); });
        }
        menu.addSeparator();
    }
    for (QAction *action : std::as_const(m_actions))
        menu.addAction(action);
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void EventsView::addTerm(const QString &field, const QByteArray &value)
{
    QString text = QString::fromUtf8(value);
    if (text.contains(u' '))
        text = u'"' + text + u'"';
    m_filterBar->setText((m_filterBar->text() + u' ' + field + u':' + text).trimmed());
}

void EventsView::clear()
{
    m_model->clear();
    m_details->setEvent(std::nullopt);
    updateCounts();
    updatePages();
}

void EventsView::updatePause()
{
    const bool paused = m_model->isPaused();
    m_pause->setChecked(paused);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(Theme::icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setToolTip(paused ? tr("Show what passed meanwhile, and go on (Ctrl+P)")
                               : tr("Hold the list still; what comes is kept aside (Ctrl+P)"));
    m_pauseBanner->setVisible(paused);
    const auto clamp = [](qint64 count) { return int(std::min<qint64>(count, 1'000'000'000)); };
    QString text =
        tr("Paused. %Ln event(s) passed meanwhile.", nullptr, clamp(m_model->passedMeanwhile()));
    if (m_model->lostMeanwhile() > 0)
        text += u' ' + tr("%Ln of them cannot be shown.", nullptr, clamp(m_model->lostMeanwhile()));
    text +=
        u' ' + tr("The buffer is %1 % full.").arg(QLocale().toString(int(m_model->fill() * 100)));
    m_pauseBanner->setText(text);
}

void EventsView::updateCounts()
{
    m_filterBar->setCounts(m_model->rowCount(), m_model->size());
}

void EventsView::updatePages()
{
    const bool isEmpty = m_model->size() == 0;
    if (isEmpty) {
        m_empty->setTitle(console().followed().isEmpty() ? tr("No events yet")
                                                         : tr("No events for this connection yet"));
        m_empty->setText(tr("Events show here as they are published, over HTTP, Redis or the "
                            "Publish page."));
    }
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
}

void EventsView::exportRows()
{
    if (m_model->rowCount() == 0) {
        console().toast(tr("There is nothing to be exported."));
        return;
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export events"), QStringLiteral("events.jsonl"),
                                     tr("JSON Lines (*.jsonl);;CSV (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void EventsView::exportTo(const QString &path)
{
    QList<ObservedEvent> events;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const ObservedEvent *event = m_model->eventAt(row))
            events.append(*event);
    }
    auto *task = new EventExport(std::move(events), path, this);
    connect(task, &EventExport::finished, this, [this, path](qint64 count) {
        console().toast(tr("%Ln event(s) written to %1", nullptr, int(count)).arg(path),
                        Console::Tone::Success);
    });
    connect(task, &EventExport::failed, this, [this, path](const QString &reason) {
        console().toast(tr("%1 could not be written: %2").arg(path, reason), Console::Tone::Error);
    });
    task->start();
}

void EventsView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const EventsView *>(&predecessor);
    if (!before)
        return;
    m_onlyMatches->setChecked(before->m_onlyMatches->isChecked());
    m_filterBar->setText(before->m_filterBar->text());
    m_wasShown = before->m_wasShown;
    m_wanted = before->m_wanted;
    for (const int row : before->m_table->selectedRows())
        m_wanted.append(before->m_model->numberOf(row));
    if (const int row = before->m_table->topRow(); row >= 0 && !before->m_table->isAtEnd())
        m_wantedTop = before->m_model->numberOf(row);
    m_details->setEvent(before->m_details->event());
    m_model->takeOver(*before->m_model); // what is wanted comes as soon as it has filtered
    updatePause();
    Q_EMIT topicsChanged();
}

void EventsView::selectWanted()
{
    m_table->selectRows(m_model->rowsOfNumbers(std::exchange(m_wanted, {})));
    if (const auto top = std::exchange(m_wantedTop, {})) {
        if (const QList<int> rows = m_model->rowsOfNumbers({*top}); !rows.isEmpty())
            m_table->stayAt(rows.first());
    }
}

void EventsView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("columns"), m_table->horizontalHeader()->saveState());
    settings.setValue(QStringLiteral("onlyMatches"), m_onlyMatches->isChecked());
    m_filterBar->saveState(settings);
}

void EventsView::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
    m_table->horizontalHeader()->restoreState(
        settings.value(QStringLiteral("columns")).toByteArray());
    m_onlyMatches->setChecked(settings.value(QStringLiteral("onlyMatches"), true).toBool());
    m_filterBar->restoreState(settings);
}

} // namespace Signalbox
