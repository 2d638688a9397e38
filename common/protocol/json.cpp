// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"

#include "common/protocol/jsontext.h"

#include <QSet>

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include <simdjson.h>

namespace Signalbox::Json {

namespace {

namespace ondemand = simdjson::ondemand;

/// What a walk over a text collects from its outermost array or object.
enum class Collect { Nothing, Members, Elements };

const char *reason(simdjson::error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR:
        return "it is not valid UTF-8";
    case simdjson::UNESCAPED_CHARS:
        return "a string has an unescaped control character";
    case simdjson::UNCLOSED_STRING:
        return "a string is not closed";
    case simdjson::CAPACITY:
        return "it is too large";
    case simdjson::MEMALLOC:
        return "there is no memory for it";
    default:
        return "a comma, colon, bracket, brace or value is missing or misplaced";
    }
}

auto invalid(const char *why)
{
    return fail(ErrorCode::InvalidJson, QStringLiteral("Invalid JSON: ") + QLatin1String(why));
}

/// Null if \a token is a number or one of the three literals; else what is wrong.
const char *scalarError(QByteArrayView token)
{
    if (token == "true" || token == "false" || token == "null" || isNumber(token))
        return nullptr;
    return token.isEmpty() ? "it ends too early" : "a value is none of JSON's kinds";
}

/// simdjson's parser with the padded buffer that it reads, both kept from one text to the next.
class Workspace final
{
public:
    /// Copies \a json and runs the first stage: UTF-8, strings, where tokens begin.
    simdjson::error_code start(QByteArrayView json)
    {
        const auto size = size_t(json.size());
        if (size > m_capacity || !m_buffer) {
            // Powers of two, so that slowly growing texts do not mean an allocation each.
            const size_t capacity = std::bit_ceil(std::max<size_t>(size, 4096));
            m_capacity = 0;
            m_buffer = std::make_unique_for_overwrite<char[]>(capacity + Padding);
            if (const auto error = m_parser.allocate(capacity); error != simdjson::SUCCESS)
                return error;
            m_capacity = capacity;
        }
        std::memcpy(m_buffer.get(), json.data(), size);
        std::memset(m_buffer.get() + size, ' ', Padding);
        return m_parser.iterate(m_buffer.get(), size, size + Padding).get(document);
    }

    /// Gives memory back that only an exceptional text needed.
    void shrink()
    {
        if (m_capacity <= KeptCapacity)
            return;
        document = {};
        m_parser = ondemand::parser();
        m_buffer.reset();
        m_capacity = 0;
    }

    [[nodiscard]] const char *data() const { return m_buffer.get(); }

    ondemand::document document;

private:
    static constexpr size_t Padding = simdjson::SIMDJSON_PADDING;
    static constexpr size_t KeptCapacity = 1024 * 1024;

    ondemand::parser m_parser;
    std::unique_ptr<char[]> m_buffer;
    size_t m_capacity = 0;
};

/// Visits every value of one text, for On-Demand checks only what is visited. The depth is checked
/// before descending, so that the recursion is bounded by it.
class Walk final
{
public:
    Walk(QByteArrayView json, Workspace &workspace)
        : m_json(json)
        , m_workspace(workspace)
    { }

