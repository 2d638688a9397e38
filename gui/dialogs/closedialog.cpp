// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/closedialog.h"

#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QPushButton>

namespace Signalbox {

CloseDialog::CloseDialog(qint64 connections, bool hasTray, QWidget *parent)
    : QuestionDialog(Theme::icon(QStringLiteral("server"), Theme::Role::Accent),
                     tr("Stop the server, too?"), parent)
    , m_remember(new QCheckBox(tr("&Remember my answer")))
{
    setWindowTitle(tr("Close the console"));
    addText(connections > 0
                ? tr("%Ln client(s) are connected and would lose their connection. Kept in the "
                     "tray, the server goes on without a window.",
                     nullptr, int(connections))
                : tr("No client is connected. Kept in the tray, the server goes on without a "
                     "window."));
    m_remember->setToolTip(tr("Settings ask again"));
    addWidget(m_remember);

    QPushButton *cancel = add(Answer::Cancel, tr("Cancel"), QStringLiteral("cancel"));
    QPushButton *keep = add(Answer::KeepInTray, tr("Keep in the &tray"), QStringLiteral("keep"));
    QPushButton *stop = add(Answer::StopServer, tr("&Stop the server"), QStringLiteral("stop"));
    stop->setProperty("kind", QStringLiteral("danger"));
    cancel->setDefault(true);
    cancel->setFocus();
    keep->setEnabled(hasTray);
    if (!hasTray)
        keep->setToolTip(tr("This desktop has no tray: the window could not be brought back"));
}

QPushButton *CloseDialog::add(Answer answer, const QString &text, const QString &name)
{
    QPushButton *button = addAnswer(int(answer), text, name);
    button->setAutoDefault(false); // Enter cancels, wherever the keyboard is
    return button;
}

bool CloseDialog::isRemembered() const
{
    return m_remember->isChecked();
}

} // namespace Signalbox
