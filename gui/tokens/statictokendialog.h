// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Signalbox {

/// Takes a new static token, or makes one up; or says that there shall be none.
class StaticTokenDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit StaticTokenDialog(QWidget *parent = nullptr);

    /// Valid after it was accepted; empty: no static token any more.
    [[nodiscard]] QByteArray token() const;
    /// Why the token cannot be one; empty if it can.
    [[nodiscard]] QString problem() const;

private:
    void check();
    void makeUp();

    QLineEdit *m_token;
    QLabel *m_problem;
    QPushButton *m_set;
    bool m_isRemoval = false;
};

} // namespace Signalbox
