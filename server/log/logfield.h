// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <variant>

namespace Signalbox {

/// One `name: value` of a log line. Views only: it lives no longer than the call that logs it, so
/// that a line below the level costs no copy and no allocation.
class LogField final
{
public:
    /// \a name is lower_snake_case ASCII. Text in bytes is UTF-8.
    LogField(const char *name, QByteArrayView value)
        : m_name(name)
        , m_value(value)
    { }
    LogField(const char *name, const QByteArray &value)
        : m_name(name)
        , m_value(QByteArrayView(value))
    { }
    LogField(const char *name, QStringView value)
        : m_name(name)
        , m_value(value)
    { }
    LogField(const char *name, const QString &value)
        : m_name(name)
        , m_value(QStringView(value))
    { }
    LogField(const char *name, const char *value)
        : m_name(name)
        , m_value(QByteArrayView(value))
    { }
    LogField(const char *name, bool value)
        : m_name(name)
        , m_value(value)
    { }
    LogField(const char *name, std::signed_integral auto value)
        : m_name(name)
        , m_value(qint64(value))
    { }
    LogField(const char *name, std::unsigned_integral auto value)
        : m_name(name)
        , m_value(quint64(value))
    { }
    LogField(const char *name, double value)
        : m_name(name)
        , m_value(value)
    { }

    using Value = std::variant<bool, qint64, quint64, double, QByteArrayView, QStringView>;

    [[nodiscard]] const char *name() const { return m_name; }
    [[nodiscard]] const Value &value() const { return m_value; }

private:
    const char *m_name;
    Value m_value;
};

} // namespace Signalbox
