// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/roomdialog.h"

#include "common/hub/room.h"

namespace Signalbox {

RoomDialog::RoomDialog(const QString &title, const QString &question, QWidget *parent)
    : QInputDialog(parent)
    , m_question(question + u'\n'
                 + tr("“global”, or a kind and an id, such as project:7.\n"
                      "Kinds are workflow, bot, strategy, project, user and agent."))
{
    setWindowTitle(title);
    setLabelText(m_question);
}

QByteArray RoomDialog::room() const
{
    return textValue().trimmed().toUtf8();
}

void RoomDialog::accept()
{
    if (isValidRoomName(room())) {
        QInputDialog::accept();
        return;
    }
    // What was typed stays, to be mended.
    setLabelText(m_question + QStringLiteral("\n\n")
                 + (room().isEmpty() ? tr("Write a room's name.")
                                     : tr("This is no room's name.\n"
                                          "An id has 1 to 255 bytes, without * and control "
                                          "characters.")));
}

} // namespace Signalbox