    /// Null if all is well; else what is wrong. \a out may be null if nothing is to be collected.
    const char *run(Collect collect, QList<Member> *out)
    {
        if (const auto error = m_workspace.start(m_json); error != simdjson::SUCCESS)
            return reason(error);
        ondemand::value root;
        if (const auto error = m_workspace.document.get_value().get(root))
            return reason(error);
        m_out = out;
        if (const char *error = visit(root, 1, collect))
            return error;
        if (m_workspace.document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return "something follows its end";
        return nullptr;
    }

private:
    const char *visit(ondemand::value value, int depth, Collect collect)
    {
        const std::string_view raw = value.raw_json_token();
        const QByteArrayView token = trimmed(QByteArrayView(raw.data(), qsizetype(raw.size())));
        switch (token.isEmpty() ? '\0' : token.front()) {
        case '[':
            return depth > MaxDepth ? TooDeep : visitArray(value, depth, collect);
        case '{':
            return depth > MaxDepth ? TooDeep : visitObject(value, depth, collect);
        case '"': {
            // Taken explicitly: if it were left to be skipped, `["a":1]` would pass.
            if (const auto error = value.get_raw_json_string().error())
                return reason(error);
            return stringEnd(token, 0) == token.size() ? escapeError(token) : Misplaced;
        }
        default:
            return scalarError(token);
        }
    }

    const char *visitArray(ondemand::value &value, int depth, Collect collect)
    {
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return reason(error);
        for (auto item : array) {
            ondemand::value element;
            if (const auto error = std::move(item).get(element))
                return reason(error);
            const qsizetype start = startOf(element);
            if (const char *error = visit(element, depth + 1, Collect::Nothing))
                return error;
            if (collect == Collect::Elements)
                m_out->append({{}, {}, valueAt(start)});
        }
        return nullptr;
    }

    const char *visitObject(ondemand::value &value, int depth, Collect collect)
    {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return reason(error);
        for (auto item : object) {
            ondemand::field field;
            if (const auto error = std::move(item).get(field))
                return reason(error);
            const qsizetype keyStart = offsetOf(field.key().raw()) - 1;
            const qsizetype keyEnd = stringEnd(m_json, keyStart);
            if (keyEnd < 0)
                return Misplaced;
            const QByteArrayView rawKey = m_json.sliced(keyStart, keyEnd - keyStart);
            if (const char *error = escapeError(rawKey))
                return error;
            ondemand::value member = field.value();
            const qsizetype start = startOf(member);
            if (const char *error = visit(member, depth + 1, Collect::Nothing))
                return error;
            if (collect == Collect::Members)
                m_out->append({unquoted(rawKey), rawKey, valueAt(start)});
        }
        return nullptr;
    }

    [[nodiscard]] qsizetype offsetOf(const char *position) const
    {
        return position - m_workspace.data();
    }

    [[nodiscard]] qsizetype startOf(ondemand::value &value) const
    {
        return offsetOf(value.raw_json_token().data());
    }

    /// The value that was visited last and began at \a start, in the caller's bytes.
    [[nodiscard]] QByteArrayView valueAt(qsizetype start) const
    {
        const QByteArrayView rest = m_json.sliced(start);
        const char first = rest.front();
        if (first == '"')
            return rest.first(stringEnd(rest, 0));
        if (first != '[' && first != '{') {
            qsizetype end = 1;
            while (end < rest.size() && !isSpace(rest[end]) && rest[end] != ',' && rest[end] != ']'
                   && rest[end] != '}')
                ++end;
            return rest.first(end);
        }
        // Behind an array or object the parser stands at the next token: a comma, or the end of
        // what is being collected.
        const char *next = nullptr;
        if (m_workspace.document.current_location().get(next) != simdjson::SUCCESS)
            return trimmed(rest);
        return trimmed(rest.first(offsetOf(next) - start));
    }

    static constexpr const char *TooDeep = "it is nested deeper than 64 levels";
    static constexpr const char *Misplaced =
        "a comma, colon, bracket, brace or value is missing or misplaced";

    QByteArrayView m_json;
    Workspace &m_workspace;
    QList<Member> *m_out = nullptr;
};
static_assert(MaxDepth == 64, "the text of TooDeep names it");

Result<Kind> scan(QByteArrayView json, Collect collect, QList<Member> *out)
{
    if (json.startsWith("\xEF\xBB\xBF"))
        return invalid("it begins with a byte order mark");
    const QByteArrayView text = trimmed(json);
    if (text.isEmpty())
        return invalid("it is empty");
    const Kind kind = kindOf(text);
    if (collect == Collect::Members && kind != Kind::Object)
        return invalid("it is not an object");
    if (collect == Collect::Elements && kind != Kind::Array)
        return invalid("it is not an array");

    // One workspace per thread: nothing is called back from within a walk, so none is ever nested.
    thread_local Workspace workspace;
    const char *error = nullptr;
    if (kind == Kind::Array || kind == Kind::Object) {
        error = Walk(json, workspace).run(collect, out);
    } else if (kind == Kind::String) {
        // On-Demand treats a scalar document as a case of its own; its first stage is enough here.
        if (const auto code = workspace.start(json); code != simdjson::SUCCESS)
            error = reason(code);
        else if (stringEnd(text, 0) != text.size())
            error = "something follows its end";
        else
            error = escapeError(text);
    } else {
        error = scalarError(text);
    }
    workspace.shrink();
    if (error)
        return invalid(error);
    return kind;
}

/// The first member whose key was there before; null if there is none.
const Member *duplicate(const QList<Member> &members)
{
    // Comparing every pair is quicker for the few members that an object mostly has.
    constexpr qsizetype FewMembers = 24;
    if (members.size() <= FewMembers) {
        for (qsizetype i = 1; i < members.size(); ++i) {
            for (qsizetype k = 0; k < i; ++k) {
                if (members[i].key == members[k].key)
                    return &members[i];
            }
        }
        return nullptr;
    }
    QSet<QByteArrayView> keys;
    keys.reserve(members.size());
    for (const Member &member : members) {
        const qsizetype before = keys.size();
        keys.insert(member.key);
        if (keys.size() == before)
            return &member;
    }
    return nullptr;
}

} // namespace

Result<Kind> check(QByteArrayView json)
{
    return scan(json, Collect::Nothing, nullptr);
}

Kind kindOf(QByteArrayView value)
{
    const QByteArrayView text = trimmed(value);
    switch (text.isEmpty() ? '\0' : text.front()) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
    case 'f':
        return Kind::Boolean;
    case 'n':
    case '\0':
        return Kind::Null;
    default:
        return Kind::Number;
    }
}

Result<QList<Member>> members(QByteArrayView json)
{
    QList<Member> found;
    if (const auto kind = scan(json, Collect::Members, &found); !kind)
        return tl::unexpected<Error>(kind.error());
    if (const Member *twice = duplicate(found)) {
        const QByteArray key = twice->key.first(std::min<qsizetype>(twice->key.size(), 64));
        return fail(ErrorCode::InvalidJson,
                    QStringLiteral("Invalid JSON: a key appears twice: ")
                        + QString::fromUtf8(quoted(key)));
    }
    return found;
}

QByteArrayView repeatedKey(QByteArrayView json)
{
    QList<Member> found;
    if (!scan(json, Collect::Members, &found))
        return {};
    const Member *twice = duplicate(found);
    return twice ? twice->rawKey : QByteArrayView();
}

Result<QList<Member>> elements(QByteArrayView json)
{
    QList<Member> found;
    if (const auto kind = scan(json, Collect::Elements, &found); !kind)
        return tl::unexpected<Error>(kind.error());
    return found;
}

} // namespace Signalbox::Json
