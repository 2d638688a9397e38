// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionpane.h"

#include "common/monitor/hubmonitor.h"
#include "gui/connections/closecodename.h"
#include "gui/connections/usertext.h"
#include "gui/console.h"
#include "gui/figures.h"
#include "gui/tables/cellformat.h"
#include "gui/theme/theme.h"
#include "gui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace Signalbox {

namespace {

QString orDash(const QByteArray &utf8)
{
    return utf8.isEmpty() ? QStringLiteral("–") : QString::fromUtf8(utf8);
}

QString trafficText(const Traffic &traffic)
{
    return ConnectionPane::tr("%1 (%2)", "bytes (messages)")
        .arg(Figures::bytes(double(traffic.bytes)),
             QLocale().toString(qulonglong(traffic.messages)));
}

QString trafficToolTip(const Traffic &traffic)
{
    return ConnectionPane::tr("%1 bytes in %n message(s)", nullptr, int(traffic.messages))
        .arg(QLocale().toString(qulonglong(traffic.bytes)));
}

QLabel *heading(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setProperty("kind", QStringLiteral("muted"));
    label->setBuddy(buddy);
    return label;
}

void fillList(QListWidget *list, const QList<QByteArray> &texts)
{
    const QString selected = list->currentItem() ? list->currentItem()->text() : QString();
    list->clear();
    for (const QByteArray &text : texts)
        list->addItem(QString::fromUtf8(text));
    if (const auto found = list->findItems(selected, Qt::MatchExactly); !found.isEmpty())
        list->setCurrentItem(found.first());
}

} // namespace

ConnectionPane::ConnectionPane(Console &console, ConnectionsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_model(model)
    , m_hint(new QLabel)
    , m_ended(new QLabel)
    , m_tabs(new QTabWidget)
    , m_roomList(new QListWidget)
    , m_typeList(new QListWidget)
    , m_leave(new QPushButton(tr("Lea&ve")))
    , m_headers(new QPlainTextEdit)
    , m_eventList(new QListWidget)
    , m_eventHint(new QLabel)
    , m_follow(new QPushButton)
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_ended->setTextFormat(Qt::PlainText);
    m_ended->setWordWrap(true);
    m_ended->setAccessibleName(tr("How it ended"));
    m_headers->setObjectName(QStringLiteral("headers"));
    m_tabs->setObjectName(QStringLiteral("details"));
    m_ended->setObjectName(QStringLiteral("ended"));
    m_leave->setObjectName(QStringLiteral("leave"));
    m_headers->setReadOnly(true);
    m_headers->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_headers->setFont(Theme::fixedFont());
    m_headers->setTabChangesFocus(true);
    m_headers->setAccessibleName(tr("Headers of the handshake"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeFacts(), tr("Details"));
    m_tabs->addTab(makeRooms(), tr("Rooms and types"));
    m_tabs->addTab(m_headers, tr("Handshake"));
    m_tabs->addTab(makeEvents(), tr("Last events"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_ended);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_hint, 1);

    connect(&m_model, &ConnectionsModel::applied, this, &ConnectionPane::handleApplied);
    connect(&m_model, &SortedTableModel::valuesChanged, this, &ConnectionPane::updateLive);
    connect(&console.monitor(), &HubMonitor::connectionsChanged, this,
            &ConnectionPane::handleChanges);
    connect(&console.monitor(), &HubMonitor::eventsObserved, this, &ConnectionPane::handleEvents);
    connect(&console, &Console::showsUtcChanged, this, &ConnectionPane::showAgain);
    connect(&console, &Console::readOnlyChanged, this, &ConnectionPane::updateLeave);
    connect(&console, &Console::followedChanged, this, &ConnectionPane::handleFollowed);
    setSelectedCount(0);
}

QWidget *ConnectionPane::makeFacts()
{
    const std::array<QString, FactCount> titles{
        tr("Session"), tr("User"),       tr("Address"),       tr("User agent"),
        tr("Dialect"), tr("Transport"),  tr("State"),         tr("Connected"),
        tr("Idle"),    tr("Round trip"), tr("Sent"),          tr("Received"),
        tr("Queued"),  tr("Token"),      tr("Token expires"), tr("Scopes"),
    };
    constexpr int Rows = 6;
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(8, 12, 8, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (int fact = 0; fact < FactCount; ++fact) {
        auto *value = new ElidedLabel;
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(titles[size_t(fact)]);
        // Long ones are cut, not widened by: the tool tip has all of it.
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        value->setMinimumWidth(110);
        m_facts[size_t(fact)] = value;
        const int column = fact / Rows * 2;
        grid->addWidget(heading(titles[size_t(fact)], value), fact % Rows, column);
        grid->addWidget(value, fact % Rows, column + 1);
        grid->setColumnStretch(column + 1, 1);
    }
    grid->setRowStretch(Rows, 1);
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    return area;
}

QWidget *ConnectionPane::makeRooms()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(8, 8, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(heading(tr("Rooms"), m_roomList), 0, 0);
    grid->addWidget(m_leave, 0, 1);
    grid->addWidget(heading(tr("Subscribed types of events"), m_typeList), 0, 2);
    grid->addWidget(m_roomList, 1, 0, 1, 2);
    grid->addWidget(m_typeList, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    m_roomList->setObjectName(QStringLiteral("rooms"));
    m_roomList->setAccessibleName(tr("Rooms"));
    m_typeList->setAccessibleName(tr("Types"));
    m_roomList->setSpacing(1);
    m_typeList->setSpacing(1);
    connect(m_roomList, &QListWidget::currentRowChanged, this, &ConnectionPane::updateLeave);
    connect(m_roomList, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_console.showRoom(item->text().toUtf8()); });
    connect(m_leave, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_roomList->currentItem())
            Q_EMIT leaveRequested(item->text().toUtf8());
    });
    return page;
}

