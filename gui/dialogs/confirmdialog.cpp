// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/confirmdialog.h"

#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr QLatin1String Group("confirmations");

} // namespace

ConfirmDialog::ConfirmDialog(const QString &title, const QString &text, const QStringList &targets,
                             const QString &actionText, QWidget *parent)
    : QDialog(parent)
    , m_doNotAsk(new QCheckBox(tr("&Do not ask again")))
{
    setWindowTitle(title);
    auto *icon = new IconLabel(32, Theme::icon(QStringLiteral("warning"), Theme::Role::Warning));
    auto *message = new QLabel(text);
    message->setTextFormat(Qt::PlainText); // it holds what clients have chosen
    message->setWordWrap(true);
    message->setMinimumWidth(360);

    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addWidget(message, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(top);

    if (!targets.isEmpty()) {
        QStringList lines = targets.first(std::min(targets.size(), MaxListed));
        if (targets.size() > MaxListed)
            lines.append(tr("and %Ln more", nullptr, int(targets.size() - MaxListed)));
        auto *list = new QPlainTextEdit(lines.join(u'\n'));
        list->setReadOnly(true);
        list->setTabChangesFocus(true);
        list->setLineWrapMode(QPlainTextEdit::NoWrap);
        list->setAccessibleName(tr("What it is done to"));
        const int rows = int(std::clamp<qsizetype>(lines.size(), 2, 8));
        list->setFixedHeight(rows * list->fontMetrics().lineSpacing() + 20);
        layout->addWidget(list);
    }
    layout->addWidget(m_doNotAsk);
    m_doNotAsk->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *action = new QPushButton(actionText);
    action->setProperty("kind", QStringLiteral("danger"));
    action->setObjectName(QStringLiteral("action"));
    action->setAutoDefault(false);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(action);
    layout->addLayout(buttons);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(action, &QPushButton::clicked, this, &QDialog::accept);
    setAccessibleDescription(text);
}

bool ConfirmDialog::ask(QWidget *parent, const QString &title, const QString &text,
                        const QStringList &targets, const QString &actionText, const QString &kind)
{
    QSettings settings;
    const QString key = Group + u'/' + kind;
    if (!kind.isEmpty() && settings.value(key).toBool())
        return true;
    ConfirmDialog dialog(title, text, targets, actionText, parent);
    dialog.m_doNotAsk->setVisible(!kind.isEmpty());
    if (dialog.exec() != QDialog::Accepted)
        return false;
    if (!kind.isEmpty() && dialog.m_doNotAsk->isChecked())
        settings.setValue(key, true);
    return true;
}

void ConfirmDialog::resetKinds()
{
    QSettings().remove(Group);
}

} // namespace Signalbox
