// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/jsonlocation.h"

#include "common/protocol/json.h"
#include "common/protocol/jsontext.h"

#include <QStringList>
#include <QVarLengthArray>

#include <optional>

namespace Signalbox::Json {

namespace {

/// Follows the grammar of RFC 8259 token by token; iterative, for the depth is the text's.
class Follower final
{
public:
    explicit Follower(QByteArrayView json)
        : m_json(json)
    { }

    qsizetype run()
    {
        if (m_json.startsWith("\xEF\xBB\xBF"))
            return 0;
        while (m_expected != Expected::End) {
            skipSpaces();
            if (m_position == m_json.size() || !takeToken())
                return m_position;
        }
        skipSpaces();
        return m_position == m_json.size() ? -1 : m_position;
    }

private:
    enum class Expected { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, End };

    void skipSpaces()
    {
        while (m_position < m_json.size() && isSpace(m_json[m_position]))
            ++m_position;
    }

    /// False if what stands at m_position may not.
    bool takeToken()
    {
        const char c = m_json[m_position];
        switch (m_expected) {
        case Expected::ValueOrEnd:
            if (c == ']')
                return close();
            return takeValue(c);
        case Expected::Value:
            return takeValue(c);
        case Expected::KeyOrEnd:
            if (c == '}')
                return close();
            [[fallthrough]];
        case Expected::Key:
            if (c != '"' || !takeString())
                return false;
            m_expected = Expected::Colon;
            return true;
        case Expected::Colon:
            if (c != ':')
                return false;
            ++m_position;
            m_expected = Expected::Value;
            return true;
        case Expected::CommaOrEnd:
            if (c == (m_open.last() == '{' ? '}' : ']'))
                return close();
            if (c != ',')
                return false;
            ++m_position;
            m_expected = m_open.last() == '{' ? Expected::Key : Expected::Value;
            return true;
        case Expected::End:
            break;
        }
        return false;
    }

    bool takeValue(char c)
    {
        if (c == '{' || c == '[') {
            if (m_open.size() == MaxDepth)
                return false;
            m_open.append(c);
            ++m_position;
            m_expected = c == '{' ? Expected::KeyOrEnd : Expected::ValueOrEnd;
            return true;
        }
        if (c == '"' ? !takeString() : !takeScalar())
            return false;
        afterValue();
        return true;
    }

    bool takeString()
    {
        const qsizetype end = stringEnd(m_json, m_position);
        if (end < 0)
            return false;
        const QByteArrayView string = m_json.sliced(m_position, end - m_position);
        for (qsizetype i = 0; i < string.size(); ++i) {
            if (static_cast<unsigned char>(string[i]) < 0x20) {
                m_position += i;
                return false;
            }
        }
        if (escapeError(string) || !string.isValidUtf8())
            return false;
        m_position = end;
        return true;
    }

    bool takeScalar()
    {
        qsizetype end = m_position;
        while (end < m_json.size() && !isSpace(m_json[end])
               && !QByteArrayView(",:[]{}\"").contains(m_json[end]))
            ++end;
        const QByteArrayView token = m_json.sliced(m_position, end - m_position);
        if (token != "true" && token != "false" && token != "null" && !isNumber(token))
            return false;
        m_position = end;
        return true;
    }

    bool close()
    {
        m_open.removeLast();
        ++m_position;
        afterValue();
        return true;
    }

    void afterValue() { m_expected = m_open.isEmpty() ? Expected::End : Expected::CommaOrEnd; }

    QByteArrayView m_json;
    qsizetype m_position = 0;
    Expected m_expected = Expected::Value;
    QVarLengthArray<char, MaxDepth> m_open;
};

/// "rooms[2]" is the member `rooms`, then the element 2.
struct Step
{
    QByteArray key;
    std::optional<qsizetype> element;
};

QList<Step> stepsOf(QStringView path, int index)
{
    QList<Step> steps;
    if (index >= 0)
        steps.append({{}, index});
    const auto parts = path.split(u'.', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const qsizetype bracket = part.indexOf(u'[');
        steps.append({part.left(bracket < 0 ? part.size() : bracket).toUtf8(), {}});
        if (bracket >= 0 && part.endsWith(u']'))
            steps.append({{}, part.sliced(bracket + 1).chopped(1).toLongLong()});
    }
    return steps;
}

/// The value one step further in; null if there is none.
QByteArrayView valueAt(QByteArrayView from, const Step &step)
{
    if (step.element) {
        const Result<QList<Member>> all = elements(from);
        if (all && *step.element >= 0 && *step.element < all->size())
            return all->at(*step.element).value;
        return {};
    }
    if (const Result<QList<Member>> all = members(from)) {
        for (const Member &member : *all) {
            if (member.key == step.key)
                return member.value;
        }
    }
    return {};
}

/// The value at \a path, or what comes nearest; null if \a json is not strict JSON.
QByteArrayView nearestValue(QByteArrayView json, QStringView path, int index)
{
    if (!check(json))
        return {};
    QByteArrayView value = trimmed(json);
    for (const Step &step : stepsOf(path, index)) {
        const QByteArrayView inner = valueAt(value, step);
        if (inner.isNull())
            break;
        value = inner;
    }
    return value;
}

} // namespace

qsizetype errorOffset(QByteArrayView json)
{
    return Follower(json).run();
}

qsizetype offsetOf(QByteArrayView json, QStringView path, int index)
{
    const QByteArrayView value = nearestValue(json, path, index);
    return value.isNull() ? -1 : value.data() - json.data();
}

qsizetype offsetOf(QByteArrayView json, const Error &error)
{
    const QByteArrayView value = nearestValue(json, error.field, error.index);
    if (value.isNull())
        return -1;
    if (error.code == ErrorCode::InvalidJson) {
        if (const QByteArrayView key = repeatedKey(value); !key.isNull())
            return key.data() - json.data();
    }
    return error.field.isEmpty() && error.index < 0 ? -1 : value.data() - json.data();
}

} // namespace Signalbox::Json
