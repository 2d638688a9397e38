// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Signalbox {

/// Fusion, but that text is text: a label, and thus a tool tip, shows markup as it is written
/// unless its maker has asked for Qt::RichText. Most of what a console shows was written by
/// strangers, and Qt would load the pictures that it names.
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ConsoleStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
};

} // namespace Signalbox
