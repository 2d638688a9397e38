// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventcatalogue.h"

#include <QStringList>

#include <algorithm>
#include <compare>

namespace Signalbox::EventCatalogue {

namespace {

Field required(const char *name, Kinds kinds = Kind::String)
{
    return {.name = name, .kinds = kinds, .isRequired = true};
}

Field optional(const char *name, Kinds kinds = Kind::String)
{
    return {.name = name, .kinds = kinds};
}

Field within(Field field, int minimum, int maximum)
{
    field.minimum = minimum;
    field.maximum = maximum;
    return field;
}

Field oneOf(Field field, const QList<QByteArray> &allowed)
{
    field.allowed = allowed;
    return field;
}

QList<Field> pullRequestFields()
{
    return {required("pr_number", Kind::Integer),
            required("project_id", IdKinds),
            required("title"),
            optional("url"),
            optional("author", IdKinds),
            optional("merged", Kind::Boolean)};
}

QList<Field> issueFields()
{
    return {required("issue_number", Kind::Integer), required("project_id", IdKinds),
            required("title"), optional("status"), optional("assignee", IdKinds)};
}

QList<Entry> makeEntries()
{
    return {
        {"project.updated",
         {required("project_id", IdKinds), required("project_name"), required("status"),
          required("updated_by", IdKinds), optional("repository_url"),
          optional("changes", Kind::Object | Kind::Array)}},
        {"project.deleted", {required("project_id", IdKinds), required("deleted_by", IdKinds)}},
        {"agent.status_changed",
         {required("agent_id", IdKinds),
          oneOf(required("status"), {"idle", "busy", "offline", "error"}),
          optional("previous_status"),
          optional("current_task", Kind::String | Kind::Integer | Kind::Object)}},
        {"agent.connected", {required("agent_id", IdKinds)}},
        {"agent.disconnected", {required("agent_id", IdKinds), optional("reason")}},
        {"workflow.started", {required("workflow_id", IdKinds)}},
        {"workflow.progress",
         {required("workflow_id", IdKinds), within(required("progress", Kind::Number), 0, 100),
          optional("current_step", Kind::String | Kind::Integer), optional("message")}},
        {"workflow.completed",
         {required("workflow_id", IdKinds), optional("result", AnyKinds),
          optional("duration_ms", Kind::Number)}},
        {"workflow.failed", {required("workflow_id", IdKinds), required("error")}},
        {"pr.created", pullRequestFields()},
        {"pr.updated", pullRequestFields()},
        {"pr.closed", pullRequestFields()},
        {"issue.created", issueFields()},
        {"issue.updated", issueFields()},
        {"issue.closed", issueFields()},
        {"ai.suggestion",
         {required("suggestion_id", IdKinds), required("project_id", IdKinds),
          required("suggestion", Kind::String | Kind::Object),
          within(optional("confidence", Kind::Number), 0, 1)}},
        {"ai.analysis_complete",
         {required("analysis_id", IdKinds), required("project_id", IdKinds),
          optional("findings", Kind::String | Kind::Object | Kind::Array)}},
        {"connection.established",
         {required("sid"), required("user_id"), required("rooms", Kind::Array)},
         false},
        {"connection.error", {required("code"), optional("message")}, false},
    };
}

/// A JSON number, as its digits and where its point stands: 0.d1d2d3... * 10^exponent, with d1 not
/// 0 and without zeros at the end. Nothing is rounded, and nothing is too large.
class Decimal final
{
public:
    /// \a text must be a number by the grammar of RFC 8259.
    explicit Decimal(QByteArrayView text)
    {
        bool isNegative = false;
        bool hasPoint = false;
        qsizetype i = 0;
        if (text.startsWith('-')) {
            isNegative = true;
            ++i;
        }
        for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
            if (text[i] == '.') {
                hasPoint = true;
                continue;
            }
            if (text[i] != '0' || !m_digits.isEmpty()) {
                m_digits.append(text[i]);
                m_exponent += hasPoint ? 0 : 1;
            } else if (hasPoint) {
                --m_exponent;
            }
        }
        while (m_digits.endsWith('0'))
            m_digits.chop(1);
        if (m_digits.isEmpty())
            return;
        m_sign = isNegative ? -1 : 1;
        if (i < text.size())
            m_exponent += exponentOf(text.sliced(i + 1));
    }

    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
    {
        if (a.m_sign != b.m_sign)
            return a.m_sign <=> b.m_sign;
        if (a.m_sign == 0)
            return std::strong_ordering::equal;
        auto order = a.m_exponent <=> b.m_exponent;
        if (order == 0)
            order = a.m_digits.compare(b.m_digits) <=> 0;
        return a.m_sign > 0 ? order : 0 <=> order;
    }

private:
    static qint64 exponentOf(QByteArrayView text)
    {
        // Far more than a text of digits can make up for, and far from an overflow.
        constexpr qint64 Huge = 1'000'000'000'000'000;
        qint64 value = 0;
        for (const char c : text) {
            if (c >= '0' && c <= '9')
                value = std::min(Huge, value * 10 + (c - '0'));
        }
        return text.startsWith('-') ? -value : value;
    }

