// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/publishview.h"

#include "common/hub/eventcatalogue.h"
#include "gui/events/eventfamily.h"
#include "gui/json/jsoneditor.h"
#include "gui/json/jsonview.h"
#include "gui/publish/publishhistory.h"
#include "gui/subscriptions/membersview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Signalbox {

QWidget *PublishView::makeForm()
{
    m_type->setEditable(true);
    m_type->setInsertPolicy(QComboBox::NoInsert);
    m_type->setAccessibleName(tr("Event type"));
    m_type->lineEdit()->setPlaceholderText(tr("Such as order.shipped"));
    m_type->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_type->completer()->setFilterMode(Qt::MatchContains);
    m_type->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_example->setToolTip(tr("Replaces the body by one that is right for the type"));
    m_target->addItem(tr("Where its ids say"), int(EventDraft::Target::Ids));
    m_target->addItem(tr("Rooms"), int(EventDraft::Target::Rooms));
    m_target->addItem(tr("One user"), int(EventDraft::Target::User));
    m_idsHint->setProperty("kind", QStringLiteral("muted"));
    m_idsHint->setObjectName(QStringLiteral("idsHint"));
    m_idsHint->setWordWrap(true);
    m_idsHint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_idsHint->setToolTip(
        tr("An event goes to the rooms that the ids in its body name: workflow_id, "
           "bot_id, strategy_id, project_id, agent_id. Without any it goes to "
           "everyone."));
    m_target->setAccessibleName(tr("Whom it is for"));

    auto *typeLabel = new QLabel(tr("&Type"));
    typeLabel->setBuddy(m_type);
    auto *targetLabel = new QLabel(tr("&For"));
    targetLabel->setBuddy(m_target);
    m_bodyLabel->setBuddy(m_editor);
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(typeLabel, 0, 0);
    grid->addWidget(m_type, 0, 1, 1, 2);
    grid->addWidget(m_example, 0, 3);
    grid->addWidget(targetLabel, 1, 0);
    grid->addWidget(m_target, 1, 1);
    grid->addWidget(m_address, 1, 2, 1, 2);
    grid->addWidget(m_idsHint, 1, 2, 1, 2);
    grid->setColumnStretch(2, 1);

    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(m_fields);
    auto *above = new QHBoxLayout;
    above->addWidget(m_bodyLabel, 1);
    above->addWidget(m_whole);
    layout->addLayout(above);
    layout->addWidget(m_editor, 1);
    return form;
}

QWidget *PublishView::makeSide()
{
    m_preview->setAccessibleText(tr("The event that will be published"));
    m_preview->setPlaceholderText(tr("The event shows here as it will be published."));
    m_recipients->showMessage(tr("“Who would receive this?” lists them here."));
    m_side->setDocumentMode(true);
    m_side->setUsesScrollButtons(false);
    m_side->addTab(m_preview, tr("Preview"));
    m_side->addTab(m_recipients, tr("Recipients"));
    m_side->addTab(m_history, tr("History"));
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addStrut(272); // at least, and as wide as the tabs need
    layout->addWidget(m_side);
    return side;
}

void PublishView::fillTypes()
{
    auto *items = qobject_cast<QStandardItemModel *>(m_type->model());
    for (const EventCatalogue::Entry &entry : EventCatalogue::entries()) {
        m_type->addItem(EventFamily::icon(EventFamily::of(entry.type)),
                        QString::fromLatin1(entry.type));
        if (entry.isPublishable || !items)
            continue;
        QStandardItem *item = items->item(m_type->count() - 1);
        item->setEnabled(false);
        item->setToolTip(tr("Only the server itself says this."));
    }
    m_type->setMaxVisibleItems(m_type->count());
    m_type->setCurrentIndex(-1);
    m_type->clearEditText();
}

} // namespace Signalbox
