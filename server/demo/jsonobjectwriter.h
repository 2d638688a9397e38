// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox {

/// Writes one JSON object whose members keep the order in which they were added, as the objects of
/// a hand-written engine do. Texts go in as they are: those of the demo's tables need no escaping.
class JsonObjectWriter final
{
public:
    JsonObjectWriter &raw(QByteArrayView name, QByteArrayView value)
    {
        m_json += m_json.isEmpty() ? '{' : ',';
        m_json += '"';
        m_json += name;
        m_json += "\":";
        m_json += value;
        return *this;
    }
    JsonObjectWriter &text(QByteArrayView name, QByteArrayView value)
    {
        return raw(name, quoted(value));
    }
    JsonObjectWriter &number(QByteArrayView name, qint64 value)
    {
        return raw(name, QByteArray::number(value));
    }

    /// \a hundredths with two places.
    JsonObjectWriter &decimal(QByteArrayView name, qint64 hundredths)
    {
        return raw(name, decimalText(hundredths));
    }

    [[nodiscard]] QByteArray object() const
    {
        return m_json.isEmpty() ? QByteArrayLiteral("{}") : m_json + '}';
    }

    [[nodiscard]] static QByteArray quoted(QByteArrayView value)
    {
        QByteArray result;
        result.reserve(value.size() + 2);
        result += '"';
        result += value;
        result += '"';
        return result;
    }
    [[nodiscard]] static QByteArray decimalText(qint64 hundredths)
    {
        const QByteArray text = QByteArray::number(qAbs(hundredths) / 100) + '.'
            + QByteArray::number(qAbs(hundredths) % 100).rightJustified(2, '0');
        return hundredths < 0 ? '-' + text : text;
    }

private:
    QByteArray m_json;
};

/// An event whose body stands in `data`.
inline QByteArray eventWithData(QByteArrayView type, const JsonObjectWriter &body)
{
    return JsonObjectWriter().text("type", type).raw("data", body.object()).object();
}

} // namespace Signalbox
