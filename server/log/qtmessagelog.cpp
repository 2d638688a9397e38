// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/qtmessagelog.h"

#include "server/log/logger.h"

#include <QScopedValueRollback>

#include <atomic>

namespace Signalbox {

namespace {

// A message handler is a plain function: what it needs can only be static.
std::atomic<Logger *> messageLogger = nullptr;
thread_local bool isLogging = false;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Error;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Qt may warn while a message of its own is being formatted: that must not come round again.
    Logger *logger = messageLogger.load(std::memory_order_acquire);
    if (!logger || isLogging)
        return;
    const QScopedValueRollback guard(isLogging, true);
    logger->write(
        levelOf(type), "qt_message",
        {{"category", context.category ? context.category : "default"}, {"message", message}});
}

} // namespace

QtMessageLog::QtMessageLog(Logger &logger)
{
    Q_ASSERT(!messageLogger);
    messageLogger.store(&logger, std::memory_order_release);
    m_previous = qInstallMessageHandler(handleMessage);
}

QtMessageLog::~QtMessageLog()
{
    qInstallMessageHandler(m_previous);
    messageLogger.store(nullptr, std::memory_order_release);
}

} // namespace Signalbox
