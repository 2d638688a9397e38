// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <memory>
#include <mutex>
#include <utility>

namespace Signalbox {

/// Calls \a last() on \a thread, behind all that is queued for \a agent, which lives there, and
/// lets it end. Returns before. Nothing may be posted to that thread from then on.
///
/// A thread must not simply be told to quit by what is posted to it: QCoreApplication::postEvent()
/// wakes the receiver's event dispatcher *after* it has handed over the event, and by then the
/// thread may have ended and deleted it.
template <typename Last>
void endThread(QThread &thread, QObject &agent, Last last)
{
    const auto posting = std::make_shared<std::mutex>();
    const std::lock_guard lock(*posting);
    QMetaObject::invokeMethod(
        &agent,
        [&thread, posting, last = std::move(last)] {
            last();
            const std::lock_guard posted(*posting);
            thread.quit();
        },
        Qt::QueuedConnection);
}

} // namespace Signalbox
