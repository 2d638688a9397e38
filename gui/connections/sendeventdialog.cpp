// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/sendeventdialog.h"

#include "common/hub/event.h"
#include "common/protocol/json.h"
#include "gui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Signalbox {

SendEventDialog::SendEventDialog(const QString &recipients, QWidget *parent)
    : QDialog(parent)
    , m_type(new QLineEdit(QStringLiteral("notification")))
    , m_data(new QPlainTextEdit(QStringLiteral("{\n  \"message\": \"\"\n}")))
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Send an event"));
    auto *text = new QLabel(tr("To %1. It is not kept in any history.").arg(recipients));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_type->setMaxLength(128);
    m_data->setFont(Theme::fixedFont());
    m_data->setTabChangesFocus(true);
    auto *typeLabel = new QLabel(tr("&Type:"));
    typeLabel->setBuddy(m_type);
    auto *dataLabel = new QLabel(tr("&Data, a JSON object:"));
    dataLabel->setBuddy(m_data);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("What is wrong"));
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Bad));
    m_problem->setPalette(colors);
    // Room for a line, so that the dialog does not jump while one types.
    m_problem->setMinimumHeight(m_problem->fontMetrics().lineSpacing() + 2);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setProperty("kind", QStringLiteral("primary"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addSpacing(4);
    layout->addWidget(typeLabel);
    layout->addWidget(m_type);
    layout->addWidget(dataLabel);
    layout->addWidget(m_data, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    m_send->setDefault(true); // within the dialog: it would not know before
    resize(460, 380);

    connect(m_type, &QLineEdit::textChanged, this, &SendEventDialog::check);
    connect(m_data, &QPlainTextEdit::textChanged, this, &SendEventDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, m_send, &QPushButton::click);
    }
    check();
    // Between the last quotes, where the text goes.
    QTextCursor cursor = m_data->textCursor();
    cursor.setPosition(int(m_data->toPlainText().lastIndexOf(u'"')));
    m_data->setTextCursor(cursor);
    m_data->setFocus();
}

QString SendEventDialog::problem() const
{
    const QByteArray type = m_type->text().toUtf8();
    if (type.isEmpty())
        return tr("An event needs a type.");
    if (!isValidEventType(type))
        return tr("A type consists of letters, digits and _ . : -");
    if (isReservedEventType(type))
        return tr("“%1” is reserved for the protocols.").arg(m_type->text());
    const QByteArray json = m_data->toPlainText().toUtf8();
    const auto kind = Json::check(json);
    if (!kind)
        return tr("The data is no JSON: %1").arg(kind.error().message);
    if (*kind != Json::Kind::Object)
        return tr("The data must be a JSON object: { … }");
    return {};
}

void SendEventDialog::check()
{
    const QString text = problem();
    m_problem->setText(text);
    m_send->setEnabled(text.isEmpty());
    m_send->setToolTip(text);
}

QByteArray SendEventDialog::event() const
{
    return "{\"type\":" + Json::quoted(m_type->text().toUtf8())
        + ",\"data\":" + m_data->toPlainText().toUtf8() + '}';
}

} // namespace Signalbox
