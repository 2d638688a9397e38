// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/subscriptionsview.h"

#include "common/monitor/roomchanges.h"
#include "gui/console.h"
#include "gui/subscriptions/roompanel.h"
#include "gui/subscriptions/roomsmodel.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/paddeddelegate.h"
#include "gui/tables/rowview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto RateInterval = 1s;
/// A kind with more rooms is closed at first: nobody reads that many.
constexpr qsizetype ManyRooms = 200;

} // namespace

SubscriptionsView::SubscriptionsView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_model(new RoomsModel(this))
    , m_filterBar(new FilterBar)
    , m_tree(new RowView<QTreeView>)
    , m_panel(new RoomPanel(console))
    , m_empty(new EmptyState(QStringLiteral("subscriptions"), tr("No rooms yet"),
                             tr("A room shows here when a client joins it or an event is kept "
                                "for it.")))
    , m_pages(new QStackedWidget)
    , m_splitter(new QSplitter)
    , m_rateTimer(new QTimer(this))
{
    m_filterBar->setSchema(RoomsModel::schema());
    m_filterBar->edit()->setPlaceholderText(tr("Filter: kind:project members>10 rate>1"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PaddedDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setAccessibleName(tr("Rooms"));
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(RoomsModel::NameColumn, Qt::AscendingOrder);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_tree->header();
    const int digit = m_tree->fontMetrics().averageCharWidth();
    header->resizeSection(RoomsModel::NameColumn, 24 * digit + 40);
    header->ensurePolished(); // its font is the style sheet's
    for (const int column :
         {RoomsModel::MembersColumn, RoomsModel::RateColumn, RoomsModel::RetainedColumn})
        header->resizeSection(column, std::max(7 * digit + 20, header->sectionSizeHint(column)));

    auto *left = new QWidget;
    left->setMinimumWidth(220);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 8, 0);
    leftLayout->setSpacing(8);
    leftLayout->addWidget(m_filterBar);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_tree);
    leftLayout->addWidget(m_pages, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_panel);
    m_splitter->setSizes({640, 400});
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_splitter);

    auto *copy = new QAction(Theme::icon(QStringLiteral("copy")), tr("Copy the room's name"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copy);
    connect(copy, &QAction::triggered, this, [this] {
        if (const RoomInfo *room = m_model->roomAt(m_tree->currentIndex()))
            QGuiApplication::clipboard()->setText(QString::fromUtf8(room->name));
    });
    auto *who = new QAction(Theme::icon(QStringLiteral("connections")),
                            tr("Who would receive an event?"), this);
    connect(who, &QAction::triggered, this, [this] { m_panel->tabs()->setCurrentIndex(2); });
    m_actions = {who};

    m_rateTimer->setInterval(RateInterval);
    m_model->setShowsUtc(console.showsUtc());
    connect(m_rateTimer, &QTimer::timeout, this, &SubscriptionsView::tick);
    connect(&console.monitor(), &HubMonitor::roomsChanged, this, &SubscriptionsView::handleRooms);
    connect(&console, &Console::roomRequested, this, &SubscriptionsView::showRoom);
    connect(&console, &Console::showsUtcChanged, m_model, &RoomsModel::setShowsUtc);
    connect(m_filterBar, &FilterBar::filterChanged, this, &SubscriptionsView::handleFilter);
    connect(m_filterBar, &FilterBar::leaveRequested, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_model, &RoomsModel::countsChanged, this, &SubscriptionsView::updateCounts);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SubscriptionsView::handleSelection);
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_collapsed.insert(m_model->kindAt(index)); });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_collapsed.remove(m_model->kindAt(index)); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &under) {
        if (!under.isValid() && !m_isResetting)
            expandAgain();
    });
    updateCounts();
}

void SubscriptionsView::activate()
{
    m_rateClock.start();
    m_rateTimer->start();
}

void SubscriptionsView::deactivate()
{
    m_rateTimer->stop();
}

void SubscriptionsView::tick()
{
    m_model->updateRates(double(m_rateClock.restart()) / 1000);
}

QWidget *SubscriptionsView::keyboardOwner() const
{
    return m_tree;
}

void SubscriptionsView::find()
{
    m_filterBar->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filterBar->edit()->selectAll();
}

void SubscriptionsView::refresh()
{
    m_model->flushChanges();
    m_panel->refresh();
}

void SubscriptionsView::handleRooms(const RoomChanges &changes)
{
    const QByteArray selected = m_panel->room();
    m_isResetting = changes.isReset;
    m_model->apply(changes);
    m_isResetting = false;
    if (changes.isReset) {
        expandAgain();
        if (!selected.isEmpty())
            select(m_model->indexOf(selected));
    }
    if (!selected.isEmpty()) {
        for (const RoomInfo &room : changes.changed) {
            if (room.name == selected)
                m_panel->updateRoom(room);
        }
    }
    if (!m_wanted.isEmpty())
        showRoom(std::exchange(m_wanted, {}));
}

void SubscriptionsView::handleFilter(const Filter &filter)
{
    const QByteArray selected = m_panel->room();
    m_isResetting = true;
    m_model->setFilter(filter);
    m_isResetting = false;
    expandAgain();
    if (!selected.isEmpty())
        select(m_model->indexOf(selected));
}

void SubscriptionsView::expandAgain()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex kind = m_model->index(row, 0);
        if (m_tree->isExpanded(kind) || m_collapsed.contains(m_model->kindAt(kind)))
            continue;
        if (m_model->canFetchMore(kind) && m_model->rowCount(kind) == 0
            && m_model->shownCount() > ManyRooms)
            continue;
        m_tree->expand(kind);
    }
}

void SubscriptionsView::select(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (index.parent().isValid())
        m_tree->expand(index.parent());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void SubscriptionsView::showRoom(const QByteArray &room)
{
    QModelIndex index = m_model->indexOf(room);
    if (!index.isValid() && !m_filterBar->text().isEmpty()) {
        m_filterBar->setText({});
        index = m_model->indexOf(room);
    }
    if (index.isValid())
        select(index);
    else
        m_wanted = room; // the rooms come when this page is watched
}

void SubscriptionsView::handleSelection()
{
    const RoomInfo *room = m_model->roomAt(m_tree->currentIndex());
    // A reset takes the selection away for a moment; a kind says nothing of its own.
    if (room && room->name != m_panel->room())
        m_panel->setRoom(room);
}

void SubscriptionsView::updateCounts()
{
    m_filterBar->setCounts(m_model->shownCount(), m_model->roomCount());
    m_pages->setCurrentIndex(m_model->roomCount() == 0 ? 0 : 1);
}

void SubscriptionsView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const SubscriptionsView *>(&predecessor);
    if (!before)
        return;
    // The rooms themselves are told anew when they are watched again.
    m_filterBar->setText(before->m_filterBar->text());
    m_collapsed = before->m_collapsed;
    m_wanted = before->m_wanted;
    m_panel->takeOver(*before->m_panel);
}

void SubscriptionsView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("columns"), m_tree->header()->saveState());
    m_filterBar->saveState(settings);
}

void SubscriptionsView::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
    m_tree->header()->restoreState(settings.value(QStringLiteral("columns")).toByteArray());
    m_filterBar->restoreState(settings);
}

} // namespace Signalbox
