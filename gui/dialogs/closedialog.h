// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/questiondialog.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Signalbox {

/// The window is closed: does the server go with it?
class CloseDialog final : public QuestionDialog
{
    Q_OBJECT

public:
    enum class Answer { Cancel = NoAnswer, StopServer, KeepInTray };

    /// Without a tray, nothing would be left to bring the window back: that answer is disabled.
    CloseDialog(qint64 connections, bool hasTray, QWidget *parent = nullptr);

    [[nodiscard]] Answer answer() const { return Answer(chosen()); }
    [[nodiscard]] bool isRemembered() const;

private:
    QPushButton *add(Answer answer, const QString &text, const QString &name);

    QCheckBox *m_remember;
};

} // namespace Signalbox
