// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventually.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace Signalbox::Test {

bool eventually(const std::function<bool()> &isTrue, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QTimer tick; // so that the wait below ends
    tick.start(std::chrono::milliseconds(20));
    while (!isTrue()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

void settle()
{
    // Long enough for a chain of events: each round handles what the last one caused.
    for (int round = 0; round < 16; ++round) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace Signalbox::Test
