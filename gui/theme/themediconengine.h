// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/themecolors.h"

#include <QIconEngine>

#include <optional>

namespace Signalbox {

/// Draws a monochrome SVG in a colour of the theme, chosen when it draws: an icon that was made
/// before the theme has changed is right after it.
class ThemedIconEngine final : public QIconEngine
{
public:
    explicit ThemedIconEngine(QString name, std::optional<ThemeRole> role = {});

    [[nodiscard]] static bool exists(const QString &name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    QString key() const override { return QStringLiteral("SignalboxThemedIcon"); }

private:
    ThemedIconEngine(const ThemedIconEngine &) = default;

    [[nodiscard]] QColor color(QIcon::Mode mode) const;
    /// \a size in device pixels.
    [[nodiscard]] QPixmap render(const QSize &size, QIcon::Mode mode) const;

    QString m_name;
    std::optional<ThemeRole> m_role;
};

} // namespace Signalbox
