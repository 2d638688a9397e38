// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/portinusedialog.h"

#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Signalbox {

PortInUseDialog::PortInUseDialog(quint16 port, const QString &message, QWidget *parent)
    : QDialog(parent)
    , m_port(new QSpinBox)
{
    setWindowTitle(tr("The server cannot start"));
    auto *icon = new IconLabel(32, Theme::icon(QStringLiteral("warning"), Theme::Role::Warning));
    auto *title = new QLabel(tr("Port %1 is in use").arg(QString::number(port)));
    title->setProperty("kind", QStringLiteral("heading"));
    auto *text = new QLabel(
        tr("Another program listens there, perhaps another Signalbox. End it and try again, or "
           "take another port until the next start."));
    text->setWordWrap(true);
    text->setMinimumWidth(400);
    auto *details = new QLabel(message);
    details->setProperty("kind", QStringLiteral("muted"));
    details->setTextFormat(Qt::PlainText);
    details->setWordWrap(true);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    m_port->setRange(1, 65'535);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(port < 65'535 ? port + 1 : port - 1);
    auto *portLabel = new QLabel(tr("Other &port:"));
    portLabel->setBuddy(m_port);
    auto *field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(portLabel);
    field->addWidget(m_port);
    field->addStretch();

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(text);
    words->addWidget(details);
    words->addLayout(field);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(icon, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    const auto add = [&](const QString &label, const QString &name, Answer answer) {
        auto *button = new QPushButton(label);
        button->setObjectName(name);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, answer] {
            m_answer = answer;
            done(answer == Answer::Quit ? Rejected : Accepted);
        });
        return button;
    };
    add(tr("&Quit"), QStringLiteral("quit"), Answer::Quit);
    add(tr("Use the &other port"), QStringLiteral("other"), Answer::OtherPort);
    QPushButton *retry = add(tr("Try &again"), QStringLiteral("retry"), Answer::Retry);
    retry->setProperty("kind", QStringLiteral("primary"));
    retry->setDefault(true);
    retry->setFocus();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    layout->addLayout(buttons);
}

std::optional<quint16> PortInUseDialog::ask(quint16 port, const QString &message, QWidget *parent)
{
    PortInUseDialog dialog(port, message, parent);
    dialog.exec();
    switch (dialog.answer()) {
    case Answer::Retry:
        return port;
    case Answer::OtherPort:
        return dialog.port();
    case Answer::Quit:
        break;
    }
    return {};
}

quint16 PortInUseDialog::port() const
{
    return quint16(m_port->value());
}

} // namespace Signalbox