QWidget *ConnectionPane::makeEvents()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout;
    row->addWidget(m_eventHint, 1);
    row->addWidget(m_follow);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_eventList, 1);
    m_eventHint->setProperty("kind", QStringLiteral("muted"));
    m_eventHint->setWordWrap(true);
    m_eventList->setObjectName(QStringLiteral("events"));
    m_eventList->setAccessibleName(tr("Last events"));
    m_eventList->setFont(Theme::fixedFont());
    m_eventList->setUniformItemSizes(true);
    m_eventList->setWordWrap(false);
    m_eventList->setTextElideMode(Qt::ElideRight);
    m_eventList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_follow, &QPushButton::clicked, this,
            [this] { m_console.follow(isFollowed() ? QByteArray() : m_sid); });
    return page;
}

void ConnectionPane::setSelectedCount(qsizetype count)
{
    m_hint->setText(count > 1 ? tr("%n connections are selected.", nullptr, int(count))
                              : tr("Select a connection to see its details."));
    showConnection({});
}

void ConnectionPane::showConnection(const QByteArray &sid)
{
    m_tabs->setVisible(!sid.isEmpty());
    m_hint->setVisible(sid.isEmpty());
    if (sid.isEmpty())
        m_ended->hide();
    if (sid == m_sid)
        return;
    begin(sid);
    if (sid.isEmpty())
        return;
    updateLive();
    updateFollow();
    updateLeave();
    requestDetails();
}

void ConnectionPane::begin(const QByteArray &sid)
{
    m_sid = sid;
    m_row = {};
    m_details.reset();
    m_closed.reset();
    m_ended->hide();
    m_headers->setPlainText({});
    m_eventList->clear();
    for (const Fact fact : {TokenId, TokenExpiry, Scopes})
        setFact(fact, QStringLiteral("–"));
    m_rooms.clear();
    m_types.clear();
    m_roomList->clear();
    m_typeList->clear();
}

void ConnectionPane::requestDetails()
{
    m_console.hubOperator().requestDetails(
        m_sid, this, [this, sid = m_sid](const Result<ConnectionDetails> &details) {
            if (sid != m_sid)
                return; // the operator is elsewhere by now
            m_details = details;
            showDetails();
        });
}

void ConnectionPane::takeOver(const ConnectionPane &predecessor)
{
    m_tabs->setCurrentIndex(predecessor.m_tabs->currentIndex());
    if (predecessor.m_sid.isEmpty())
        return;
    m_tabs->show();
    m_hint->hide();
    begin(predecessor.m_sid);
    m_row = predecessor.m_row;
    m_details = predecessor.m_details;
    m_closed = predecessor.m_closed;
    for (int i = 0; i < predecessor.m_eventList->count(); ++i)
        m_eventList->addItem(predecessor.m_eventList->item(i)->text());
    showAgain();
    updateFollow();
    updateLeave();
    if (!m_details)
        requestDetails();
}

void ConnectionPane::showAgain()
{
    if (m_sid.isEmpty())
        return;
    showFigures();
    if (m_details)
        showDetails();
    if (m_closed)
        showEnd();
}

void ConnectionPane::setFact(Fact fact, const QString &text, const QString &toolTip)
{
    QLabel *label = m_facts[size_t(fact)];
    // Names are what strangers have chosen: one line each.
    const QString line = text.simplified();
    if (label->text() != line)
        label->setText(line);
    const QString whole = toolTip.isEmpty() ? line : toolTip;
    label->setToolTip(whole);
}

void ConnectionPane::updateLive()
{
    const ConnectionRow *row = m_sid.isEmpty() ? nullptr : m_model.find(m_sid);
    if (!row)
        return;
    m_row = *row;
    showFigures();
}

void ConnectionPane::showFigures()
{
    const ConnectionInfo &info = m_row.info;
    const bool utc = m_console.showsUtc();
    setFact(Session, QString::fromUtf8(info.sid));
    setFact(User, userText(info.user));
    setFact(Address, orDash(info.address));
    setFact(Agent, orDash(info.userAgent));
    setFact(Dialect, orDash(info.dialect));
    setFact(Transport, orDash(info.transport));
    setFact(State, ConnectionsModel::conditionText(m_model.condition(m_row)));
    setFact(Connected, CellFormat::time(info.connectedAt, utc),
            CellFormat::fullTime(info.connectedAt, utc));
    setFact(Idle, Figures::duration(m_model.idleSeconds(m_row)));
    setFact(RoundTrip,
            info.roundTripMs < 0 ? tr("not measured yet")
                                 : tr("%1 ms").arg(QLocale().toString(info.roundTripMs)));
    setFact(Sent, trafficText(info.sent), trafficToolTip(info.sent));
    setFact(Received, trafficText(info.received), trafficToolTip(info.received));
    setFact(Queued, Figures::bytes(double(info.queuedBytes)));
    updateLists(info);
}

