// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/publishview.h"

#include "common/hub/eventexamples.h"
#include "common/hub/eventscanner.h"
#include "common/protocol/json.h"
#include "common/protocol/jsonlocation.h"
#include "common/protocol/jsontext.h"
#include "gui/console.h"
#include "gui/json/jsoneditor.h"
#include "gui/json/jsontextedit.h"
#include "gui/json/jsonview.h"
#include "gui/publish/publishhistory.h"
#include "gui/subscriptions/membersview.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace Signalbox {

namespace {

using namespace std::chrono_literals;

constexpr auto CheckDelay = 200ms;
constexpr qsizetype MaxShownIds = 3;

/// The first word of what an error's path names: "rooms[2]" is about `rooms`.
QString headOf(const QString &path)
{
    qsizetype end = 0;
    while (end < path.size() && path[end] != u'.' && path[end] != u'[')
        ++end;
    return path.first(end);
}

} // namespace

PublishView::PublishView(Console &console, QWidget *parent)
    : View(console, parent)
    , m_whole(new QCheckBox(tr("&Write the whole event as JSON")))
    , m_type(new QComboBox)
    , m_example(new QPushButton(tr("Insert e&xample")))
    , m_target(new QComboBox)
    , m_address(new QLineEdit)
    , m_idsHint(new QLabel(tr("project_id, workflow_id …; else everyone")))
    , m_fields(new QWidget)
    , m_bodyLabel(new QLabel)
    , m_editor(new JsonEditor)
    , m_side(new QTabWidget)
    , m_preview(new JsonView)
    , m_recipients(new MembersView)
    , m_history(new PublishHistory)
    , m_splitter(new QSplitter)
    , m_resultIcon(new IconLabel(16))
    , m_result(new QLabel)
    , m_who(new QPushButton(Theme::icon(QStringLiteral("connections")),
                            tr("Wh&o would receive this?")))
    , m_publish(new QPushButton(tr("&Publish")))
    , m_checkTimer(new QTimer(this))
{
    m_splitter->addWidget(makeForm());
    m_splitter->addWidget(makeSide());
    m_splitter->setSizes({600, 440});
    m_splitter->setChildrenCollapsible(false);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setAccessibleName(tr("Result"));
    m_publish->setProperty("kind", QStringLiteral("primary"));
    m_who->setToolTip(tr("Connections that would get it if it were published now"));
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_resultIcon);
    bottom->addWidget(m_result, 1);
    bottom->addWidget(m_who);
    bottom->addWidget(m_publish);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_splitter, 1);
    layout->addLayout(bottom);

    fillTypes();
    updateTarget();
    setWhole(false);
    m_checkTimer->setSingleShot(true);
    m_checkTimer->setInterval(CheckDelay);
    const auto checkLater = [this] { m_checkTimer->start(); };
    connect(m_checkTimer, &QTimer::timeout, this, &PublishView::updatePreview);
    connect(m_editor, &JsonEditor::validated, this, &PublishView::updatePreview);
    connect(m_editor, &JsonEditor::submitted, this, &PublishView::publish);
    connect(m_type, &QComboBox::currentTextChanged, this, checkLater);
    connect(m_type, &QComboBox::activated, this, &PublishView::handleTypeChosen);
    connect(m_address, &QLineEdit::textChanged, this, checkLater);
    connect(m_target, &QComboBox::currentIndexChanged, this, &PublishView::updateTarget);
    connect(m_target, &QComboBox::currentIndexChanged, this, checkLater);
    connect(m_example, &QPushButton::clicked, this, &PublishView::insertExample);
    connect(m_whole, &QCheckBox::toggled, this, &PublishView::setWhole);
    connect(m_publish, &QPushButton::clicked, this, &PublishView::publish);
    connect(m_who, &QPushButton::clicked, this, &PublishView::requestRecipients);
    connect(m_history, &PublishHistory::chosen, this, &PublishView::compose);
    connect(m_recipients, &MembersView::connectionActivated, &console, &Console::showConnection);
    connect(&console, &Console::composeRequested, this, &PublishView::compose);
    connect(&console, &Console::readOnlyChanged, this, &PublishView::updatePermission);
    connect(&console, &Console::showsUtcChanged, m_history, &PublishHistory::setShowsUtc);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &PublishView::updatePermission);
    m_history->setShowsUtc(console.showsUtc());
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        new QShortcut(QKeySequence(Qt::CTRL | key), this, this, &PublishView::publish,
                      Qt::WidgetWithChildrenShortcut);
    }
    auto *fresh = new QAction(Theme::icon(QStringLiteral("publish")), tr("New event"), this);
    connect(fresh, &QAction::triggered, this, [this] { compose({}); });
    m_actions.append(fresh);
    updatePreview();
    updatePermission();
}

