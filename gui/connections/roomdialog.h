// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QInputDialog>

namespace Signalbox {

/// Asks for the name of a room, says what a name is, and takes nothing else.
class RoomDialog final : public QInputDialog
{
    Q_OBJECT

public:
    RoomDialog(const QString &title, const QString &question, QWidget *parent = nullptr);

    [[nodiscard]] QByteArray room() const;

    void accept() override;

private:
    const QString m_question;
};

} // namespace Signalbox