void ConnectionPane::updateLists(const ConnectionInfo &info)
{
    if (info.rooms != m_rooms) {
        m_rooms = info.rooms;
        fillList(m_roomList, m_rooms);
        updateLeave();
    }
    if (info.types != m_types) {
        m_types = info.types;
        fillList(m_typeList, m_types);
    }
    m_tabs->setTabText(
        1,
        tr("Rooms (%1) and types (%2)")
            .arg(QLocale().toString(m_rooms.size()), QLocale().toString(m_types.size())));
}

void ConnectionPane::updateLeave()
{
    QString reason;
    if (m_console.isReadOnly())
        reason = tr("The console is read-only.");
    else if (m_closed)
        reason = tr("The connection has ended.");
    else if (!m_roomList->currentItem())
        reason = tr("Select a room first.");
    m_leave->setEnabled(reason.isEmpty());
    m_leave->setToolTip(reason.isEmpty() ? tr("Take the client out of the selected room") : reason);
}

bool ConnectionPane::isFollowed() const
{
    return !m_sid.isEmpty() && m_console.followed() == m_sid;
}

void ConnectionPane::handleFollowed()
{
    m_eventList->clear();
    updateFollow();
}

void ConnectionPane::updateFollow()
{
    const bool isOn = isFollowed();
    m_follow->setText(isOn ? tr("Stop &following") : tr("&Follow"));
    m_follow->setEnabled(isOn || !m_closed);
    m_follow->setToolTip(m_closed && !isOn ? tr("The connection has ended.") : QString());
    if (!isOn)
        m_eventHint->setText(tr("Follow the client to see the events that it gets."));
    else if (m_eventList->count() == 0)
        m_eventHint->setText(tr("Its events appear here as they are published."));
    else
        m_eventHint->setText(tr("The last events that it got, newest first."));
}

void ConnectionPane::showDetails()
{
    const Result<ConnectionDetails> &details = *m_details;
    if (!details) {
        m_headers->setPlainText(tr("Not available: %1").arg(details.error().message));
        return;
    }
    m_headers->setPlainText(
        QString::fromUtf8(details->headers).replace(QStringLiteral("\r\n"), QStringLiteral("\n")));
    setFact(TokenId, orDash(details->tokenId));
    if (details->tokenExpiresAt.isValid()) {
        const bool utc = m_console.showsUtc();
        setFact(TokenExpiry, CellFormat::time(details->tokenExpiresAt, utc),
                CellFormat::fullTime(details->tokenExpiresAt, utc));
    } else {
        setFact(TokenExpiry, details->tokenId.isEmpty() ? QStringLiteral("–") : tr("never"));
    }
    setFact(Scopes, orDash(details->scopes.join(", ")));
}

void ConnectionPane::handleApplied()
{
    if (const ConnectionRow *row = m_sid.isEmpty() ? nullptr : m_model.find(m_sid))
        updateLists(row->info);
}

void ConnectionPane::handleChanges(const ConnectionChanges &changes)
{
    for (const ClosedConnection &closed : changes.closed) {
        if (m_sid.isEmpty() || closed.info.sid != m_sid)
            continue;
        m_closed = closed;
        showEnd();
        updateLeave();
        updateFollow();
    }
}

void ConnectionPane::showEnd()
{
    const CloseReason &reason = m_closed->reason;
    QStringList how{QString::number(reason.code), closeCodeText(reason.code)};
    const QString text = QString::fromUtf8(reason.text).simplified();
    if (!text.isEmpty() && text != how.last())
        how << u'“' + text + u'”';
    how.removeAll(QString());
    m_ended->setText(
        tr("This connection ended at %1: %2")
            .arg(CellFormat::time(m_closed->closedAt, m_console.showsUtc()), how.join(u' ')));
    m_ended->show();
    setFact(State, tr("closed"));
}

void ConnectionPane::handleEvents(const ObservedEvents &events)
{
    if (!isFollowed())
        return;
    constexpr qsizetype MaxBody = 500; // a line shows less
    for (const ObservedEvent &observed : events.events) {
        if (observed.followedSid != m_sid) // told when another was followed, or not its own
            continue;
        m_eventList->insertItem(
            0,
            QStringLiteral("%1  %2  %3")
                .arg(CellFormat::time(observed.acceptedAt, m_console.showsUtc()),
                     QString::fromUtf8(observed.event.type),
                     QString::fromUtf8(observed.event.body.left(MaxBody)).simplified()));
        if (m_eventList->count() > MaxEvents)
            delete m_eventList->takeItem(MaxEvents);
    }
    updateFollow();
}

} // namespace Signalbox
