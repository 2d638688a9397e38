// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/dialects/dialectclient.h"
#include "tests/server/dialects/dialectworld.h"
#include "tests/server/dialects/leakagemodel.h"

#include <QTest>

#include <random>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

/// Hundreds of clients with all sorts of rights do all sorts of things; what each of them is told,
/// line by line, must be what a simple model says.
class tst_Leakage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDelivery_data();
    void everyDelivery();
};

namespace {

constexpr int Users = 80;
constexpr int FirstClients = 260;
constexpr int Steps = 1500; // before the wave of expiries, and again after it
constexpr int WaveSize = 60;

QByteArray quotedList(const QByteArrayList &names)
{
    return "[\"" + names.join("\",\"") + "\"]";
}

/// The server, its clients, the model, and dice.
class Scenario final
{
public:
    explicit Scenario(quint64 seed)
        : m_dice(seed)
        , m_world({.hub = {.maxRecentEvents = 100'000}, .defaultRooms = {"project:*"}})
    {
        for (int i = 0; i < FirstClients; ++i)
            m_tokens.append(makeToken(user(), {}));
        m_tokens.append(Model::Token());
        m_tokens.last().text = "secret"; // static: of nobody in particular
    }

    void connectFirst()
    {
        for (int i = 0; i < FirstClients && m_error.isEmpty(); ++i)
            connectClient(m_tokens.at(i));
    }

    void step()
    {
        const int dice = roll(1000);
        if (dice < 400)
            publish();
        else if (dice < 700)
            subscribe(client());
        else if (dice < 820)
            unsubscribe(client());
        else if (dice < 920)
            renew(client());
        else if (dice < 950)
            connectClient(m_tokens.at(roll(int(m_tokens.size()))));
        else if (dice < 985)
            revoke();
        else
            hangUp(client());
    }

    /// Many get tokens that end soon; publishes before and after they do.
    void expireMany()
    {
        const auto end =
            std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + 3s;
        QList<size_t> wave;
        for (int tries = 0; tries < 10 * WaveSize && wave.size() < WaveSize; ++tries) {
            const size_t chosen = client();
            const Model::Client &model = m_models.at(chosen);
            if (model.state != Model::Client::State::Listening || !model.token
                || model.token->user.isEmpty() || wave.contains(chosen))
                continue;
            renewWith(chosen, makeToken(model.token->user, end));
            if (m_models.at(chosen).token->id == m_tokens.last().id)
                wave.append(chosen);
        }
        for (int i = 0; i < 40; ++i)
            publish();
        for (const size_t chosen : std::as_const(wave)) {
            m_models.at(chosen).expired();
            settle(chosen);
        }
        for (int i = 0; i < 40; ++i)
            publish();
        for (const size_t chosen : std::as_const(wave)) {
            for (int count = roll(4); count > 0; --count)
                unsubscribe(chosen); // what is held for it
        }
        if (wave.size() < WaveSize / 2)
            m_error = "too few to expire";
    }

    /// An empty text if all were told what the model says, and else the first difference.
    QByteArray difference()
    {
        for (size_t i = 0; i < m_clients.size() && m_error.isEmpty(); ++i)
            settle(i);
        Test::settle(); // what is too much may come now
        for (size_t i = 0; i < m_clients.size() && m_error.isEmpty(); ++i)
            compare(i);
        return m_error;
    }
    [[nodiscard]] bool isGood() const { return m_error.isEmpty(); }
    [[nodiscard]] QByteArray numbers() const
    {
        qsizetype lines = 0;
        qsizetype gone = 0;
        qsizetype held = 0;
        for (const Model::Client &model : m_models) {
            lines += model.lines.size();
            gone += model.state == Model::Client::State::Gone;
            held += model.held.size();
        }
        return QByteArray::number(m_clients.size()) + " clients, " + QByteArray::number(gone)
            + " of them gone; " + QByteArray::number(m_events.size()) + " events, "
            + QByteArray::number(lines) + " lines, " + QByteArray::number(held) + " held";
    }

private:
    int roll(int sides) { return int(m_dice() % quint64(sides)); }
    template <typename T>
    T pick(std::initializer_list<T> of)
    {
        return *(of.begin() + roll(int(of.size())));
    }
    QByteArray user() { return "u" + QByteArray::number(roll(Users)); }
    QByteArray kind()
    {
        return pick<QByteArray>({"workflow", "bot", "strategy", "project", "agent"});
    }
    QByteArray id() { return QByteArray::number(roll(8)); }
    QByteArray room()
    {
        const int dice = roll(20);
        return dice == 0 ? "global" : dice < 3 ? "user:" + user() : kind() + ':' + id();
    }
    QByteArray type()
    {
        return pick<QByteArray>({"dashboard_update", "strategy_created", "backtest_started",
                                 "backtest_progress", "notification", "a.b", "c", "d"});
    }
    size_t client() { return size_t(roll(int(m_clients.size()))); }

    Model::Token makeToken(const QByteArray &of,
                           std::optional<std::chrono::system_clock::time_point> end)
    {
        Model::Token token;
        token.user = of;
        token.isAdmin = roll(30) == 0;
        token.mayListen = token.isAdmin || roll(20) > 0;
        if (roll(3) > 0) {
            token.rooms.emplace();
            for (int count = roll(6); count > 0; --count)
                token.rooms->append(roll(4) == 0 ? kind() + ":*" : room());
        }
        Jwt::Claims claims;
        claims.user = of;
        claims.rooms = token.rooms;
        claims.scopes = token.mayListen ? Scope::Subscribe : Scope::Publish;
        if (token.isAdmin)
            claims.scopes = Scope::Admin;
        claims.expiresAt = end.value_or(std::chrono::system_clock::now() + 1h);
        token.text = m_world.issue(claims);
        token.id = claims.tokenId;
        return token;
    }

    void connectClient(Model::Token token)
    {
        const auto family = token.user.isEmpty()
            ? Family::Workflow
            : pick({Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain,
                    Family::Plain});
        const bool isAnonymous = roll(30) == 0;
        if (isAnonymous)
            token.text.clear();
        m_clients.push_back(std::make_unique<DialectClient>(m_world.port(), family, token.text));
        m_models.emplace_back().connected(family == Family::Workflow    ? Model::Kind::Workflow
                                              : family == Family::Plain ? Model::Kind::Plain
                                                                        : Model::Kind::Rooms,
                                          isAnonymous ? std::nullopt : std::optional(token));
        settle(m_clients.size() - 1);
    }

    void publish()
    {
        Model::Addressing::Source source;
        QByteArray data = "{";
        QByteArray more;
        source.type = type();
        switch (roll(8)) {
        case 0: // of the catalogue
            source.type =
                pick<QByteArray>({"project.updated", "workflow.progress", "agent.connected"});
            source.ids = {{source.type.left(source.type.indexOf('.')) + "_id", id()}};
            data += R"("project_name":"p","status":"s","updated_by":"x","progress":50,)";
            break;
        case 1: { // of an execution
            source.type =
                pick<QByteArray>({"execution_started", "node_completed", "execution_completed"});
            source.execution = "e" + QByteArray::number(roll(10));
            more += ",\"execution_id\":\"" + source.execution + '"';
            if (roll(2))
                source.ids.append({"workflow_id", id()});
            if (source.type == "execution_started" && roll(2))
                source.ids.append({"bot_id", id()});
            break;
        }
        case 2: // for all
            break;
        default:
            for (const QByteArray one : {"workflow", "bot", "strategy", "project", "agent"}) {
                if (roll(5) == 0)
                    source.ids.append({one + "_id", id()});
            }
            for (int count = roll(4); count > 0; --count)
                source.rooms.append(room());
        }
        if (roll(6) == 0)
            source.user = user();

        for (const auto &[key, value] : std::as_const(source.ids)) {
            const bool isInside = source.type.contains('.') || roll(2);
            (isInside ? data : more) +=
                (isInside ? "" : ",") + ('"' + key + "\":" + value) + (isInside ? "," : "");
        }
        data += "\"padding\":0}";
        if (source.rooms.size() == 1)
            more += ",\"room\":\"" + source.rooms.first() + '"';
        else if (!source.rooms.isEmpty())
            more += ",\"rooms\":" + quotedList(source.rooms);
        if (!source.user.isEmpty())
            more += ",\"user\":\"" + source.user + '"';

        Model::Event event = m_addressing.event(source);
        event.id =
            m_world.publish("{\"type\":\"" + source.type + '"' + more + ",\"data\":" + data + '}');
        if (event.id.startsWith("refused"))
            m_error = event.id;
        for (Model::Client &model : m_models)
            model.published(event);
        m_events.append(event);
    }

    void subscribe(size_t chosen)
    {
        Model::Client &model = m_models.at(chosen);
        if (model.state == Model::Client::State::Gone)
            return;
        std::optional<QList<Model::Event>> past;
        QByteArray since;
        if (!m_events.isEmpty() && roll(4) == 0) {
            const auto from =
                m_events.size() - 1 - roll(int(std::min<qsizetype>(60, m_events.size())));
            since = ",\"since\":\"" + m_events.at(from).id + '"';
            past = m_events.sliced(from + 1);
        }
        if (model.kind == Model::Kind::Workflow) {
            const QByteArray of = pick<QByteArray>({"workflow", "bot", "strategy"});
            const QByteArray number = id();
            m_clients.at(chosen)->command("subscribe_" + of,
                                          "{\"" + of + "_id\":" + number + since + '}');
            model.subscribed({of + ':' + number}, past ? *past : m_events);
        } else if (model.kind == Model::Kind::Rooms) {
            const QByteArray name = room();
            m_clients.at(chosen)->command("subscribe", "{\"room\":\"" + name + '"' + since + '}');
            model.subscribed({name}, past);
        } else {
            QByteArrayList names;
            for (int count = 1 + roll(4); count > 0; --count) {
                const QByteArray name = roll(2) ? type() : room();
                if (!names.contains(name))
                    names.append(name);
            }
            m_clients.at(chosen)->command("subscribe",
                                          "{\"events\":" + quotedList(names) + since + '}');
            model.subscribed(names, past);
        }
        settle(chosen);
    }

    void unsubscribe(size_t chosen)
    {
        Model::Client &model = m_models.at(chosen);
        if (model.state == Model::Client::State::Gone)
            return;
        QByteArrayList names = model.rooms.values() + model.types.values();
        std::sort(names.begin(), names.end()); // as the seed says, not as the hash does
        QByteArray name = names.isEmpty() ? "workflow:1" : names.at(roll(int(names.size())));
        if (model.kind == Model::Kind::Workflow) {
            const QByteArray of = name.left(name.indexOf(':'));
            m_clients.at(chosen)->command("unsubscribe",
                                          "{\"type\":\"" + of + "\",\"" + of + "_id\":\""
                                              + name.mid(of.size() + 1) + "\"}");
        } else if (model.kind == Model::Kind::Rooms) {
            m_clients.at(chosen)->command("unsubscribe", "{\"room\":\"" + name + "\"}");
        } else {
            m_clients.at(chosen)->command("unsubscribe", "{\"events\":[\"" + name + "\"]}");
        }
        model.unsubscribed(name);
        settle(chosen);
    }

    void renew(size_t chosen)
    {
        const Model::Client &model = m_models.at(chosen);
        const bool isSame = model.token && !model.token->user.isEmpty() && roll(5) > 0;
        renewWith(chosen,
                  roll(8) == 0 ? m_tokens.first()
                               : makeToken(isSame ? model.token->user : user(), {}));
    }
    void renewWith(size_t chosen, const Model::Token &token)
    {
        Model::Client &model = m_models.at(chosen);
        m_tokens.append(token);
        if (model.state == Model::Client::State::Gone)
            return;
        m_clients.at(chosen)->command("authenticate", "{\"token\":\"" + token.text + "\"}");
        model.renewed(token);
        settle(chosen);
    }

    void revoke()
    {
        const QByteArray revoked = m_tokens.at(roll(int(m_tokens.size()))).id;
        if (revoked.isEmpty())
            return;
        for (Model::Token &token : m_tokens)
            token.isRevoked = token.isRevoked || token.id == revoked;
        (void)m_world.store.revoke(revoked);
        for (size_t i = 0; i < m_models.size(); ++i) {
            if (m_models.at(i).state == Model::Client::State::Gone)
                continue;
            m_models.at(i).revoked(revoked);
            if (m_models.at(i).state == Model::Client::State::Gone)
                settle(i);
        }
    }

    void hangUp(size_t chosen)
    {
        Model::Client &model = m_models.at(chosen);
        if (model.state == Model::Client::State::Gone)
            return;
        settle(chosen);
        m_clients.at(chosen)->hangUp();
        model.state = Model::Client::State::Gone;
    }

    /// Until the client was told as much as the model says.
    void settle(size_t chosen)
    {
        if (!m_clients.at(chosen)->awaits(m_models.at(chosen).lines.size()))
            compare(chosen);
    }
    void compare(size_t chosen)
    {
        const QByteArrayList told = m_clients.at(chosen)->lines();
        const QByteArrayList &right = m_models.at(chosen).lines;
        if (told == right || !m_error.isEmpty())
            return;
        const auto [a, b] = std::mismatch(told.begin(), told.end(), right.begin(), right.end());
        m_error = "client " + QByteArray::number(int(chosen)) + " of kind "
            + QByteArray::number(int(m_models.at(chosen).kind)) + ", line "
            + QByteArray::number(a - told.begin()) + ": told \""
            + (a == told.end() ? "nothing" : *a) + "\" instead of \""
            + (b == right.end() ? "nothing" : *b) + '"';
    }

    std::mt19937_64 m_dice;
    DialectWorld m_world;
    std::vector<std::unique_ptr<DialectClient>> m_clients;
    std::vector<Model::Client> m_models;
    QList<Model::Token> m_tokens;
    QList<Model::Event> m_events;
    Model::Addressing m_addressing;
    QByteArray m_error;
};

} // namespace

void tst_Leakage::everyDelivery_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3})
        QTest::addRow("seed %llu", seed) << seed;
    if (const quint64 seed = qEnvironmentVariable("SIGNALBOX_TEST_SEED").toULongLong())
        QTest::addRow("seed %llu", seed) << seed;
}

void tst_Leakage::everyDelivery()
{
    QFETCH(quint64, seed);
    Scenario scenario(seed);
    scenario.connectFirst();
    for (int i = 0; i < Steps && scenario.isGood(); ++i)
        scenario.step();
    if (scenario.isGood())
        scenario.expireMany();
    for (int i = 0; i < Steps && scenario.isGood(); ++i)
        scenario.step();
    const QByteArray difference = scenario.difference();
    qInfo("seed %llu: %s", seed, scenario.numbers().constData());
    QVERIFY2(difference.isEmpty(), difference.constData());
}

SIGNALBOX_EPOLL_TEST_MAIN(tst_Leakage)
#include "tst_leakage.moc"
