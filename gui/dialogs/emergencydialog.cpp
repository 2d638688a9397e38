// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/emergencydialog.h"

#include "common/monitor/hubmonitor.h"
#include "common/monitor/huboperator.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int MaxReasonLength = 200;

} // namespace

EmergencyDialog::EmergencyDialog(qint64 connections, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
{
    setWindowTitle(tr("Emergency stop"));
    auto *icon = new IconLabel(32, Theme::icon(QStringLiteral("emergency"), Theme::Role::Bad));
    auto *title = new QLabel(tr("Stop all publishing?"));
    title->setProperty("kind", QStringLiteral("heading"));
    auto *text = new QLabel(
        tr("Every event that is published is refused until you set the switch back. It stays set "
           "when the server is restarted.")
        + u' '
        + tr("%Ln client(s) stay connected and get no new events.", nullptr, int(connections)));
    text->setWordWrap(true);
    text->setMinimumWidth(380);

    m_reason->setMaxLength(MaxReasonLength);
    m_reason->setPlaceholderText(tr("Such as: wrong prices from the feed"));
    auto *label = new QLabel(tr("&Reason, told to publishers and to every client:"));
    label->setBuddy(m_reason);

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(text);
    words->addSpacing(4);
    words->addWidget(label);
    words->addWidget(m_reason);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setDefault(true);
    auto *action = new QPushButton(tr("Stop publishing"));
    action->setObjectName(QStringLiteral("action"));
    action->setProperty("kind", QStringLiteral("danger"));
    action->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addLayout(buttons);
    m_reason->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(action, &QPushButton::clicked, this, &QDialog::accept);
}

QString EmergencyDialog::reason() const
{
    return m_reason->text().simplified();
}

void EmergencyDialog::toggle(Console &console, QWidget *parent)
{
    if (console.isReadOnly()) {
        console.toast(tr("The console is read-only: nothing was changed."), Console::Tone::Warning);
        return;
    }
    const HubStatus status = console.monitor().status();
    QString reason;
    if (status.isTripped) {
        if (!ConfirmDialog::ask(parent, tr("End the emergency stop"),
                                tr("Take events again? Publishers that were refused may all come "
                                   "at once."),
                                {}, tr("Take events again")))
            return;
    } else {
        EmergencyDialog dialog(status.connections, parent);
        if (dialog.exec() != QDialog::Accepted)
            return;
        reason = dialog.reason();
    }
    const bool tripped = !status.isTripped;
    console.hubOperator().setEmergency(
        tripped, reason, &console, [&console, tripped](const Result<void> &result) {
            if (!result)
                console.toast(
                    tr("The emergency switch could not be set: %1").arg(result.error().message),
                    Console::Tone::Error);
            else if (tripped)
                console.toast(tr("Publishing is stopped."), Console::Tone::Warning);
            else
                console.toast(tr("Events are taken again."), Console::Tone::Success);
        });
}

} // namespace Signalbox
