// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/consolestyle.h"

#include <QLabel>

namespace Signalbox {

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

/// Every widget comes through here before it is measured or drawn for the first time, those that Qt
/// makes too: the label of a tool tip, the text of a message box.
void ConsoleStyle::polish(QWidget *widget)
{
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

} // namespace Signalbox
