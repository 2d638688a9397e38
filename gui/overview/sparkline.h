// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/themecolors.h"

#include <QList>
#include <QWidget>

namespace Signalbox {

/// The last minute in a few pixels: the shape, no figures.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setValues(const QList<double> &values); ///< oldest first; the newest Points are shown
    void setRole(ThemeRole role);
    [[nodiscard]] QSize sizeHint() const override { return {96, 28}; }

    static constexpr qsizetype Points = 60;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
    ThemeRole m_role = ThemeRole::Accent;
};

} // namespace Signalbox
