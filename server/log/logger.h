// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/logfield.h"
#include "server/log/loghistory.h"

#include <atomic>
#include <initializer_list>
#include <mutex>

namespace Signalbox {

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Text, Json };

/// Writes what happened as one line per event to a file descriptor, for people or as JSON:
///
///     log.info("client_connected", {{"sid", sid}, {"total_connections", total}});
///
/// A JSON line has `timestamp` (ISO 8601, UTC, milliseconds), `level`, `event` and the fields
/// beside them. Values never break out of their line: control characters are escaped, invalid UTF-8
/// is replaced, text over maxTextLength is cut. Credentials never get in: fields named like one
/// (isSecretName()) are written as `[redacted]`, and all text goes through redactedText().
///
/// An object like any other: whoever starts the process makes one and hands references down, so
/// that two servers of one process can log apart. May be used from any thread; whole lines only. A
/// reader of the descriptor that is gone or stuck does not stop the process: after a short wait
/// lines are lost, counted, and told by a `log_lines_lost` line as soon as writing works again.
class Logger final
{
public:
    static constexpr qsizetype maxTextLength = 2048; ///< UTF-16 units of one value

    /// Writes to \a descriptor, which stays the caller's. Makes the process ignore SIGPIPE unless
    /// it handles it, as Qt's sockets do.
    explicit Logger(LogFormat format = LogFormat::Text, LogLevel level = LogLevel::Info,
                    int descriptor = 2);
    Q_DISABLE_COPY_MOVE(Logger)
    ~Logger() = default;

    void setFormat(LogFormat format) { m_format.store(format, std::memory_order_relaxed); }
    void setLevel(LogLevel level) { m_level.store(level, std::memory_order_relaxed); }
    [[nodiscard]] LogLevel level() const { return m_level.load(std::memory_order_relaxed); }

    /// What was logged of late, redacted as the lines are, be they written or lost.
    [[nodiscard]] const LogHistory &history() const { return m_history; }

    /// One relaxed load. Ask first where making the fields costs something.
    [[nodiscard]] bool isEnabled(LogLevel level) const { return level >= this->level(); }

    using Fields = std::initializer_list<LogField>;

    /// \a event is a lower_snake_case name of ours, never text from outside.
    void debug(const char *event, Fields fields = {}) { write(LogLevel::Debug, event, fields); }
    void info(const char *event, Fields fields = {}) { write(LogLevel::Info, event, fields); }
    void warning(const char *event, Fields fields = {}) { write(LogLevel::Warning, event, fields); }
    void error(const char *event, Fields fields = {}) { write(LogLevel::Error, event, fields); }
    void write(LogLevel level, const char *event, Fields fields)
    {
        if (isEnabled(level))
            writeLine(level, event, fields);
    }

private:
    void writeLine(LogLevel level, const char *event, Fields fields);
    [[nodiscard]] QByteArray line(LogLevel level, const char *event, Fields fields) const;
    [[nodiscard]] static LogRecord record(LogLevel level, const char *event, Fields fields);
    bool writeBytes(QByteArray &bytes) const;

    std::atomic<LogFormat> m_format;
    std::atomic<LogLevel> m_level;
    LogHistory m_history;
    const int m_descriptor;
    std::mutex m_mutex;
    QByteArray m_rest; ///< of a line that was begun and could not be finished
    qint64 m_linesLost = 0;
};

} // namespace Signalbox
