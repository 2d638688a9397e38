// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsview.h"

#include "gui/connections/closedmodel.h"
#include "gui/connections/connectionactions.h"
#include "gui/connections/connectionpane.h"
#include "gui/connections/connectionsmodel.h"
#include "gui/console.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace Signalbox {

namespace {

QString clientAddress(const Console &console)
{
    const QString address = console.monitor().status().address;
    return address.isEmpty() ? QString() : address + QStringLiteral("/client");
}

} // namespace

ConnectionsView::ConnectionsView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_model(new ConnectionsModel(this))
    , m_closedModel(new ClosedModel(this))
    , m_table(new TableView)
    , m_closedTable(new TableView)
    , m_filter(new FilterBar)
    , m_closedFilter(new FilterBar)
    , m_actions(new ConnectionActions(console, *this))
    , m_pane(new ConnectionPane(console, *m_model))
    , m_empty(new EmptyState(QStringLiteral("connections"), tr("No clients yet"), {}))
    , m_openStack(new QStackedWidget)
    , m_closedStack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_tabs(new QTabWidget)
    , m_selectionTimer(new QTimer(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("openOrClosed"));
    m_tabs->addTab(makeOpenPage(), tr("Open"));
    m_tabs->addTab(makeClosedPage(), tr("Closed"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 16);
    layout->addWidget(m_tabs);

    for (TableView *table : {m_table, m_closedTable}) {
        connect(table, &TableView::noticed, this, [this](const QString &text, bool isError) {
            this->console().toast(text, isError ? Console::Tone::Error : Console::Tone::Success);
        });
    }
    // Many ranges change at once when rows move.
    m_selectionTimer->setSingleShot(true);
    m_selectionTimer->setInterval(0);
    connect(m_selectionTimer, &QTimer::timeout, this, &ConnectionsView::handleSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_selectionTimer,
            qOverload<>(&QTimer::start));
    connect(m_model, &SortedTableModel::countsChanged, this, &ConnectionsView::updateState);
    connect(m_model, &ConnectionsModel::applied, this, &ConnectionsView::selectWanted);
    connect(m_closedModel, &SortedTableModel::countsChanged, this, &ConnectionsView::updateState);
    connect(&console.monitor(), &HubMonitor::connectionsChanged, this,
            &ConnectionsView::handleChanges);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &ConnectionsView::updateState);
    connect(&console, &Console::readOnlyChanged, this, &ConnectionsView::updateState);
    connect(&console, &Console::followedChanged, this, &View::topicsChanged);
    connect(&console, &Console::connectionRequested, this, &ConnectionsView::showConnection);
    connect(&console, &Console::showsUtcChanged, this, [this](bool utc) {
        m_model->setShowsUtc(utc);
        m_closedModel->setShowsUtc(utc);
    });
    m_model->setShowsUtc(console.showsUtc());
    m_closedModel->setShowsUtc(console.showsUtc());
    updateState();
}

QWidget *ConnectionsView::makeOpenPage()
{
    m_filter->setObjectName(QStringLiteral("openFilter"));
    m_empty->setObjectName(QStringLiteral("noClients"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Open connections"));
    m_table->setPlaceholder(tr("No connection matches the filter."));
    m_table->addAction(m_actions->disconnectSelected()); // for its key
    m_table->addRowActions(m_actions->all());
    m_filter->setModel(m_model);
    for (QAction *action : {m_actions->disconnectSelected(), m_actions->join(), m_actions->leave(),
                            m_actions->send(), m_actions->follow()})
        m_filter->addButton(action);
    connect(m_filter, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::filterChanged, this, &ConnectionsView::updateState);
    m_actions->setTargets(
        [this] {
            ConnectionActions::Connections targets;
            for (const int row : m_table->selectedRows())
                targets << m_model->recordAt(row).info;
            return targets;
        },
        [this] {
            ConnectionActions::Connections targets;
            for (int row = 0; row < m_model->rowCount(); ++row)
                targets << m_model->recordAt(row).info;
            return targets;
        });

    QPushButton *copy = m_empty->addButton(tr("&Copy the address"));
    QPushButton *open = m_empty->addButton(tr("&Open in the browser"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(clientAddress(console()));
        console().toast(tr("Copied the address."), Console::Tone::Success);
    });
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(clientAddress(console()))); });

    connect(m_pane, &ConnectionPane::leaveRequested, this, [this](const QByteArray &room) {
        if (const ConnectionRow *row = m_model->find(m_pane->sid()))
            m_actions->leaveRoom({row->info}, room);
    });

    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_pane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({500, 230});
    m_table->setMinimumHeight(120);
    m_pane->setMinimumHeight(120);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_filter);
    layout->addWidget(m_splitter, 1);
    m_openStack->addWidget(m_empty);
    m_openStack->addWidget(page);
    return m_openStack;
}

QWidget *ConnectionsView::makeClosedPage()
{
    m_closedFilter->setObjectName(QStringLiteral("closedFilter"));
    m_closedTable->setModel(m_closedModel);
    m_closedTable->setAccessibleName(tr("Closed connections"));
    m_closedTable->setPlaceholder(tr("No connection matches the filter."));
    m_closedModel->setSortKeys({{ClosedModel::ClosedAt, Qt::DescendingOrder}});
    m_closedFilter->setModel(m_closedModel);
    connect(m_closedFilter, &FilterBar::leaveRequested, m_closedTable,
            qOverload<>(&QWidget::setFocus));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_closedFilter);
    layout->addWidget(m_closedTable, 1);
    m_closedStack->addWidget(
        new EmptyState(QStringLiteral("disconnect"), tr("No connection has ended yet"),
                       tr("The last %1 that end are kept here, with the code and the reason.")
                           .arg(QLocale().toString(ClosedModel::MaxRows))));
    m_closedStack->addWidget(page);
    return m_closedStack;
}

