// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Signalbox {

/// All keys on one sheet.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Lists those of \a actions that have keys, and the keys that tables have.
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace Signalbox
