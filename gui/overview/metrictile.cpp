// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/metrictile.h"

#include "gui/overview/sparkline.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

/// The sparkline, in whose place a note is, is as high as two lines. (A label that wraps would have
/// the whole page measured by its width.)
QString inTwoLines(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    qsizetype end = text.lastIndexOf(u' ');
    while (end > 0 && metrics.horizontalAdvance(text.first(end)) > width)
        end = text.lastIndexOf(u' ', end - 1);
    if (end <= 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    return text.first(end) + u'\n'
        + metrics.elidedText(text.sliced(end + 1), Qt::ElideRight, width);
}

} // namespace

MetricTile::MetricTile(const QString &iconName, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_iconName(iconName)
    , m_name(name)
    , m_icon(new IconLabel(16))
    , m_value(new QLabel(QStringLiteral("–")))
    , m_note(new QLabel)
    , m_sparkline(new Sparkline)
{
    setProperty("kind", QStringLiteral("card"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // all as wide as each other
    auto *caption = new QLabel(name);
    caption->setProperty("kind", QStringLiteral("muted"));
    caption->setMinimumWidth(1); // cut rather than widening the window in a long language
    caption->setToolTip(name);
    m_value->setMinimumWidth(1);
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_note->setMinimumWidth(1);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->hide();

    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_icon);
    top->addWidget(caption, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_value);
    layout->addWidget(m_note);
    layout->addWidget(m_sparkline);
    layout->addStretch();
    setAccessibleName(name);
    updateLook();
}

void MetricTile::setValue(const QString &text)
{
    if (m_value->text() == text)
        return;
    m_value->setText(text);
    setAccessibleDescription(text);
    fitValue();
}

QString MetricTile::value() const
{
    return m_value->text();
}

void MetricTile::setNote(const QString &text)
{
    m_noteText = text;
    m_note->setToolTip(text);
    fitValue();
    m_note->setVisible(!text.isEmpty());
    m_sparkline->setVisible(text.isEmpty());
}

void MetricTile::setAlarming(bool alarming)
{
    if (std::exchange(m_isAlarming, alarming) != alarming)
        updateLook();
}

void MetricTile::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitValue();
}

/// As large as there is room for: a figure that is cut would be another figure.
void MetricTile::fitValue()
{
    QFont figure = font();
    figure.setWeight(QFont::DemiBold);
    const int room = contentsRect().width() - 26;
    for (int size = 17; size >= 8; --size) {
        figure.setPointSize(size);
        if (QFontMetrics(figure).horizontalAdvance(m_value->text()) <= room)
            break;
    }
    m_value->setFont(figure);
    m_value->setFixedHeight(fontMetrics().height() * 2);
    m_note->setText(inTwoLines(m_noteText, m_note->fontMetrics(), room));
}

void MetricTile::updateLook()
{
    const ThemeRole role = m_isAlarming ? ThemeRole::Warning : ThemeRole::Muted;
    m_icon->setIcon(Theme::icon(m_isAlarming ? QStringLiteral("warning") : m_iconName, role));
    m_icon->setAccessibleName(m_isAlarming ? tr("Warning") : QString());
    m_sparkline->setRole(m_isAlarming ? ThemeRole::Warning : ThemeRole::Accent);
}

} // namespace Signalbox
