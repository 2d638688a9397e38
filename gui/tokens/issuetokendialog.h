// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
QT_END_NAMESPACE

namespace Signalbox {

/// Takes the order of a new token, has it issued, and shows its secret, once.
class IssueTokenDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a hubOperator must outlive this.
    explicit IssueTokenDialog(HubOperator &hubOperator, QWidget *parent = nullptr);

    [[nodiscard]] TokenOrder order() const;
    /// Why the order makes no sense; empty if it does.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void issued(const Signalbox::TokenRecord &record);

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResult();
    void check();
    void issue();
    void handleIssued(const Result<IssuedToken> &answer);
    void copy();

    HubOperator &m_operator;
    QStackedWidget *m_pages;
    QLineEdit *m_user;
    QLineEdit *m_name;
    QCheckBox *m_limitsRooms;
    QLineEdit *m_rooms;
    QCheckBox *m_subscribe;
    QCheckBox *m_publish;
    QCheckBox *m_admin;
    QSpinBox *m_lifetime;
    QComboBox *m_unit;
    QLabel *m_problem;
    QPushButton *m_issue;
    QPlainTextEdit *m_token;
    QPushButton *m_copy;
    QLabel *m_summary;
    bool m_isWaiting = false;
};

} // namespace Signalbox
