// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/roompanel.h"

#include "common/monitor/huboperator.h"
#include "common/monitor/roomchanges.h"
#include "common/protocol/json.h"
#include "common/protocol/jsonlocation.h"
#include "gui/console.h"
#include "gui/events/eventdetails.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventtable.h"
#include "gui/json/jsoneditor.h"
#include "gui/publish/eventdraft.h"
#include "gui/subscriptions/membersview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto RefreshDelay = 1s;

int clamped(qint64 count)
{
    return int(std::min<qint64>(count, 1'000'000'000));
}

/// When an event says that it happened: ISO 8601, or seconds or milliseconds since 1970.
QDateTime timeOf(const Event &event)
{
    if (Json::kindOf(event.timestamp) == Json::Kind::String) {
        return QDateTime::fromString(QString::fromUtf8(Json::unquoted(event.timestamp)),
                                     Qt::ISODateWithMs);
    }
    constexpr double FirstMilliseconds = 1e11; // in seconds, that is the year 5138
    const double number = event.timestamp.toDouble();
    return QDateTime::fromMSecsSinceEpoch(
               qint64(number < FirstMilliseconds ? number * 1000 : std::min(number, 1e15)))
        .toUTC();
}

} // namespace

RoomPanel::RoomPanel(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_name(new ElidedLabel)
    , m_facts(new QLabel)
    , m_publish(new QPushButton(Theme::icon(QStringLiteral("publish")), tr("Publish here…")))
    , m_tabs(new QTabWidget)
    , m_members(new MembersView)
    , m_history(new EventsModel({}, this))
    , m_historyTable(new EventTable(m_history))
    , m_details(new EventDetails(console))
    , m_editor(new JsonEditor)
    , m_ask(
          new QPushButton(Theme::icon(QStringLiteral("connections")), tr("Who would receive it?")))
    , m_recipients(new MembersView)
    , m_refreshTimer(new QTimer(this))
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts->setWordWrap(true);
    m_facts->setProperty("kind", QStringLiteral("muted"));
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_members, tr("Members"));
    m_tabs->addTab(makeHistoryPage(), tr("History"));
    m_tabs->addTab(makeRecipientsPage(), tr("Who would receive…"));

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_facts);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(names, 1);
    head->addWidget(m_publish);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);

    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(RefreshDelay);
    m_history->setShowsUtc(console.showsUtc());
    connect(m_refreshTimer, &QTimer::timeout, this, &RoomPanel::requestMembers);
    connect(m_publish, &QPushButton::clicked, this, &RoomPanel::publishHere);
    connect(m_ask, &QPushButton::clicked, this, &RoomPanel::askForRecipients);
    connect(m_editor, &JsonEditor::submitted, this, &RoomPanel::askForRecipients);
    connect(m_members, &MembersView::connectionActivated, &console, &Console::showConnection);
    connect(m_recipients, &MembersView::connectionActivated, &console, &Console::showConnection);
    connect(&console, &Console::readOnlyChanged, this, &RoomPanel::updateActions);
    connect(&console, &Console::showsUtcChanged, m_history, &EventsModel::setShowsUtc);
    connect(m_historyTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] {
                if (const ObservedEvent *event =
                        m_history->eventAt(m_historyTable->currentIndex().row()))
                    m_details->setEvent(*event);
            });
    setRoom(nullptr);
}

QWidget *RoomPanel::makeHistoryPage()
{
    m_historyTable->setAccessibleName(tr("Retained events"));
    m_historyTable->setColumnHidden(EventsModel::RecipientsColumn, true);
    m_historyTable->setColumnHidden(EventsModel::RoomsColumn, true);
    m_historyTable->setColumnHidden(EventsModel::IdColumn, false);
    m_details->setShowsRecipients(false);
    auto *page = new QSplitter(Qt::Vertical);
    page->setChildrenCollapsible(false);
    page->addWidget(m_historyTable);
    page->addWidget(m_details);
    page->setStretchFactor(0, 1);
    page->setStretchFactor(1, 1);
    return page;
}

QWidget *RoomPanel::makeRecipientsPage()
{
    m_editor->setAccessibleText(tr("Event as JSON"));
    m_editor->setPlaceholderText(
        QStringLiteral("{\"type\": \"order.shipped\", \"rooms\": [\"project:7\"]}"));
    m_recipients->showMessage(tr("Paste an event: the connections that would get it, if it were "
                                 "published now, are listed here. Nothing is published."));
    m_ask->setToolTip(tr("Asks the server; nothing is published (Ctrl+Enter)"));
    auto *above = new QWidget;
    auto *layout = new QVBoxLayout(above);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_ask, 0, Qt::AlignRight);
    auto *page = new QSplitter(Qt::Vertical);
    page->setChildrenCollapsible(false);
    page->addWidget(above);
    page->addWidget(m_recipients);
    return page;
}

