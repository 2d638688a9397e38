// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/commandpalette.h"

#include "gui/dialogs/fuzzymatch.h"
#include "gui/mnemonic.h"
#include "gui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

QString label(const QAction &action)
{
    return withoutMnemonic(action.text());
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QLineEdit)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Commands"));
    for (QAction *action : actions) {
        if (!action->isSeparator() && !action->text().isEmpty())
            m_actions.append(action);
    }
    m_edit->setPlaceholderText(tr("A view or a command: type some of its letters"));
    m_edit->setAccessibleName(tr("Search commands"));
    m_edit->addAction(Theme::icon(QStringLiteral("search"), Theme::Role::Muted),
                      QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    resize(480, 360);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    filter({});
}

void CommandPalette::filter(const QString &pattern)
{
    QList<std::pair<int, QAction *>> found;
    for (const QPointer<QAction> &action : std::as_const(m_actions)) {
        const int score = action ? fuzzyScore(pattern, label(*action)) : 0;
        if (score > 0)
            found.append({score, action});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_list->clear();
    for (const auto &[score, action] : std::as_const(found)) {
        QString text = label(*action);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            text = tr("%1    %2", "command, keys").arg(text, keys);
        auto *item = new QListWidgetItem(action->icon(), text, m_list);
        item->setData(Qt::UserRole, QVariant::fromValue<QObject *>(action));
        if (!action->isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
            item->setToolTip(action->toolTip());
        }
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    m_chosen = qobject_cast<QAction *>(item->data(Qt::UserRole).value<QObject *>());
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1
            : key->key() == Qt::Key_Up              ? -1
            : key->key() == Qt::Key_PageDown        ? 10
            : key->key() == Qt::Key_PageUp          ? -10
                                                    : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Signalbox
