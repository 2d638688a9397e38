// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/accesspolicy.h"

#include <QTest>

using namespace Signalbox;

using Rooms = std::optional<QList<QByteArray>>;
Q_DECLARE_METATYPE(Rooms)

class tst_AccessPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayJoin_data();
    void mayJoin();
    void isValidEntry_data();
    void isValidEntry();
};

void tst_AccessPolicy::mayJoin_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("isAdmin");
    QTest::addColumn<Rooms>("rooms");
    QTest::addColumn<QList<QByteArray>>("defaults");
    QTest::addColumn<QByteArray>("room");
    QTest::addColumn<bool>("may");

    const Rooms noClaim;
    const Rooms nothing = QList<QByteArray>();
    const QList<QByteArray> none;
    const auto row = [](const char *name, const char *user, const Rooms &rooms,
                        const QList<QByteArray> &defaults, const char *room, bool may) {
        QTest::newRow(name) << QByteArray(user) << false << rooms << defaults << QByteArray(room)
                            << may;
    };
    row("global, no claim", "ann", noClaim, none, "global", true);
    row("global, empty claim", "ann", nothing, none, "global", true);
    row("global, nobody", "", noClaim, none, "global", true);
    row("own user", "ann", noClaim, none, "user:ann", true);
    row("own user, empty claim", "ann", nothing, none, "user:ann", true);
    row("other user", "ann", noClaim, none, "user:bob", false);
    row("user that begins alike", "ann", noClaim, none, "user:anna", false);
    row("user that is a part", "anna", noClaim, none, "user:ann", false);
    row("user by other case", "ann", noClaim, none, "user:Ann", false);
    row("nobody is no user", "", noClaim, none, "user:ann", false);
    row("user id with a colon", "a:b", noClaim, none, "user:a:b", true);
    row("user id like a room", "project:7", noClaim, none, "project:7", false);

    row("workflow, no claim", "ann", noClaim, none, "workflow:1", true);
    row("bot, no claim", "ann", noClaim, none, "bot:1", true);
    row("strategy, no claim", "ann", noClaim, none, "strategy:1", true);
    row("project, no claim", "ann", noClaim, none, "project:7", false);
    row("agent, no claim", "ann", noClaim, none, "agent:7", false);
    row("workflow, nobody", "", noClaim, none, "workflow:1", true);
    row("workflow, empty claim", "ann", nothing, none, "workflow:1", false);

    row("default by pattern", "ann", noClaim, {"project:*", "agent:*"}, "agent:7", true);
    row("default by name", "ann", noClaim, {"project:7"}, "project:7", true);
    row("not in default", "ann", noClaim, {"project:7"}, "project:8", false);
    row("default beside a claim", "ann", nothing, {"project:*"}, "project:7", false);
    row("default star alone", "ann", noClaim, {"*"}, "project:7", false);

    row("claim by name", "ann", QList<QByteArray>{"project:7"}, none, "project:7", true);
    row("claim, other id", "ann", QList<QByteArray>{"project:7"}, none, "project:77", false);
    row("claim, id that is a part", "ann", QList<QByteArray>{"project:77"}, none, "project:7",
        false);
    row("claim by pattern", "ann", QList<QByteArray>{"project:*"}, none, "project:7", true);
    row("claim by pattern, other kind", "ann", QList<QByteArray>{"project:*"}, none, "agent:7",
        false);
    row("claim by second entry", "ann", QList<QByteArray>{"agent:1", "project:7"}, none,
        "project:7", true);
    row("claim narrows workflows", "ann", QList<QByteArray>{"workflow:1"}, none, "workflow:2",
        false);
    row("claim of another user's room", "ann", QList<QByteArray>{"user:bob"}, none, "user:bob",
        true);
    row("star alone", "ann", QList<QByteArray>{"*"}, none, "project:7", false);
    row("star instead of a colon", "ann", QList<QByteArray>{"proj*"}, none, "project:7", false);
    row("star behind an id", "ann", QList<QByteArray>{"project:7*"}, none, "project:77", false);
    row("two stars", "ann", QList<QByteArray>{"project:**"}, none, "project:7", false);
    row("star for the kind", "ann", QList<QByteArray>{"*:7"}, none, "project:7", false);
    row("star for both", "ann", QList<QByteArray>{"*:*"}, none, "project:7", false);
    row("global's star", "ann", QList<QByteArray>{"global:*"}, none, "project:7", false);
    row("pattern behind a colon", "ann", QList<QByteArray>{"project:a:*"}, none, "project:a:b",
        false);
    row("empty entry", "ann", QList<QByteArray>{""}, none, "project:7", false);
    row("kind only", "ann", QList<QByteArray>{"project:"}, none, "project:7", false);
    row("entry with blank", "ann", QList<QByteArray>{"project:7 "}, none, "project:7", false);
    row("star as a room", "ann", QList<QByteArray>{"project:*"}, none, "project:*", false);
    row("unknown kind", "ann", QList<QByteArray>{"door:*", "door:1"}, none, "door:1", false);

    for (const char *room : {"project:7", "user:bob", "workflow:1", "global"}) {
        QTest::addRow("admin, %s", room)
            << QByteArray("ann") << true << nothing << none << QByteArray(room) << true;
    }
    QTest::newRow("admin, no room")
        << QByteArray("ann") << true << noClaim << none << QByteArray("door:1") << false;
}

void tst_AccessPolicy::mayJoin()
{
    QFETCH(QByteArray, user);
    QFETCH(bool, isAdmin);
    QFETCH(Rooms, rooms);
    QFETCH(QList<QByteArray>, defaults);
    QFETCH(QByteArray, room);
    QFETCH(bool, may);

    Identity identity;
    identity.user = user;
    identity.scopes = Scope::Subscribe;
    identity.scopes.setFlag(Scope::Admin, isAdmin);
    identity.rooms = rooms;
    QCOMPARE(AccessRules(defaults).mayJoin(identity, room), may);
}

void tst_AccessPolicy::isValidEntry_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<bool>("isValid");

    for (const char *entry : {"global", "project:7", "project:*", "workflow:*", "bot:*",
                              "strategy:*", "user:*", "agent:*", "project:a:b"})
        QTest::newRow(entry) << QByteArray(entry) << true;
    for (const char *entry :
         {"", "*", ":*", "proj*", "project*", "project:", "project:7*", "project:**", "*:*", "*:7",
          "global:*", "door:*", "door:1", "project:a:*", " project:*", "project:* ", "Project:*"})
        QTest::addRow("not '%s'", entry) << QByteArray(entry) << false;
}

void tst_AccessPolicy::isValidEntry()
{
    QFETCH(QByteArray, entry);
    QFETCH(bool, isValid);
    QCOMPARE(AccessRules::isValidEntry(entry), isValid);
}

QTEST_APPLESS_MAIN(tst_AccessPolicy)
#include "tst_accesspolicy.moc"