void PublishView::activate()
{
    updatePermission();
}

QWidget *PublishView::keyboardOwner() const
{
    return m_isWhole || !type().isEmpty() ? static_cast<QWidget *>(m_editor) : m_type;
}

QByteArray PublishView::type() const
{
    return m_type->currentText().trimmed().toUtf8();
}

bool PublishView::isWhole() const
{
    return m_isWhole;
}

EventDraft PublishView::draft() const
{
    EventDraft draft;
    draft.type = type();
    draft.target = EventDraft::Target(m_target->currentData().toInt());
    if (draft.target == EventDraft::Target::User) {
        draft.user = m_address->text().trimmed().toUtf8();
    } else if (draft.target == EventDraft::Target::Rooms) {
        for (const QString &room : m_address->text().split(u',')) {
            if (!room.trimmed().isEmpty())
                draft.rooms.append(room.trimmed().toUtf8());
        }
    }
    draft.body = m_editor->json();
    return draft;
}

QByteArray PublishView::json() const
{
    return m_isWhole ? m_editor->json() : draft().toJson();
}

void PublishView::setDraft(const EventDraft &draft)
{
    m_type->setCurrentText(QString::fromUtf8(draft.type));
    m_target->setCurrentIndex(m_target->findData(int(draft.target)));
    QStringList rooms;
    for (const QByteArray &room : draft.rooms)
        rooms.append(QString::fromUtf8(room));
    m_address->setText(draft.target == EventDraft::Target::User ? QString::fromUtf8(draft.user)
                                                                : rooms.join(QStringLiteral(", ")));
    m_editor->setJson(draft.body);
}

void PublishView::compose(const QByteArray &json)
{
    showResult({}, false);
    const auto draft = json.isEmpty() ? EventDraft() : EventDraft::fromJson(json);
    {
        const QSignalBlocker blocker(m_whole);
        m_whole->setChecked(!draft);
    }
    setWhole(!draft);
    if (draft)
        setDraft(*draft);
    else
        m_editor->setJson(json);
    updatePreview();
    (draft && draft->type.isEmpty() ? static_cast<QWidget *>(m_type) : m_editor)->setFocus();
}

void PublishView::setWhole(bool whole)
{
    if (whole != m_isWhole) {
        const QByteArray text = json();
        if (whole) {
            const bool isBlank = type().isEmpty() && m_editor->isEmpty();
            m_isWhole = true;
            m_editor->setJson(isBlank ? QByteArray() : text);
        } else if (const auto draft =
                       Json::trimmed(text).isEmpty() ? EventDraft() : EventDraft::fromJson(text)) {
            m_isWhole = false;
            setDraft(*draft);
        } else {
            // Nothing that somebody wrote is thrown away.
            const QSignalBlocker blocker(m_whole);
            m_whole->setChecked(true);
            showResult(tr("The form has no place for everything in this event. Keep to type, room, "
                          "rooms, user and data to use it."),
                       true);
            return;
        }
    }
    m_fields->setVisible(!m_isWhole);
    m_bodyLabel->setText(m_isWhole ? tr("&Event, or an array of events") : tr("&Body (data)"));
    m_editor->setAccessibleText(m_isWhole ? tr("Event as JSON") : tr("Body as JSON"));
    m_editor->setPlaceholderText(m_isWhole
                                     ? QStringLiteral("{\"type\": \"order.shipped\", \"data\": {}}")
                                     : QStringLiteral("{}"));
    m_side->setTabVisible(m_side->indexOf(m_preview), !m_isWhole);
    updatePreview();
}

