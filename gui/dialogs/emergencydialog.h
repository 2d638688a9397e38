// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace Signalbox {

class Console;

/// Asks whether publishing is to be stopped, and why: everybody who publishes is told.
class EmergencyDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit EmergencyDialog(qint64 connections, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;

    /// Asks, then trips the switch or sets it back, whichever is due, and tells how that went.
    static void toggle(Console &console, QWidget *parent);

private:
    QLineEdit *m_reason;
};

} // namespace Signalbox