HubMonitor::Topics ConnectionsView::topics() const
{
    HubMonitor::Topics topics = HubMonitor::Topic::Connections;
    topics.setFlag(HubMonitor::Topic::Events, !console().followed().isEmpty());
    return topics;
}

void ConnectionsView::activate()
{
    m_model->setLive(true);
    m_closedModel->setLive(true);
}

void ConnectionsView::deactivate()
{
    m_model->setLive(false);
    m_closedModel->setLive(false);
}

bool ConnectionsView::showsClosed() const
{
    return m_tabs->currentIndex() == 1;
}

TableView *ConnectionsView::currentTable() const
{
    return showsClosed() ? m_closedTable : m_table;
}

FilterBar *ConnectionsView::currentFilter() const
{
    return showsClosed() ? m_closedFilter : m_filter;
}

QWidget *ConnectionsView::keyboardOwner() const
{
    return currentTable();
}

void ConnectionsView::find()
{
    currentFilter()->setFocus(Qt::ShortcutFocusReason);
    currentFilter()->edit()->selectAll();
}

void ConnectionsView::refresh()
{
    currentTable()->tableModel()->flushChanges();
}

void ConnectionsView::exportRows()
{
    currentTable()->exportRows(showsClosed() ? QStringLiteral("closed-connections")
                                             : QStringLiteral("connections"));
}

QList<QAction *> ConnectionsView::paletteActions() const
{
    return m_actions->all();
}

void ConnectionsView::handleChanges(const ConnectionChanges &changes)
{
    m_model->apply(changes);
    m_closedModel->apply(changes);
}

void ConnectionsView::handleSelection()
{
    const qsizetype selected = m_table->selectedRowCount();
    const QList<int> rows = selected == 1 ? m_table->selectedRows() : QList<int>();
    if (rows.size() == 1)
        m_pane->showConnection(m_model->recordAt(rows.first()).info.sid);
    else if (selected > 1 || m_model->find(m_pane->sid()) || m_pane->sid().isEmpty())
        m_pane->setSelectedCount(selected);
    updateState();
}

void ConnectionsView::updateState()
{
    const QLocale locale;
    const qsizetype open = m_model->totalCount();
    const qsizetype closed = m_closedModel->totalCount();
    const bool isFiltered = !m_filter->filter().isEmpty();
    m_tabs->setTabText(0, tr("Open (%1)").arg(locale.toString(open)));
    m_tabs->setTabText(1, tr("Closed (%1)").arg(locale.toString(closed)));
    // The pane may still tell how the last one ended.
    m_openStack->setCurrentIndex(open > 0 || !m_pane->sid().isEmpty() ? 1 : 0);
    m_closedStack->setCurrentIndex(closed > 0 ? 1 : 0);
    m_table->setPlaceholder(open > 0 ? tr("No connection matches the filter.") : tr("No clients."));
    m_actions->update(m_table->selectedRowCount(), m_model->rowCount(), isFiltered);
    const QString address = clientAddress(console());
    m_empty->setText(address.isEmpty() ? tr("The server is starting.")
                                       : tr("To try it, open %1 in a browser.").arg(address));
    for (QPushButton *button : m_empty->findChildren<QPushButton *>())
        button->setEnabled(!address.isEmpty());
}

void ConnectionsView::showConnection(const QByteArray &sid)
{
    m_tabs->setCurrentIndex(0);
    if (!m_model->find(sid)) {
        console().toast(tr("The connection %1 is not there any more.").arg(QString::fromUtf8(sid)));
        return;
    }
    if (m_model->rowOfId(sid) < 0)
        m_filter->setText({});
    // With many rows, the new order takes a moment.
    if (m_model->isBusy()) {
        connect(
            m_model, &SortedTableModel::busyChanged, this, [this, sid] { showConnection(sid); },
            Qt::SingleShotConnection);
        return;
    }
    if (const int row = m_model->rowOfId(sid); row >= 0)
        m_table->showRow(row);
}

void ConnectionsView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const ConnectionsView *>(&predecessor);
    if (!before)
        return;
    // The filters first: they have no rows to look through yet.
    m_filter->setText(before->m_filter->text());
    m_closedFilter->setText(before->m_closedFilter->text());
    m_closedModel->takeOver(*before->m_closedModel);
    m_closedTable->selectRows(
        m_closedModel->rowsOf(before->m_closedModel->idsOf(before->m_closedTable->selectedRows())));
    m_pane->takeOver(*before->m_pane);
    m_wanted = before->m_wanted + before->m_model->idsOf(before->m_table->selectedRows());
    m_model->takeOver(*before->m_model);
    m_tabs->setCurrentIndex(before->m_tabs->currentIndex());
    selectWanted();
    updateState();
}

void ConnectionsView::selectWanted()
{
    if (!m_wanted.isEmpty() && m_model->isUpToDate())
        m_table->selectRows(m_model->rowsOf(std::exchange(m_wanted, {})));
}

void ConnectionsView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
    settings.beginGroup(QStringLiteral("open"));
    m_table->saveState(settings);
    m_filter->saveState(settings);
    settings.endGroup();
    settings.beginGroup(QStringLiteral("closed"));
    m_closedTable->saveState(settings);
    m_closedFilter->saveState(settings);
    settings.endGroup();
}

void ConnectionsView::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
    settings.beginGroup(QStringLiteral("open"));
    m_table->restoreState(settings);
    m_filter->restoreState(settings);
    settings.endGroup();
    settings.beginGroup(QStringLiteral("closed"));
    m_closedTable->restoreState(settings);
    m_closedFilter->restoreState(settings);
    settings.endGroup();
}

} // namespace Signalbox