void PublishView::handleTypeChosen()
{
    const QByteArray text = m_editor->json();
    if (Json::trimmed(text).isEmpty() || text == m_exampleText)
        insertExample();
}

void PublishView::insertExample()
{
    const EventCatalogue::Entry *entry = EventCatalogue::find(type());
    if (!entry)
        return;
    m_editor->setJson(EventCatalogue::exampleBody(*entry));
    m_exampleText = m_editor->json();
}

void PublishView::updateTarget()
{
    const auto target = EventDraft::Target(m_target->currentData().toInt());
    m_address->setVisible(target != EventDraft::Target::Ids);
    m_idsHint->setVisible(target == EventDraft::Target::Ids);
    switch (target) {
    case EventDraft::Target::Ids:
        break;
    case EventDraft::Target::Rooms:
        m_address->setPlaceholderText(tr("project:7, global"));
        m_address->setAccessibleName(tr("Rooms, separated by commas"));
        break;
    case EventDraft::Target::User:
        m_address->setPlaceholderText(tr("The user's id"));
        m_address->setAccessibleName(tr("User"));
        break;
    }
}

void PublishView::updatePreview()
{
    m_checkTimer->stop();
    if (m_faulty && *m_faulty != json())
        showResult({}, false);
    m_example->setEnabled(EventCatalogue::find(type()) != nullptr);
    if (!m_isWhole) {
        const bool isBlank = type().isEmpty() && m_editor->isEmpty();
        m_preview->setJson(isBlank ? QByteArray() : json());
    }
    // Before there is a type, everything would be wrong.
    const bool isBegun = m_isWhole ? !m_editor->isEmpty() : !type().isEmpty();
    if (isBegun && m_editor->isValid() && checkEvent(false))
        m_editor->clearProblem();
}

bool PublishView::checkEvent(bool takesFocus)
{
    const std::optional<Error> wrong = fault();
    if (wrong)
        showError(*wrong, takesFocus);
    return !wrong;
}

std::optional<Error> PublishView::fault() const
{
    // The server's own limit of size is the server's to judge.
    const auto scanned = scanEvents(json(), std::numeric_limits<qsizetype>::max());
    if (!scanned)
        return scanned.error();
    if (m_isWhole)
        return std::nullopt;
    // To the server, no rooms at all means everyone: not what somebody chose who chose rooms.
    if (const EventDraft event = draft();
        event.target == EventDraft::Target::Rooms && event.rooms.isEmpty())
        return Error{ErrorCode::BadRoom,
                     tr("Name one room at least: with none, the event would go to everyone."),
                     QStringLiteral("rooms")};
    return std::nullopt;
}

void PublishView::showError(const Error &error, bool takesFocus)
{
    const QByteArray text = json();
    qsizetype offset = Json::offsetOf(text, error);
    QWidget *field = m_editor;
    if (!m_isWhole) {
        const qsizetype begin = draft().bodyOffset();
        const QString head = headOf(error.field);
        const auto target = EventDraft::Target(m_target->currentData().toInt());
        if (head == u"type")
            field = m_type;
        else if ((head == u"rooms" || head == u"room" || head == u"user")
                 && target != EventDraft::Target::Ids)
            field = m_address;
        offset = field == m_editor && begin >= 0 && offset >= begin ? offset - begin : -1;
    }
    m_editor->showProblem(error.message, offset);
    if (takesFocus)
        field->setFocus();
}

QString PublishView::resultText() const
{
    return m_result->text();
}

void PublishView::showResult(const QString &text, bool isError)
{
    m_result->setText(text);
    m_faulty.reset();
    if (isError && m_refusal.isEmpty())
        m_faulty = json();
    m_resultIcon->setIcon(
        text.isEmpty() ? QIcon()
                       : Tone::icon(isError ? Console::Tone::Error : Console::Tone::Success));
}

void PublishView::updatePermission()
{
    const HubStatus status = console().monitor().status();
    QString why;
    if (console().isReadOnly()) {
        why = tr("The console is read-only: nothing can be published.");
    } else if (status.isTripped) {
        why = status.emergencyReason.isEmpty()
            ? tr("Publishing is stopped by the emergency switch.")
            : tr("Publishing is stopped by the emergency switch: %1").arg(status.emergencyReason);
    }
    m_publish->setEnabled(why.isEmpty() && !m_isWaiting);
    m_publish->setToolTip(why.isEmpty() ? tr("Publishes the event (Ctrl+Enter)") : why);
    if (std::exchange(m_refusal, why) != why)
        showResult(why, !why.isEmpty());
}

