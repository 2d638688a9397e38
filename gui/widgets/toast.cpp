// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toast.h"

#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

constexpr int Padding = 10;

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

/// \a text, so that a path or an id, too, goes on in the next line where there is no room.
QString breakable(const QString &text)
{
    constexpr int MaxRun = 12; // characters of the longest that is kept together
    constexpr QChar ZeroWidthSpace(0x200B);
    QString result;
    result.reserve(text.size() * 5 / 4);
    int run = 0;
    for (const QChar c : text) {
        if (run >= MaxRun && !c.isLowSurrogate()) {
            result += ZeroWidthSpace;
            run = 0;
        }
        result += c;
        run = c.isSpace() ? 0 : run + 1;
    }
    return result;
}

} // namespace

Toast::Toast(const QString &text, Console::Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_text(text)
    , m_tone(tone)
    , m_isHeld(tone == Console::Tone::Error)
    , m_label(new QLabel)
    , m_timer(new QTimer(this))
{
    auto *icon = new IconLabel(20, Tone::icon(tone));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    QToolButton *copyButton = smallButton(QStringLiteral("copy"), tr("Copy the message"));
    QToolButton *closeButton = smallButton(QStringLiteral("close"), tr("Dismiss"));
    copyButton->setObjectName(QStringLiteral("copy"));
    closeButton->setObjectName(QStringLiteral("close"));
    connect(copyButton, &QToolButton::clicked, this, &Toast::copy);
    connect(closeButton, &QToolButton::clicked, this, &Toast::closed);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(Padding, 4, 4, Padding);
    layout->setSpacing(2);
    layout->addWidget(icon, 0, 0);
    layout->setColumnStretch(1, 1);
    layout->addWidget(copyButton, 0, 2);
    layout->addWidget(closeButton, 0, 3);
    layout->addWidget(m_label, 1, 0, 1, 4);
    m_label->setContentsMargins(0, 0, Padding - 4, 0);

    setAccessibleName(Tone::name(tone));
    setAccessibleDescription(text);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Toast::closed);
    startTimer();
}

QString Toast::message() const
{
    return m_count == 1 ? m_text
                        : tr("%1 (%2 times)", "a message that was repeated")
                              .arg(m_text, QLocale().toString(m_count));
}

void Toast::repeat()
{
    ++m_count;
    m_isHeld = m_tone == Console::Tone::Error;
    m_timer->stop();
    startTimer();
}

void Toast::letGo()
{
    if (std::exchange(m_isHeld, false) && !underMouse())
        startTimer();
}

void Toast::fitTo(int width)
{
    ensurePolished();
    const QFontMetrics metrics = m_label->fontMetrics();
    const QRect room(0, 0, width - 2 * Padding, QWIDGETSIZE_MAX);
    const auto fits = [&](const QString &text) {
        return metrics.boundingRect(room, Qt::TextWordWrap, text).height()
            <= MaxLines * metrics.lineSpacing();
    };
    const QString whole = message();
    QString shown = breakable(whole);
    if (!fits(shown)) {
        qsizetype least = 0;
        qsizetype most = std::min<qsizetype>(whole.size(), 1000);
        while (least < most) {
            const qsizetype middle = (least + most + 1) / 2;
            if (fits(breakable(whole.first(middle)) + u'…'))
                least = middle;
            else
                most = middle - 1;
        }
        shown = breakable(whole.first(least)) + u'…';
    }
    m_label->setText(shown);
    m_label->setToolTip(shown.endsWith(u'…') ? whole : QString());
    setFixedWidth(width);
    setFixedHeight(layout()->heightForWidth(width));
}

void Toast::startTimer()
{
    if (!m_isHeld)
        m_timer->start(m_tone == Console::Tone::Warning ? ShownWarningMs : ShownMs);
}

void Toast::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
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
