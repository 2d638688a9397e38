// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/portinusedialog.h"

#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>

namespace Signalbox {

namespace {

constexpr quint16 MaxPort = 65'535;

quint16 neighbourOf(quint16 port)
{
    return port < MaxPort ? port + 1 : port - 1;
}

} // namespace

PortInUseDialog::PortInUseDialog(quint16 port, const QString &message, quint16 other,
                                 QWidget *parent)
    : QuestionDialog(Theme::icon(QStringLiteral("warning"), Theme::Role::Warning),
                     tr("Port %1 is in use").arg(QString::number(port)), parent)
    , m_port(new QSpinBox)
{
    setWindowTitle(tr("The server cannot start"));
    addText(tr("Another program listens there, perhaps another Signalbox. End it and try again, or "
               "take another port until the next start."));
    QLabel *details = addText(message);
    details->setProperty("kind", QStringLiteral("muted"));
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addWidget(makeField(other > 0 && other != port ? other : neighbourOf(port)));

    addAnswer(int(Answer::Quit), tr("&Quit"), QStringLiteral("quit"));
    m_other = addAnswer(int(Answer::OtherPort), tr("Use the &other port"), QStringLiteral("other"));
    m_retry = addAnswer(int(Answer::Retry), tr("Try &again"), QStringLiteral("retry"));
    setMain(m_retry);
    m_retry->setFocus();
    // Whoever writes a port wants that one.
    connect(m_port, &QSpinBox::valueChanged, this, [this] { setMain(m_other); });
}

QWidget *PortInUseDialog::makeField(quint16 port)
{
    m_port->setRange(1, MaxPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(port);
    auto *label = new QLabel(tr("Other &port:"));
    label->setBuddy(m_port);
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_port);
    layout->addStretch();
    return field;
}

void PortInUseDialog::setMain(const QPushButton *button)
{
    for (QPushButton *one : {m_other, m_retry}) {
        one->setProperty("kind", one == button ? QStringLiteral("primary") : QString());
        one->setDefault(one == button);
        // The style sheet looks at the property only then.
        one->style()->unpolish(one);
        one->style()->polish(one);
    }
}

std::optional<quint16> PortInUseDialog::ask(quint16 port, const QString &message, quint16 &other,
                                            QWidget *parent)
{
    PortInUseDialog dialog(port, message, other, parent);
    dialog.exec();
    other = dialog.port();
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
