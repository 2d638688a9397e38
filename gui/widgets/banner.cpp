// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/banner.h"

#include "gui/widgets/iconlabel.h"
#include "gui/widgets/tone.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace Signalbox {

Banner::Banner(Console::Tone tone, const QString &actionText, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(new IconLabel(20, Tone::icon(tone)));
    layout->addWidget(m_text, 1);
    if (!actionText.isEmpty()) {
        m_button = new QPushButton(actionText);
        layout->addWidget(m_button);
        connect(m_button, &QPushButton::clicked, this, &Banner::triggered);
    }
    setAccessibleName(Tone::name(tone));
    hide();
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Tone::surface(m_tone)));
    painter.fillRect(QRect(0, 0, 4, height()), Theme::color(Tone::role(m_tone)));
}

} // namespace Signalbox
