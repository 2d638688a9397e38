// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/themediconengine.h"

#include "gui/theme/qtcompat.h"
#include "gui/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Signalbox {

namespace {

QString path(const QString &name)
{
    return QStringLiteral(":/icons/ui/%1.svg").arg(name);
}

} // namespace

ThemedIconEngine::ThemedIconEngine(QString name, std::optional<ThemeRole> role)
    : m_name(std::move(name))
    , m_role(role)
{ }

bool ThemedIconEngine::exists(const QString &name)
{
    return QFile::exists(path(name));
}

QColor ThemedIconEngine::color(QIcon::Mode mode) const
{
    if (mode == QIcon::Disabled)
        return Theme::color(ThemeRole::Disabled);
    if (m_role)
        return Theme::color(*m_role);
    return Theme::color(mode == QIcon::Selected ? ThemeRole::TextOnSelection : ThemeRole::Text);
}

void ThemedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode,
                             QIcon::State /*state*/)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const int side = qRound(std::min(rect.width(), rect.height()) * ratio);
    QPixmap pixmap = render({side, side}, mode);
    pixmap.setDevicePixelRatio(ratio);
    QRectF target(QPointF(), pixmap.deviceIndependentSize());
    target.moveCenter(QRectF(rect).center());
    painter->drawPixmap(target.topLeft(), pixmap);
}

QPixmap ThemedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/)
{
    return render(size, mode);
}

QPixmap ThemedIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/,
                                       qreal scale)
{
    return render(QtCompat::devicePixels(size, scale), mode);
}

QPixmap ThemedIconEngine::render(const QSize &size, QIcon::Mode mode) const
{
    if (size.isEmpty())
        return {};
    const QColor ink = color(mode);
    const QString key =
        QStringLiteral("signalbox-%1-%2-%3x%4")
            .arg(m_name, ink.name(), QString::number(size.width()), QString::number(size.height()));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer renderer(path(m_name));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    // Whatever the file's colour was: its shape is what counts.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), ink);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace Signalbox
