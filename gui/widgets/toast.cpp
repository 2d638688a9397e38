// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toast.h"

#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace Signalbox {

namespace {

QToolButton *smallButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(Theme::icon(iconName));
    button->setIconSize({16, 16});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace

Toast::Toast(const QString &text, Console::Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_text(text)
    , m_tone(tone)
    , m_label(new QLabel(text))
{
    auto *icon = new IconLabel(20, Tone::icon(tone));
    icon->setContentsMargins(0, 3, 0, 0);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QToolButton *copyButton = smallButton(QStringLiteral("copy"), tr("Copy the message"));
    QToolButton *closeButton = smallButton(QStringLiteral("close"), tr("Dismiss"));
    copyButton->setObjectName(QStringLiteral("copy"));
    closeButton->setObjectName(QStringLiteral("close"));
    connect(copyButton, &QToolButton::clicked, this, &Toast::copy);
    connect(closeButton, &QToolButton::clicked, this, &Toast::closed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    layout->addWidget(copyButton, 0, Qt::AlignTop);
    layout->addWidget(closeButton, 0, Qt::AlignTop);
    m_label->setContentsMargins(0, 4, 0, 4);

    setAccessibleName(Tone::name(tone));
    setAccessibleDescription(text);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::closed);
    startTimer();
}

void Toast::repeat()
{
    ++m_count;
    m_label->setText(tr("%1 (%2 times)", "a message that was repeated")
                         .arg(m_text, QLocale().toString(m_count)));
    startTimer();
}

void Toast::fitTo(int width)
{
    setFixedWidth(width);
    setFixedHeight(layout()->hasHeightForWidth() ? layout()->heightForWidth(width)
                                                 : layout()->sizeHint().height());
}

void Toast::startTimer()
{
    if (m_tone != Console::Tone::Error)
        m_timer.start(m_tone == Console::Tone::Warning ? ShownWarningMs : ShownMs);
}

void Toast::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    startTimer();
    QFrame::leaveEvent(event);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

void Toast::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Tone::role(m_tone)));
    painter.setBrush(Theme::color(Tone::surface(m_tone)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace Signalbox
