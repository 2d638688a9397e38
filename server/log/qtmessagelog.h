// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Signalbox {

class Logger;

/// While it lives, what Qt and we say by qDebug(), qWarning() and so on goes to \a logger as event
/// `qt_message`. Qt has one message handler per process, so one of these at a time; the handler
/// that was there before comes back at the end.
///
/// Made and destroyed on the main thread, destroyed when no other thread runs any more and before
/// its logger.
class QtMessageLog final
{
public:
    explicit QtMessageLog(Logger &logger);
    Q_DISABLE_COPY_MOVE(QtMessageLog)
    ~QtMessageLog();

private:
    QtMessageHandler m_previous;
};

} // namespace Signalbox