void PublishView::publish()
{
    updatePermission();
    if (!m_publish->isEnabled())
        return;
    if (!m_isWhole && type().isEmpty()) {
        showResult(tr("The event needs a type."), true);
        m_type->setFocus();
        return;
    }
    if (!m_editor->validate() || (m_isWhole && m_editor->isEmpty())) {
        showResult(m_editor->isEmpty() ? tr("There is no event yet.")
                                       : tr("This is no valid JSON."),
                   true);
        m_editor->setFocus();
        return;
    }
    const QByteArray text = json();
    if (!checkEvent(true)) {
        showResult(tr("Not published: see above."), true);
        return;
    }
    m_isWaiting = true;
    updatePermission();
    showResult(tr("Publishing…"), false);
    console().hubOperator().publish(text, this, [this, text](const Result<PublishResult> &answer) {
        m_isWaiting = false;
        handlePublished(text, answer);
        updatePermission();
    });
}

void PublishView::handlePublished(const QByteArray &json, const Result<PublishResult> &answer)
{
    if (!answer) {
        const Error &error = answer.error();
        showResult(tr("%1 (%2)").arg(error.message, QString::fromLatin1(text(error.code))), true);
        if (this->json() == json)
            showError(error, true);
        console().toast(tr("Not published: %1").arg(error.message), Console::Tone::Error);
        return;
    }
    QStringList ids;
    for (const EventId &id : answer->ids.first(std::min(MaxShownIds, answer->ids.size())))
        ids.append(QString::fromLatin1(id.toText()));
    if (answer->ids.size() > MaxShownIds)
        ids.append(QStringLiteral("…"));
    const QString result =
        tr("Delivered to %Ln connection(s)", nullptr, static_cast<int>(answer->recipients));
    showResult(tr("%1 · event id %2").arg(result, ids.join(QStringLiteral(", "))), false);
    const auto draft = EventDraft::fromJson(json);
    const QString name = draft ? QString::fromUtf8(draft->type)
                               : tr("%Ln event(s)", nullptr, static_cast<int>(answer->ids.size()));
    m_history->add(json, name, m_result->text());
    console().toast(tr("%1 published. %2.").arg(name, result), Console::Tone::Success);
}

void PublishView::requestRecipients()
{
    if (!m_editor->validate() || !checkEvent(false)) {
        showResult(tr("The event is not complete yet."), true);
        return;
    }
    const QByteArray asked = json();
    m_side->setCurrentWidget(m_recipients);
    m_recipients->showMessage(tr("Asking the server…"));
    console().hubOperator().requestRecipients(
        asked, this, [this, asked](const Result<RoomMembers> &answer) {
            if (!answer) {
                m_recipients->showMessage(answer.error().message);
                if (json() == asked)
                    showError(answer.error(), false);
            } else if (answer->total == 0) {
                m_recipients->showMessage(tr("Nobody: no connection is where it would go."));
            } else {
                m_recipients->setMembers(*answer);
            }
        });
}

void PublishView::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
}

void PublishView::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
}

void PublishView::takeOver(const View &predecessor)
{
    const auto *before = qobject_cast<const PublishView *>(&predecessor);
    if (!before)
        return;
    {
        const QSignalBlocker blocker(m_whole);
        m_whole->setChecked(before->m_isWhole);
    }
    setWhole(before->m_isWhole);
    // As it was written, right or not.
    m_type->setCurrentText(before->m_type->currentText());
    m_target->setCurrentIndex(before->m_target->currentIndex());
    m_address->setText(before->m_address->text());
    m_editor->textEdit()->setPlainText(before->m_editor->textEdit()->toPlainText());
    m_exampleText = before->m_exampleText;
    m_history->takeOver(*before->m_history);
    m_side->setCurrentIndex(before->m_side->currentIndex());
    updatePreview();
}

} // namespace Signalbox
