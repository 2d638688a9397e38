// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/shortcutsdialog.h"

#include "gui/mnemonic.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

QString nameOf(const QString &actionText)
{
    QString name = withoutMnemonic(actionText);
    if (name.endsWith(u'…'))
        name.chop(1);
    return name;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            rows.append({keys.join(QStringLiteral(", ")), nameOf(action->text())});
    }
    const auto native = [](const QKeySequence &sequence) {
        return sequence.toString(QKeySequence::NativeText);
    };
    rows.append({native(QKeySequence::Copy), tr("Copy the selected rows")});
    rows.append({native(Qt::Key_Delete), tr("Disconnect or revoke what is selected")});
    rows.append({native(Qt::Key_Return), tr("Open what is selected")});
    rows.append({native(Qt::Key_Escape), tr("Leave the filter, close a dialog")});
    rows.append({native(Qt::CTRL | Qt::Key_Return), tr("Publish the event that is being written")});

    auto *table = new QTableWidget(int(rows.size()), 2);
    table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(tr("Keys"));
    for (int i = 0; i < rows.size(); ++i) {
        auto *keys = new QTableWidgetItem(rows.at(i).first);
        QFont font = table->font();
        font.setWeight(QFont::DemiBold);
        keys->setFont(font);
        table->setItem(i, 0, keys);
        table->setItem(i, 1, new QTableWidgetItem(rows.at(i).second));
    }
    table->resizeColumnToContents(0);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(520, 520);
}

} // namespace Signalbox
