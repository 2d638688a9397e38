// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/statictokendialog.h"

#include "common/auth/randomtext.h"
#include "gui/theme/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr qsizetype ShortLength = 16; // under it, somebody may guess it

} // namespace

StaticTokenDialog::StaticTokenDialog(QWidget *parent)
    : QDialog(parent)
    , m_token(new QLineEdit)
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Set the static token"));
    auto *text = new QLabel(
        tr("Clients that show it may subscribe and publish, without a user of their own. It "
           "replaces the static tokens there are; connections that used those are closed. The "
           "server keeps a hash of it: copy it before you set it."));
    text->setWordWrap(true);
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setMaxLength(8192);
    auto *label = new QLabel(tr("&Token:"));
    label->setBuddy(m_token);
    auto *generate = new QPushButton(tr("&Generate"));
    generate->setObjectName(QStringLiteral("generate"));
    generate->setAutoDefault(false);
    auto *copy = new QPushButton(Theme::icon(QStringLiteral("copy")), tr("&Copy"));
    copy->setObjectName(QStringLiteral("copy"));
    copy->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_token, 1);
    row->addWidget(generate);
    row->addWidget(copy);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("What is wrong"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setMinimumHeight(m_problem->fontMetrics().lineSpacing() + 2);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *remove = buttons->addButton(tr("&Remove it"), QDialogButtonBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("remove"));
    remove->setToolTip(tr("No static token is accepted any more."));
    remove->setAutoDefault(false);
    m_set = buttons->addButton(tr("&Set"), QDialogButtonBox::AcceptRole);
    m_set->setObjectName(QStringLiteral("set"));
    m_set->setProperty("kind", QStringLiteral("primary"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addSpacing(4);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    m_set->setDefault(true); // within the dialog: it would not know before
    resize(540, sizeHint().height());

    connect(m_token, &QLineEdit::textChanged, this, &StaticTokenDialog::check);
    connect(generate, &QPushButton::clicked, this, &StaticTokenDialog::makeUp);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_token->text()); });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_isRemoval = true;
        accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_token->setFocus();
}

QByteArray StaticTokenDialog::token() const
{
    return m_isRemoval ? QByteArray() : m_token->text().toUtf8();
}

QString StaticTokenDialog::problem() const
{
    const QString text = m_token->text();
    if (text != text.trimmed())
        return tr("A token has no spaces at its ends.");
    return {};
}

void StaticTokenDialog::check()
{
    const QString text = m_token->text();
    const QString wrong = problem();
    const bool isShort = !text.isEmpty() && text.size() < ShortLength;
    m_problem->setText(wrong.isEmpty() && isShort
                           ? tr("A token this short may be guessed: %n character(s) or more are "
                                "better.",
                                nullptr, int(ShortLength))
                           : wrong);
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText,
                    Theme::color(wrong.isEmpty() ? Theme::Role::Warning : Theme::Role::Bad));
    m_problem->setPalette(colors);
    m_set->setEnabled(wrong.isEmpty() && !text.isEmpty());
    m_set->setToolTip(text.isEmpty() ? tr("Write a token, or generate one.") : wrong);
}

void StaticTokenDialog::makeUp()
{
    m_token->setText(QString::fromLatin1(randomSecret()));
}

} // namespace Signalbox
