// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace Signalbox {

/// The names of the pages, with their icons, and a badge where something wants to be seen.
class Sidebar final : public QListWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addPage(const QString &iconName, const QString &title, const QString &shortcut);
    void setBadge(int page, int count); ///< 0: none
    [[nodiscard]] int badge(int page) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int contentHeight() const; ///< down to the last entry

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace Signalbox
