// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/questiondialog.h"

#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int TextWidth = 400;

} // namespace

QuestionDialog::QuestionDialog(const QIcon &icon, const QString &heading, QWidget *parent)
    : QDialog(parent)
    , m_words(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    auto *title = new QLabel(heading);
    title->setProperty("kind", QStringLiteral("heading"));
    m_words->setSpacing(8);
    m_words->addWidget(title);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(new IconLabel(32, icon), 0, Qt::AlignTop);
    top->addLayout(m_words, 1);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addLayout(m_buttons);
}

QLabel *QuestionDialog::addText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setMinimumWidth(TextWidth);
    addWidget(label);
    return label;
}

void QuestionDialog::addWidget(QWidget *widget)
{
    m_words->addWidget(widget);
}

QPushButton *QuestionDialog::addAnswer(int answer, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, answer] {
        m_chosen = answer;
        done(answer == NoAnswer ? Rejected : Accepted);
    });
    return button;
}

} // namespace Signalbox
