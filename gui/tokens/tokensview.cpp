// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/tokensview.h"

#include "gui/console.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/theme/theme.h"
#include "gui/tokens/tokenactions.h"
#include "gui/tokens/tokensmodel.h"
#include "gui/widgets/emptystate.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int RefreshMs = 5000;
// So many that asking for all of them again and again would cost the server something.
constexpr qsizetype ManyTokens = 2000;

} // namespace

TokensView::TokensView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_model(new TokensModel(this))
    , m_table(new TableView)
    , m_filter(new FilterBar)
    , m_actions(new TokenActions(console, *this))
    , m_problem(new QLabel)
    , m_stack(new QStackedWidget)
    , m_timer(new QTimer(this))
{
    m_model->setShowsUtc(console.showsUtc());
    m_model->setSortKeys({{TokensModel::Created, Qt::DescendingOrder}});
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Tokens"));
    m_table->setPlaceholder(tr("No token matches the filter."));
    m_table->addAction(m_actions->revoke()); // for its key
    m_table->addRowActions({m_actions->revoke()});
    m_filter->setModel(m_model);
    m_filter->addButton(m_actions->issue(), Qt::ToolButtonTextBesideIcon);
    for (QAction *action : {m_actions->revoke(), m_actions->decode(), m_actions->rotate(),
                            m_actions->setStaticToken()})
        m_filter->addButton(action);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setAccessibleName(tr("State of the token store"));
    m_problem->hide();

    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_filter);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);

    m_timer->setInterval(RefreshMs);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_model->totalCount() < ManyTokens)
            request();
    });
    connect(m_actions, &TokenActions::changed, this, &TokensView::request);
    connect(m_filter, &FilterBar::leaveRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TokensView::handleSelection);
    connect(m_model, &SortedTableModel::countsChanged, this, &TokensView::updateState);
    connect(m_table, &TableView::noticed, this, [this](const QString &text, bool isError) {
        this->console().toast(text, isError ? Console::Tone::Error : Console::Tone::Success);
    });
    connect(&console, &Console::showsUtcChanged, m_model, &TokensModel::setShowsUtc);
    connect(&console, &Console::readOnlyChanged, this, &TokensView::handleSelection);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &TokensView::updateState);
    updateState();
}

QWidget *TokensView::makeEmpty() const
{
    auto *empty = new EmptyState(
        QStringLiteral("tokens"), tr("No tokens yet"),
        tr("A token says who a client is, what it may do, and which rooms it may join. Those "
           "issued here or over HTTP are listed, and can be revoked."));
    QPushButton *issue = empty->addButton(tr("&Issue a token…"));
    issue->setObjectName(QStringLiteral("issueFirst"));
    QAction *action = m_actions->issue();
    const auto follow = [issue, action] {
        issue->setEnabled(action->isEnabled());
        issue->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, issue, follow);
    connect(issue, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return empty;
}

QList<QAction *> TokensView::paletteActions() const
{
    return m_actions->all();
}

void TokensView::activate()
{
    m_model->setLive(true);
    request();
    m_timer->start();
}

void TokensView::deactivate()
{
    m_timer->stop();
    m_model->setLive(false);
}

QWidget *TokensView::keyboardOwner() const
{
    return m_table;
}

void TokensView::find()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->edit()->selectAll();
}

void TokensView::refresh()
{
    request();
    m_model->flushChanges();
}

void TokensView::exportRows()
{
    m_table->exportRows(QStringLiteral("tokens"));
}

void TokensView::request()
{
    if (std::exchange(m_isAsking, true))
        return;
    console().hubOperator().requestTokens(
        this, [this](const Result<QList<TokenRecord>> &tokens) { handleTokens(tokens); });
}

void TokensView::handleTokens(const Result<QList<TokenRecord>> &tokens)
{
    m_isAsking = false;
    if (!tokens)
        return; // the window says that the server is not there
    m_model->setTokens(*tokens);
    handleSelection();
    updateState();
}

void TokensView::handleSelection()
{
    QList<TokenRecord> selected;
    for (const int row : m_table->selectedRows())
        selected.append(m_model->recordAt(row).record);
    m_actions->setTargets(selected);
}

void TokensView::updateState()
{
    m_stack->setCurrentIndex(m_model->totalCount() > 0 ? 1 : 0);
    QString problem;
    for (const ComponentHealth &component : console().monitor().status().components) {
        if (component.name == "tokens")
            problem = component.detail;
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void TokensView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const TokensView *>(&predecessor);
    if (!before)
        return;
    m_filter->setText(before->m_filter->text());
    m_model->takeOver(*before->m_model);
    m_table->selectRows(m_model->rowsOf(before->m_model->idsOf(before->m_table->selectedRows())));
    updateState();
}

void TokensView::saveState(QSettings &settings) const
{
    m_table->saveState(settings);
    m_filter->saveState(settings);
}

void TokensView::restoreState(QSettings &settings)
{
    m_table->restoreState(settings);
    m_filter->restoreState(settings);
}

} // namespace Signalbox