    int m_sign = 0; ///< of -0 too
    qint64 m_exponent = 0;
    QByteArray m_digits;
};

bool isWithin(QByteArrayView number, const Field &field)
{
    const Decimal value(number);
    return value >= Decimal(QByteArray::number(field.minimum))
        && value <= Decimal(QByteArray::number(field.maximum));
}

bool isOfKind(QByteArrayView value, Kinds kinds)
{
    switch (Json::kindOf(value)) {
    case Json::Kind::String:
        return kinds.testFlag(Kind::String);
    case Json::Kind::Number:
        return kinds.testFlag(Kind::Number)
            || (kinds.testFlag(Kind::Integer) && Json::isInteger(value));
    case Json::Kind::Boolean:
        return kinds.testFlag(Kind::Boolean);
    case Json::Kind::Object:
        return kinds.testFlag(Kind::Object);
    case Json::Kind::Array:
        return kinds.testFlag(Kind::Array);
    case Json::Kind::Null:
        break;
    }
    return false;
}

/// "a string or an integer", "a number from 0 to 100", "one of idle, busy".
QString wanted(const Field &field)
{
    if (!field.allowed.isEmpty())
        return QStringLiteral("one of ") + QString::fromLatin1(field.allowed.join(", "));
    QStringList names;
    const auto add = [&](Kind kind, const QString &name) {
        if (field.kinds.testFlag(kind))
            names.append(name);
    };
    add(Kind::String, QStringLiteral("a string"));
    add(Kind::Integer, QStringLiteral("an integer"));
    add(Kind::Number, QStringLiteral("a number"));
    add(Kind::Boolean, QStringLiteral("true or false"));
    add(Kind::Object, QStringLiteral("an object"));
    add(Kind::Array, QStringLiteral("an array"));
    QString text = names.join(QStringLiteral(" or "));
    if (field.maximum > field.minimum)
        text += QStringLiteral(" from %1 to %2").arg(field.minimum).arg(field.maximum);
    return text;
}

bool isRight(QByteArrayView value, const Field &field)
{
    if (!isOfKind(value, field.kinds))
        return false;
    const Json::Kind kind = Json::kindOf(value);
    if (kind == Json::Kind::Number && field.maximum > field.minimum)
        return isWithin(value, field);
    if (kind == Json::Kind::String && !field.allowed.isEmpty())
        return field.allowed.contains(Json::unquoted(value));
    return true;
}

} // namespace

const QList<Entry> &entries()
{
    static const QList<Entry> all = makeEntries();
    return all;
}

const Entry *find(QByteArrayView type)
{
    // A binary search among so few costs less than hashing the type does.
    static const QList<const Entry *> byType = [] {
        QList<const Entry *> list;
        for (const Entry &entry : entries())
            list.append(&entry);
        std::sort(list.begin(), list.end(),
                  [](const Entry *a, const Entry *b) { return a->type < b->type; });
        return list;
    }();
    const auto found =
        std::lower_bound(byType.cbegin(), byType.cend(), type,
                         [](const Entry *entry, QByteArrayView t) { return entry->type < t; });
    return found != byType.cend() && (*found)->type == type ? *found : nullptr;
}

Result<void> check(const Entry &entry, const QList<Json::Member> &members, bool isFlat)
{
    for (const Field &field : entry.fields) {
        const auto member = std::find_if(members.cbegin(), members.cend(),
                                         [&](const auto &one) { return one.key == field.name; });
        const bool isThere =
            member != members.cend() && Json::kindOf(member->value) != Json::Kind::Null;
        if (isThere ? isRight(member->value, field) : !field.isRequired)
            continue;
        const QString path = QLatin1String(isFlat ? "" : "data.") + QString::fromLatin1(field.name);
        return fail(ErrorCode::InvalidEvent,
                    isThere ? QStringLiteral("%1 must be %2").arg(path, wanted(field))
                            : QStringLiteral("%1 is required").arg(path),
                    path);
    }
    return {};
}

Result<void> check(QByteArrayView type, QByteArrayView body, bool isFlat)
{
    const Entry *entry = find(type);
    if (!entry)
        return {};
    const Result<QList<Json::Member>> members = Json::members(body);
    if (!members)
        return tl::unexpected(members.error());
    return check(*entry, *members, isFlat);
}

} // namespace Signalbox::EventCatalogue
