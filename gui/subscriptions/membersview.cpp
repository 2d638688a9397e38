// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/membersview.h"

#include "gui/subscriptions/membersmodel.h"
#include "gui/tables/tableview.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

MembersView::MembersView(QWidget *parent)
    : QWidget(parent)
    , m_model(new MembersModel(this))
    , m_table(new TableView)
    , m_summary(new QLabel)
    , m_message(new QLabel)
    , m_pages(new QStackedWidget)
    , m_open(new QAction(tr("Show connection"), this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Connections"));
    m_table->addRowActions({m_open});
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(16);
    m_message->setProperty("kind", QStringLiteral("muted"));
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 8, 0, 0);
    listLayout->setSpacing(8);
    listLayout->addWidget(m_summary);
    listLayout->addWidget(m_table, 1);
    m_pages->addWidget(m_message);
    m_pages->addWidget(list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(m_table, &QAbstractItemView::activated, this, &MembersView::activate);
    connect(m_open, &QAction::triggered, this, &MembersView::activate);
}

void MembersView::setMembers(const RoomMembers &members)
{
    m_model->setMembers(members.connections);
    const auto total = static_cast<int>(members.total);
    QString text = tr("%Ln connection(s)", nullptr, total);
    if (members.total > members.connections.size()) {
        text = tr("%1, the first %2 are listed")
                   .arg(text, QLocale().toString(members.connections.size()));
    }
    m_summary->setText(text);
    m_pages->setCurrentIndex(1);
}

void MembersView::showMessage(const QString &text)
{
    m_model->setMembers({});
    m_message->setText(text);
    m_pages->setCurrentIndex(0);
}

QString MembersView::summary() const
{
    return m_pages->currentIndex() == 1 ? m_summary->text() : m_message->text();
}

void MembersView::activate()
{
    const QList<int> rows = m_table->selectedRows();
    if (!rows.isEmpty())
        Q_EMIT connectionActivated(m_model->recordAt(rows.first()).sid);
}

} // namespace Signalbox
