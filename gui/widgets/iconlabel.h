// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace Signalbox {

/// An icon where a QLabel would have a picture of it: drawn in the colours and for the screen of
/// the moment.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// \a side in pixels that do not depend on the screen.
    explicit IconLabel(int side, const QIcon &icon = {}, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon); ///< null: its place stays empty
    [[nodiscard]] QIcon icon() const { return m_icon; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_side;
    QIcon m_icon;
};

} // namespace Signalbox