void RoomPanel::setRoom(const RoomInfo *room)
{
    m_refreshTimer->stop();
    m_info = room ? *room : RoomInfo();
    m_history->clear();
    m_details->setEvent(std::nullopt);
    updateActions();
    if (!room) {
        m_name->setText(tr("No room selected"));
        m_facts->setText(tr("Select one to see who is in it and what passed."));
        m_members->showMessage(tr("The members of the selected room are listed here."));
        m_historyTable->setPlaceholder(
            tr("The retained events of the selected room are listed here."));
        return;
    }
    m_name->setText(QString::fromUtf8(m_info.name));
    showFacts();
    refresh();
}

void RoomPanel::updateRoom(const RoomInfo &room)
{
    if (m_info.members != room.members && !m_refreshTimer->isActive())
        m_refreshTimer->start();
    m_info = room;
    showFacts();
}

void RoomPanel::takeOver(const RoomPanel &predecessor)
{
    m_editor->setJson(predecessor.m_editor->json());
    m_tabs->setCurrentIndex(predecessor.m_tabs->currentIndex());
    if (!predecessor.room().isEmpty())
        setRoom(&predecessor.m_info);
}

void RoomPanel::showFacts()
{
    m_facts->setText(
        tr("%1 · %2").arg(tr("%Ln member(s)", nullptr, clamped(m_info.members)),
                          tr("%Ln retained event(s)", nullptr, clamped(m_info.retained))));
}

void RoomPanel::refresh()
{
    if (m_info.name.isEmpty())
        return;
    requestMembers();
    requestHistory();
}

void RoomPanel::requestMembers()
{
    if (m_info.name.isEmpty())
        return;
    m_console.hubOperator().requestMembers(
        m_info.name, this, [this, room = m_info.name](const Result<RoomMembers> &answer) {
            if (room != m_info.name)
                return; // another one was selected meanwhile
            if (!answer)
                m_members->showMessage(answer.error().message);
            else if (answer->total == 0)
                m_members->showMessage(tr("Nobody is in this room. Its history is kept for those "
                                          "who join later."));
            else
                m_members->setMembers(*answer);
        });
}

void RoomPanel::requestHistory()
{
    m_console.hubOperator().requestHistory(
        m_info.name, MaxHistory, this,
        [this, room = m_info.name](const Result<QList<Event>> &answer) {
            if (room != m_info.name)
                return;
            m_history->clear();
            m_historyTable->setPlaceholder(answer ? tr("Nothing is retained of this room.")
                                                  : answer.error().message);
            if (!answer)
                return;
            ObservedEvents events;
            for (const Event &event : *answer)
                events.events.append({.event = event, .acceptedAt = timeOf(event)});
            m_history->append(events);
        });
}

void RoomPanel::askForRecipients()
{
    m_tabs->setCurrentIndex(2);
    if (m_editor->isEmpty() || !m_editor->validate()) {
        m_recipients->showMessage(m_editor->isEmpty() ? tr("Paste an event first.")
                                                      : tr("This is no valid JSON."));
        m_editor->setFocus();
        return;
    }
    m_recipients->showMessage(tr("Asking the server…"));
    const QByteArray asked = m_editor->json();
    m_console.hubOperator().requestRecipients(
        asked, this, [this, asked](const Result<RoomMembers> &answer) {
            if (m_editor->json() != asked) {
                m_recipients->showMessage(tr("The event was changed meanwhile: ask again."));
            } else if (!answer) {
                const Error &error = answer.error();
                m_recipients->showMessage(error.message);
                m_editor->showProblem(error.message, Json::offsetOf(asked, error));
            } else if (answer->total == 0) {
                m_recipients->showMessage(tr("Nobody: no connection is where it would go."));
            } else {
                m_recipients->setMembers(*answer);
            }
        });
}

void RoomPanel::updateActions()
{
    m_publish->setEnabled(!m_info.name.isEmpty() && !m_console.isReadOnly());
    if (m_console.isReadOnly())
        m_publish->setToolTip(tr("The console is read-only."));
    else
        m_publish->setToolTip(m_info.name.isEmpty() ? tr("Select a room first.")
                                                    : tr("Opens the publisher with this room"));
}

void RoomPanel::publishHere()
{
    EventDraft draft;
    draft.target = EventDraft::Target::Rooms;
    draft.rooms = {m_info.name};
    m_console.composeEvent(draft.toJson());
}

} // namespace Signalbox
