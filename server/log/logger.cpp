// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/logger.h"

#include "common/timestamp.h"
#include "server/log/redaction.h"

#include <QLocale>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace Signalbox {

namespace {

// How long a full pipe may hold up the thread that logs. Once it did, the following lines do not
// wait at all: a stuck reader must not slow the server down line by line.
constexpr int fullPipePatienceMs = 50;

const char *levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    Q_UNREACHABLE();
}

/// Control characters, and those that reorder or break text on a terminal.
bool needsEscape(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x061c || u == 0x200e || u == 0x200f
        || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
}

QString escaped(QStringView text)
{
    QString out;
    out.reserve(text.size() + 2);
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out.append(u'\\').append(c);
        } else if (needsEscape(c)) {
            out.append(u"\\u").append(
                QString::number(c.unicode(), 16).rightJustified(4, QLatin1Char('0')));
        } else {
            out.append(c);
        }
    }
    return out;
}

/// What may be shown of \a text. Redacts before cutting, lest half a parameter's name escape.
QString presentable(const QString &text)
{
    QString shown = redactedText(text);
    if (shown.size() > Logger::maxTextLength) {
        qsizetype end = Logger::maxTextLength;
        if (shown.at(end - 1).isHighSurrogate())
            --end;
        shown.truncate(end);
        shown.append(u'…');
    }
    return shown;
}

QByteArray number(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest)
                                : QByteArrayLiteral("null");
}

void appendText(QByteArray &out, const QString &text, LogFormat format)
{
    const QString shown = presentable(text);
    const QString safe = escaped(shown);
    const bool isBare = format == LogFormat::Text && !safe.isEmpty() && safe == shown
        && !safe.contains(u' ') && !safe.contains(u'=');
    if (isBare)
        out.append(safe.toUtf8());
    else
        out.append('"').append(safe.toUtf8()).append('"');
}

void appendValue(QByteArray &out, const LogField &field, LogFormat format)
{
    if (isSecretName(field.name())) {
        appendText(out, QStringLiteral("[redacted]"), format);
        return;
    }
    struct Visitor
    {
        QByteArray &out;
        LogFormat format;
        void operator()(bool value) const { out.append(value ? "true" : "false"); }
        void operator()(qint64 value) const { out.append(QByteArray::number(value)); }
        void operator()(quint64 value) const { out.append(QByteArray::number(value)); }
        void operator()(double value) const { out.append(number(value)); }
        void operator()(QByteArrayView value) const
        {
            appendText(out, QString::fromUtf8(value), format);
        }
        void operator()(QStringView value) const { appendText(out, value.toString(), format); }
    };
    std::visit(Visitor{out, format}, field.value());
}

/// A value as people read it.
QString plainText(const LogField &field)
{
    if (isSecretName(field.name()))
        return QStringLiteral("[redacted]");
    struct Visitor
    {
        QString operator()(bool value) const
        {
            return value ? QStringLiteral("true") : QStringLiteral("false");
        }
        QString operator()(qint64 value) const { return QString::number(value); }
        QString operator()(quint64 value) const { return QString::number(value); }
        QString operator()(double value) const { return QString::fromLatin1(number(value)); }
        QString operator()(QByteArrayView value) const
        {
            return presentable(QString::fromUtf8(value));
        }
        QString operator()(QStringView value) const { return presentable(value.toString()); }
    };
    return std::visit(Visitor(), field.value());
}

/// A JSON object must not have a member twice: a field may not pass for one of the line's own.
QByteArray memberName(const char *name)
{
    QByteArray member(name);
    if (member == "timestamp" || member == "level" || member == "event")
        member.append('_');
    return member;
}

} // namespace

Logger::Logger(LogFormat format, LogLevel level, int descriptor)
    : m_format(format)
    , m_level(level)
    , m_descriptor(descriptor)
{
    struct sigaction current = {};
    if (::sigaction(SIGPIPE, nullptr, &current) == 0 && current.sa_handler == SIG_DFL)
        std::signal(SIGPIPE, SIG_IGN);
}

QByteArray Logger::line(LogLevel level, const char *event, Fields fields) const
{
    const LogFormat format = m_format.load(std::memory_order_relaxed);
    const QByteArray now = Timestamp::now().toLatin1();
    QByteArray out;
    out.reserve(256);
    if (format == LogFormat::Json) {
        out.append("{\"timestamp\":\"").append(now).append("\",\"level\":\"");
        out.append(levelText(level)).append("\",\"event\":");
        appendText(out, QString::fromUtf8(event), format);
        for (const LogField &field : fields) {
            out.append(",\"").append(memberName(field.name())).append("\":");
            appendValue(out, field, format);
        }
        out.append('}');
    } else {
        out.append(now).append(' ').append(QByteArray(levelText(level)).leftJustified(7));
        out.append(' ');
        appendText(out, QString::fromUtf8(event), format);
        for (const LogField &field : fields) {
            out.append(' ').append(field.name()).append('=');
            appendValue(out, field, format);
        }
    }
    out.append('\n');
    return out;
}

LogRecord Logger::record(LogLevel level, const char *event, Fields fields)
{
    LogRecord record;
    record.at = QDateTime::currentDateTimeUtc();
    record.level = LogRecord::Level(level);
    record.event = event;
    record.fields.reserve(qsizetype(fields.size()));
    for (const LogField &field : fields)
        record.fields.append({field.name(), plainText(field)});
    return record;
}

void Logger::writeLine(LogLevel level, const char *event, Fields fields)
{
    m_history.add(record(level, event, fields));
    QByteArray bytes = line(level, event, fields);
    const std::lock_guard lock(m_mutex);
    if (!m_rest.isEmpty() && !writeBytes(m_rest)) {
        ++m_linesLost;
        return;
    }
    if (m_linesLost > 0) {
        QByteArray lost = line(LogLevel::Warning, "log_lines_lost", {{"count", m_linesLost}});
        const qsizetype whole = lost.size();
        if (!writeBytes(lost) && lost.size() == whole) {
            ++m_linesLost;
            return;
        }
        m_linesLost = 0;
        m_rest = lost;
    }
    const qsizetype whole = bytes.size();
    if (m_rest.isEmpty() && writeBytes(bytes))
        return;
    if (m_rest.isEmpty() && bytes.size() < whole)
        m_rest = bytes;
    else
        ++m_linesLost;
}

/// Takes what was written off \a bytes; true if that was all.
bool Logger::writeBytes(QByteArray &bytes) const
{
    int patienceMs = m_linesLost > 0 || !m_rest.isEmpty() ? 0 : fullPipePatienceMs;
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_descriptor, bytes.constData(), std::size_t(bytes.size()));
        if (written >= 0) {
            bytes.remove(0, written);
            continue;
        }
        if (errno == EINTR)
            continue;
        if ((errno != EAGAIN && errno != EWOULDBLOCK) || patienceMs == 0)
            return false;
        pollfd poller = {m_descriptor, POLLOUT, 0};
        ::poll(&poller, 1, patienceMs);
        patienceMs = 0;
    }
    return true;
}

} // namespace Signalbox
