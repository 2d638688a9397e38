// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Signalbox {

/// The window is closed: does the server go with it?
class CloseDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Answer { Cancel, StopServer, KeepInTray };

    /// Without a tray, nothing would be left to bring the window back: that answer is disabled.
    CloseDialog(qint64 connections, bool hasTray, QWidget *parent = nullptr);

    [[nodiscard]] Answer answer() const { return m_answer; }
    [[nodiscard]] bool isRemembered() const;

private:
    QCheckBox *m_remember;
    Answer m_answer = Answer::Cancel;
};

} // namespace Signalbox
