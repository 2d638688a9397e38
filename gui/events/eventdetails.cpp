// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventdetails.h"

#include "common/monitor/hubmonitor.h"
#include "gui/console.h"
#include "gui/events/eventfamily.h"
#include "gui/events/eventtext.h"
#include "gui/json/jsonview.h"
#include "gui/subscriptions/membersview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/iconlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

QPushButton *button(const QString &text, const QString &icon, const QString &toolTip)
{
    auto *result = new QPushButton(Theme::icon(icon), text);
    result->setToolTip(toolTip);
    return result;
}

} // namespace

EventDetails::EventDetails(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_icon(new IconLabel(16))
    , m_title(new QLabel)
    , m_facts(new ElidedLabel)
    , m_mark(new QToolButton)
    , m_copy(button(tr("Copy"), QStringLiteral("copy"),
                    tr("The event, or a command that publishes it")))
    , m_again(button(tr("Publish again…"), QStringLiteral("publish"),
                     tr("Opens it in the publisher, where it can be changed first")))
    , m_tabs(new QTabWidget)
    , m_json(new JsonView)
    , m_recipients(new MembersView)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setProperty("kind", QStringLiteral("muted"));
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_mark->setText(tr("Mark"));
    m_mark->setIcon(Theme::icon(QStringLiteral("flag")));
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->setCheckable(true);
    m_mark->setToolTip(tr("Marks the event (M); F3 leads from mark to mark"));
    m_json->setPlaceholderText(tr("Select an event to read it."));
    m_json->setAccessibleText(tr("The selected event as JSON"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(m_recipients, tr("Who would receive this?"));
    m_tabs->setTabToolTip(1, tr("Connections that would get it if it were published now"));
    m_tabs->setDocumentMode(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title);
    head->addWidget(m_facts, 1);
    head->addWidget(m_mark);
    auto *copyMenu = new QMenu(m_copy);
    copyMenu->addAction(tr("As JSON"), this, &EventDetails::copyJson);
    copyMenu->addAction(tr("As a curl command"), this, &EventDetails::copyCurl);
    m_copy->setMenu(copyMenu);
    head->addWidget(m_copy);
    head->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);

    connect(m_mark, &QToolButton::clicked, this, &EventDetails::markRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &EventDetails::askForRecipients);
    connect(m_again, &QPushButton::clicked, this, &EventDetails::publishAgain);
    connect(m_recipients, &MembersView::connectionActivated, &m_console, &Console::showConnection);
    connect(&m_console, &Console::readOnlyChanged, this, &EventDetails::updateActions);
    setEvent(std::nullopt);
}

void EventDetails::setShowsRecipients(bool shows)
{
    m_showsRecipients = shows;
    m_mark->setVisible(shows);
}

void EventDetails::setEvent(const std::optional<ObservedEvent> &event)
{
    const bool isSame = event && m_event && event->event.id == m_event->event.id;
    m_event = event;
    updateActions();
    if (isSame)
        return;
    m_tabs->setCurrentIndex(0);
    m_recipients->showMessage(tr("Select an event first."));
    if (!event) {
        m_icon->setIcon({});
        m_icon->setToolTip({});
        m_title->clear();
        m_facts->clear();
        m_json->clear();
        return;
    }
    const EventFamily::Family family = EventFamily::of(event->event.type);
    m_icon->setIcon(EventFamily::icon(family));
    m_icon->setToolTip(EventFamily::name(family));
    m_title->setText(QString::fromLatin1(event->event.type));
    const QString id = QString::fromLatin1(event->event.id.toText());
    m_facts->setText(
        m_showsRecipients
            ? tr("%1 · delivered to %2")
                  .arg(id, tr("%Ln connection(s)", nullptr, static_cast<int>(event->recipients)))
            : id);
    m_json->setJson(EventText::toJson(event->event));
}

void EventDetails::setMarked(bool marked)
{
    m_mark->setChecked(marked);
    m_mark->setText(marked ? tr("Marked") : tr("Mark"));
}

void EventDetails::updateActions()
{
    for (QWidget *one : QWidgetList{m_mark, m_copy, m_again})
        one->setEnabled(m_event.has_value());
    if (m_console.isReadOnly()) {
        m_again->setEnabled(false);
        m_again->setToolTip(tr("The console is read-only."));
    } else {
        m_again->setToolTip(tr("Opens it in the publisher, where it can be changed first"));
    }
}

void EventDetails::copyJson()
{
    if (!m_event)
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(EventText::toJson(m_event->event)));
    m_console.toast(tr("The event is in the clipboard."), Console::Tone::Success);
}

void EventDetails::copyCurl()
{
    if (!m_event)
        return;
    QGuiApplication::clipboard()->setText(
        EventText::toCurl(m_event->event, m_console.monitor().status().address));
    m_console.toast(tr("The command is in the clipboard. Set SIGNALBOX_TOKEN before you run it."),
                    Console::Tone::Success);
}

void EventDetails::requestRecipients()
{
    if (m_tabs->currentWidget() == m_recipients)
        askForRecipients();
    else
        m_tabs->setCurrentWidget(m_recipients);
}

void EventDetails::askForRecipients()
{
    if (!m_event || m_tabs->currentWidget() != m_recipients)
        return;
    const EventId id = m_event->event.id;
    m_recipients->showMessage(tr("Asking the server…"));
    m_console.hubOperator().requestRecipients(
        EventText::toPublishable(m_event->event), this,
        [this, id](const Result<RoomMembers> &answer) {
            if (!m_event || m_event->event.id != id)
                return; // another one was selected meanwhile
            if (!answer)
                m_recipients->showMessage(answer.error().message);
            else if (answer->total == 0)
                m_recipients->showMessage(tr("Nobody: no connection is where it would go."));
            else
                m_recipients->setMembers(*answer);
        });
}

void EventDetails::publishAgain()
{
    if (m_event && !m_console.isReadOnly())
        m_console.composeEvent(EventText::toPublishable(m_event->event));
}

} // namespace Signalbox
