// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <optional>

/// What clients are to be told, worked out in the plainest way, with nothing of the server's.
namespace Signalbox::Model {

struct Token
{
    QByteArray text;
    QByteArray id;
    QByteArray user;
    std::optional<QByteArrayList> rooms;
    bool mayListen = true;
    bool isAdmin = false;
    bool isRevoked = false;

    [[nodiscard]] bool mayHear(const QByteArray &room) const
    {
        const QByteArray kind = room.left(room.indexOf(':'));
        if (room == "global" || isAdmin || (!user.isEmpty() && room == "user:" + user))
            return true;
        if (rooms)
            return rooms->contains(room) || rooms->contains(kind + ":*");
        return kind == "workflow" || kind == "bot" || kind == "strategy" || kind == "project";
    }
    [[nodiscard]] bool mayHearAny(const QByteArrayList &of) const
    {
        return std::any_of(of.begin(), of.end(),
                           [this](const auto &room) { return mayHear(room); });
    }
};

struct Event
{
    QByteArray id;
    QByteArray type;
    QByteArrayList rooms;
    bool isForUser = false;
};

enum class Kind { Workflow, Rooms, Plain };

struct Client
{
    enum class State { Listening, Expired, Gone };

    Kind kind = Kind::Workflow;
    State state = State::Listening;
    std::optional<Token> token;
    QSet<QByteArray> rooms;
    QSet<QByteArray> types; ///< of a plain client
    QByteArrayList lines; ///< what it is told, in order
    QList<std::pair<QByteArray, Event>> held; ///< lines, until there is a new token

    void connected(Kind as, const std::optional<Token> &with)
    {
        kind = as;
        token = with;
        const bool isGood = token && token->mayListen && !token->isRevoked;
        if (kind == Kind::Workflow) {
            lines += "connected";
            if (token)
                lines += isGood ? "auth_response true" : "auth_response false";
            if (!isGood)
                token.reset();
            return;
        }
        if (!isGood) {
            state = State::Gone;
            const bool isRefused = token && !token->isRevoked; // it is good, but not for this
            if (kind == Kind::Rooms)
                lines += QByteArray("connect_error ")
                    + (!token          ? "missing_token"
                           : isRefused ? "forbidden"
                                       : "invalid_token");
            else
                lines += isRefused ? "refused 403" : "refused 401";
            return;
        }
        rooms = {"user:" + token->user};
        if (kind == Kind::Rooms) {
            rooms.insert("global");
            lines += {"connection_established", "connection.established"};
        } else {
            types = {"dashboard_update", "strategy_created", "backtest_started",
                     "backtest_completed"};
            lines += "connected";
        }
    }

    void published(const Event &event)
    {
        if (state == State::Gone)
            return;
        if (!hears(event))
            return;
        const QByteArray line =
            "event " + event.id + (kind == Kind::Rooms ? ' ' + roomOf(event) : QByteArray());
        if (state == State::Listening)
            lines += line;
        else
            held.append({line, event});
    }

    /// \a names are rooms, and event types of a plain client. With \a past the replay of what came
    /// from there on.
    void subscribed(const QByteArrayList &names, const std::optional<QList<Event>> &past)
    {
        if (!token || state == State::Expired) {
            lines += token ? "error token_expired" : "error auth_required";
            return;
        }
        QByteArrayList joined;
        for (const QByteArray &name : names) {
            const bool isType = name != "global" && !name.contains(':');
            if (!isType && !token->mayHear(name))
                lines += "error forbidden";
            else
                joined += name;
        }
        for (const QByteArray &name : joined)
            (name == "global" || name.contains(':') ? rooms : types).insert(name);
        if (kind == Kind::Plain || !joined.isEmpty())
            lines += "subscribed";
        if (!past)
            return;
        for (const QByteArray &name : joined) {
            for (const Event &event : *past) {
                const bool isOfType = event.type == name
                    && (event.rooms.contains("global")
                        || event.rooms.contains("user:" + token->user));
                if (event.rooms.contains(name) || isOfType)
                    lines += "past " + event.id;
            }
        }
    }

