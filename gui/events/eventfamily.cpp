// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventfamily.h"

#include "gui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace Signalbox::EventFamily {

namespace {

struct Look
{
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Look, FamilyCount> Looks{{
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Project"), 0xff1d5fb8, 0xff7ab4ff},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Agent"), 0xff00696f, 0xff55cfd6},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Workflow"), 0xff6a3fc0, 0xffb9a0ff},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Pull request"), 0xff1a6b32, 0xff6fd38a},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Issue"), 0xff8f4b00, 0xfff2ae5c},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "AI"), 0xffa3247f, 0xffff93d8},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Bot"), 0xff5c5f00, 0xffd2d36a},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Strategy"), 0xffa8322a, 0xffff9c92},
    {QT_TRANSLATE_NOOP("Signalbox::EventFamily", "Other"), 0xff4d5663, 0xffb4bdc9},
}};

const Look &lookOf(Family family)
{
    return Looks[static_cast<size_t>(family)];
}

QPolygonF regular(int corners, double turn)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (turn + double(i) / corners);
        polygon.append({8 + 6.4 * std::sin(angle), 8 - 6.4 * std::cos(angle)});
    }
    return polygon;
}

/// In a square of 16.
void paintShape(QPainter &painter, Family family, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (family) {
    case Family::Project:
        painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 2, 2);
        break;
    case Family::Agent:
        painter.drawEllipse(QRectF(2.2, 2.2, 11.6, 11.6));
        break;
    case Family::Workflow: // a play sign
        painter.drawPolygon(regular(3, 0.25));
        break;
    case Family::PullRequest:
        painter.drawPolygon(regular(4, 0));
        break;
    case Family::Issue: // a warning triangle's shape
        painter.drawPolygon(regular(3, 0).translated(0, 1.4));
        break;
    case Family::Ai: { // a star of four points
        QPolygonF star;
        for (int i = 0; i < 8; ++i) {
            const double radius = i % 2 ? 2.6 : 7.2;
            const double angle = std::numbers::pi * i / 4;
            star.append({8 + radius * std::sin(angle), 8 - radius * std::cos(angle)});
        }
        painter.drawPolygon(star);
        break;
    }
    case Family::Bot:
        painter.drawPolygon(regular(6, 0));
        break;
    case Family::Strategy:
        painter.drawPolygon(regular(5, 0));
        break;
    case Family::Other:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 2));
        painter.drawEllipse(QRectF(3.5, 3.5, 9, 9));
        break;
    }
}

QIcon makeIcon(Family family, bool isDark)
{
    QIcon icon;
    for (const int size : {16, 32, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / 16.0, size / 16.0);
        paintShape(painter, family, color(family, isDark));
        painter.end();
        icon.addPixmap(pixmap);
        // A selected row keeps the colours: the shape alone would be lost in a tint.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace

Family of(QByteArrayView type)
{
    qsizetype end = 0;
    while (end < type.size() && !QByteArrayView("._:-").contains(type[end]))
        ++end;
    const QByteArrayView head = type.first(end);
    if (head == "project")
        return Family::Project;
    if (head == "agent")
        return Family::Agent;
    if (head == "workflow" || head == "execution" || head == "node")
        return Family::Workflow;
    if (head == "pr")
        return Family::PullRequest;
    if (head == "issue")
        return Family::Issue;
    if (head == "ai")
        return Family::Ai;
    if (head == "bot" || head == "trade" || head == "order")
        return Family::Bot;
    if (head == "strategy" || head == "backtest")
        return Family::Strategy;
    return Family::Other;
}

QString name(Family family)
{
    return QCoreApplication::translate("Signalbox::EventFamily", lookOf(family).name);
}

QColor color(Family family, bool isDark)
{
    return QColor::fromRgb(isDark ? lookOf(family).dark : lookOf(family).light);
}

QIcon icon(Family family)
{
    static std::array<std::array<QIcon, 2>, FamilyCount> icons;
    const bool isDark = Theme::isDark();
    QIcon &icon = icons[static_cast<size_t>(family)][isDark ? 1 : 0];
    if (icon.isNull())
        icon = makeIcon(family, isDark);
    return icon;
}

} // namespace Signalbox::EventFamily
