// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Signalbox {

/// Takes an event that is to go to certain connections only: its type and its data. Checks both
/// while they are written; Ctrl+Enter sends.
class SendEventDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a recipients: who gets it, translated. Plain text.
    explicit SendEventDialog(const QString &recipients, QWidget *parent = nullptr);

    /// The event's JSON, as HubOperator::send() takes it. Valid after it was accepted.
    [[nodiscard]] QByteArray event() const;
    /// Why the event cannot be sent; empty if it can.
    [[nodiscard]] QString problem() const;

private:
    void check();

    QLineEdit *m_type;
    QPlainTextEdit *m_data;
    QLabel *m_problem;
    QPushButton *m_send;
};

} // namespace Signalbox