    void unsubscribed(const QByteArray &name)
    {
        lines += "unsubscribed";
        if (kind == Kind::Plain && token && name == "user:" + token->user)
            return; // what is for its user, it gets anyway
        rooms.remove(name);
        types.remove(name);
        forget();
    }

    void renewed(const Token &with)
    {
        const bool isOther = kind != Kind::Workflow && with.user != token->user;
        if (with.isRevoked || isOther || !with.mayListen) {
            if (kind != Kind::Plain)
                lines += "auth_response false";
            else
                lines += with.isRevoked ? "error invalid_token" : "error forbidden";
            return;
        }
        token = with;
        lines += kind == Kind::Plain ? "authenticated" : "auth_response true";
        const QSet<QByteArray> before = rooms;
        for (const QByteArray &room : before) {
            if (!token->mayHear(room))
                rooms.remove(room);
        }
        forget();
        for (const auto &[line, event] : std::as_const(held))
            lines += line;
        held.clear();
        state = State::Listening;
    }

    void expired()
    {
        lines += "error token_expired";
        state = State::Expired;
    }

    void revoked(const QByteArray &tokenId)
    {
        if (state == State::Gone || !token || token->id != tokenId)
            return;
        if (kind != Kind::Plain)
            lines += "disconnect";
        lines += "closed 4403";
        state = State::Gone;
    }

private:
    /// The first of the event's rooms that it is in; null if none.
    [[nodiscard]] QByteArray roomOf(const Event &event) const
    {
        const auto room =
            std::find_if(event.rooms.begin(), event.rooms.end(),
                         [this](const QByteArray &name) { return rooms.contains(name); });
        return room == event.rooms.end() ? QByteArray() : *room;
    }
    [[nodiscard]] bool hears(const Event &event) const
    {
        return !roomOf(event).isNull()
            || (!event.isForUser && types.contains(event.type) && token->mayHearAny(event.rooms));
    }
    /// What was held and would not be heard any more.
    void forget()
    {
        held.removeIf([this](const auto &one) { return !hears(one.second); });
    }
};

/// Where an event goes. Remembers whose running executions are.
class Addressing final
{
public:
    struct Source
    {
        QByteArray type;
        QList<std::pair<QByteArray, QByteArray>>
            ids; ///< `workflow_id` and its value, in the order of rooms
        QByteArrayList rooms;
        QByteArray user;
        QByteArray execution;
    };

    Event event(const Source &source)
    {
        Event event;
        event.type = source.type;
        QByteArrayList owners;
        const auto add = [&event](const QByteArray &room) {
            if (!event.rooms.contains(room))
                event.rooms += room;
        };
        for (const auto &[key, value] : source.ids) {
            const QByteArray room = key.chopped(3) + ':' + value;
            add(room);
            if (key == "bot_id" || key == "strategy_id")
                owners += room;
        }
        for (const QByteArray &room : source.rooms)
            add(room);
        const bool isForAll = source.type == "strategy_created" || source.type == "dashboard_update"
            || source.type.startsWith("backtest_");
        if (!source.execution.isEmpty()) {
            if (source.type == "execution_started" && !owners.isEmpty())
                m_running.insert(source.execution, owners);
            owners = m_running.value(source.execution);
            if (source.type == "execution_completed")
                m_running.remove(source.execution);
        }
        if (!source.user.isEmpty()) {
            event.rooms = {"user:" + source.user};
            event.isForUser = true;
            return event;
        }
        if ((isForAll && source.rooms.isEmpty()) || (event.rooms.isEmpty() && owners.isEmpty()))
            add("global");
        if (!source.execution.isEmpty()) {
            for (const QByteArray &room : std::as_const(owners))
                add(room);
        }
        return event;
    }

private:
    QHash<QByteArray, QByteArrayList> m_running;
};

} // namespace Signalbox::Model
