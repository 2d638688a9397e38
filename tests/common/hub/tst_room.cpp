// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/room.h"

#include <QTest>

using namespace Signalbox;

class tst_Room : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isValidRoomId_data();
    void isValidRoomId();
    void isValidRoomName_data();
    void isValidRoomName();
    void roomKind_data();
    void roomKind();
    void roomName();
};

void tst_Room::isValidRoomId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isValid");

    QTest::newRow("one byte") << QByteArray("a") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("255 bytes") << QByteArray(255, 'a') << true;
    QTest::newRow("256 bytes") << QByteArray(256, 'a') << false;
    QTest::newRow("256 bytes of two-byte characters")
        << QByteArray("\xc3\xa9").repeated(128) << false;
    QTest::newRow("spaces and punctuation") << QByteArray("a b/c?d=\"e\\:f~") << true;
    QTest::newRow("asterisk") << QByteArray("a*") << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("newline") << QByteArray("a\n") << false;
    QTest::newRow("U+001F") << QByteArray("\x1f") << false;
    QTest::newRow("DEL") << QByteArray("\x7f") << false;
    QTest::newRow("U+0080") << QByteArray("a\xc2\x80") << false;
    QTest::newRow("U+009F") << QByteArray("\xc2\x9f") << false;
    QTest::newRow("U+00A0") << QByteArray("\xc2\xa0") << true;
    QTest::newRow("two bytes") << QByteArray("caf\xc3\xa9") << true;
    QTest::newRow("three bytes") << QByteArray("\xe2\x82\xac") << true;
    QTest::newRow("four bytes") << QByteArray("\xf0\x9f\x9a\x82") << true;
    QTest::newRow("lone continuation") << QByteArray("a\x80") << false;
    QTest::newRow("cut short") << QByteArray("a\xc3") << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << false;
}

void tst_Room::isValidRoomId()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, isValid);
    QCOMPARE(Signalbox::isValidRoomId(id), isValid);
}

void tst_Room::isValidRoomName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isValid");

    QTest::newRow("global") << QByteArray("global") << true;
    for (const char *kind : {"workflow", "bot", "strategy", "project", "user", "agent"})
        QTest::newRow(kind) << QByteArray(kind) + ":7" << true;
    QTest::newRow("colon in the id") << QByteArray("bot:a:b") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("kind only") << QByteArray("bot") << false;
    QTest::newRow("no id") << QByteArray("bot:") << false;
    QTest::newRow("no kind") << QByteArray(":7") << false;
    QTest::newRow("unknown kind") << QByteArray("type:7") << false;
    QTest::newRow("other case") << QByteArray("Bot:7") << false;
    QTest::newRow("global with an id") << QByteArray("global:7") << false;
    QTest::newRow("space before") << QByteArray(" bot:7") << false;
    QTest::newRow("pattern") << QByteArray("bot:*") << false;
    QTest::newRow("illegal id") << QByteArray("bot:\n") << false;
    QTest::newRow("id of 255 bytes") << "workflow:" + QByteArray(255, 'a') << true;
    QTest::newRow("id of 256 bytes") << "workflow:" + QByteArray(256, 'a') << false;
}

void tst_Room::isValidRoomName()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isValid);
    QCOMPARE(Signalbox::isValidRoomName(name), isValid);
}

void tst_Room::roomKind_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("kind");

    QTest::newRow("global") << QByteArray("global") << QByteArray("global");
    QTest::newRow("plain") << QByteArray("user:7") << QByteArray("user");
    QTest::newRow("first colon counts") << QByteArray("bot:user:7") << QByteArray("bot");
}

void tst_Room::roomKind()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, kind);
    QCOMPARE(Signalbox::roomKind(name).toByteArray(), kind);
}

void tst_Room::roomName()
{
    QCOMPARE(Signalbox::roomName("bot", "a:b"), QByteArray("bot:a:b"));
}

QTEST_APPLESS_MAIN(tst_Room)
#include "tst_room.moc"
