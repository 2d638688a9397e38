// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace Signalbox {

/// Everything that the window can do, by a few letters of its name.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    /// Offers those of \a actions that have a text; those that are disabled say so.
    explicit CommandPalette(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// What was chosen; null: nothing. To be triggered when the dialog is gone.
    [[nodiscard]] QAction *chosen() const { return m_chosen; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &pattern);
    void choose();

    QList<QPointer<QAction>> m_actions;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QPointer<QAction> m_chosen;
};

} // namespace Signalbox
