// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/closedialog.h"

#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Signalbox {

CloseDialog::CloseDialog(qint64 connections, bool hasTray, QWidget *parent)
    : QDialog(parent)
    , m_remember(new QCheckBox(tr("&Remember my answer")))
{
    setWindowTitle(tr("Close the console"));
    auto *icon = new IconLabel(32, Theme::icon(QStringLiteral("server"), Theme::Role::Accent));
    auto *title = new QLabel(tr("Stop the server, too?"));
    title->setProperty("kind", QStringLiteral("heading"));
    auto *text = new QLabel(
        connections > 0
            ? tr("%Ln client(s) are connected and would lose their connection. Kept in the tray, "
                 "the server goes on without a window.",
                 nullptr, int(connections))
            : tr("No client is connected. Kept in the tray, the server goes on without a window."));
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    m_remember->setToolTip(tr("Settings ask again"));

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(text);
    words->addSpacing(4);
    words->addWidget(m_remember);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    const auto add = [&](const QString &label, const QString &name, Answer answer) {
        auto *button = new QPushButton(label);
        button->setObjectName(name);
        button->setAutoDefault(false);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, answer] {
            m_answer = answer;
            done(answer == Answer::Cancel ? Rejected : Accepted);
        });
        return button;
    };
    QPushButton *cancel = add(tr("Cancel"), QStringLiteral("cancel"), Answer::Cancel);
    QPushButton *keep = add(tr("Keep in the &tray"), QStringLiteral("keep"), Answer::KeepInTray);
    QPushButton *stop = add(tr("&Stop the server"), QStringLiteral("stop"), Answer::StopServer);
    stop->setProperty("kind", QStringLiteral("danger"));
    cancel->setDefault(true);
    cancel->setFocus();
    keep->setEnabled(hasTray);
    if (!hasTray)
        keep->setToolTip(tr("This desktop has no tray: the window could not be brought back"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addLayout(buttons);
}

bool CloseDialog::isRemembered() const
{
    return m_remember->isChecked();
}

} // namespace Signalbox
