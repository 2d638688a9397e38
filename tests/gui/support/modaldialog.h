// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDialog>
#include <QTimer>

#include <functional>

namespace Signalbox {

/// Lets \a call open a modal dialog, and \a act on it as soon as it is shown; closes it if that has
/// not. Returns whether there was one.
template <typename Dialog>
bool withDialog(const std::function<void()> &call, const std::function<void(Dialog &)> &act)
{
    bool wasShown = false;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer.stop();
        wasShown = true;
        act(*dialog);
        if (dialog->isVisible())
            dialog->reject();
    });
    timer.start(0);
    call();
    return wasShown;
}

} // namespace Signalbox
