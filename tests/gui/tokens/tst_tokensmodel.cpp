// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/tokensmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;
using State = TokensModel::State;

Q_DECLARE_METATYPE(Signalbox::TokensModel::State)

namespace {

TokenRecord record(const QByteArray &id, std::chrono::seconds left = 30 * 24h)
{
    TokenRecord record;
    record.id = id;
    record.name = QStringLiteral("laptop");
    record.user = "alice";
    record.scopes = Scope::Subscribe | Scope::Admin;
    record.createdAt = std::chrono::system_clock::now() - 1h;
    record.expiresAt = std::chrono::system_clock::now() + left;
    return record;
}

} // namespace

class tst_TokensModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void showsTokens();
    void states_data();
    void states();
    void followsTheList();
    void filters_data();
    void filters();
    void foreignTokens();
};

void tst_TokensModel::showsTokens()
{
    TokensModel model;
    const QAbstractItemModelTester tester(&model);
    TokenRecord token = record("t1");
    token.hasRooms = true;
    token.rooms = {"project:7", "agent:*"};
    model.setTokens({token});
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(model.columnCount(), int(TokensModel::ColumnCount));
    QCOMPARE(text(TokensModel::Name), QStringLiteral("laptop"));
    QCOMPARE(text(TokensModel::Kind), QStringLiteral("issued"));
    QCOMPARE(text(TokensModel::User), QStringLiteral("alice"));
    QCOMPARE(text(TokensModel::Rooms), QStringLiteral("project:7, agent:*"));
    QCOMPARE(text(TokensModel::TokenScopes), QStringLiteral("subscribe, admin"));
    QCOMPARE(text(TokensModel::LastUsed), QStringLiteral("never"));
    QCOMPARE(text(TokensModel::Status), QStringLiteral("active"));
    QCOMPARE(text(TokensModel::Id), QStringLiteral("t1"));
    QVERIFY(!model.index(0, TokensModel::Status).data(Qt::DecorationRole).value<QIcon>().isNull());
    token.rooms.clear();
    token.id = "t2";
    model.setTokens({token});
    QCOMPARE(text(TokensModel::Rooms), QStringLiteral("none"));
    token.hasRooms = false;
    token.id = "t3";
    model.setTokens({token});
    QCOMPARE(text(TokensModel::Rooms), QStringLiteral("default"));
}

void tst_TokensModel::states_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<bool>("isRevoked");
    QTest::addColumn<State>("state");
    const qint64 soon = TokensModel::SoonSeconds;
    QTest::newRow("long") << soon << false << State::Active;
    QTest::newRow("soon") << soon - 1 << false << State::ExpiresSoon;
    QTest::newRow("just") << qint64(1) << false << State::ExpiresSoon;
    QTest::newRow("over") << qint64(0) << false << State::Expired;
    QTest::newRow("revoked") << soon << true << State::Revoked;
    QTest::newRow("revoked and over") << qint64(-1) << true << State::Revoked;
}

void tst_TokensModel::states()
{
    QFETCH(qint64, left);
    QFETCH(bool, isRevoked);
    QFETCH(State, state);
    TokenRecord token;
    token.expiresAt = TokenRecord::TimePoint(1'700'000'000s + std::chrono::seconds(left));
    if (isRevoked)
        token.revokedAt = token.expiresAt;
    QCOMPARE(TokensModel::stateOf(token, 1'700'000'000'000), state);
    QVERIFY(!TokensModel::stateText(state).isEmpty());
    token.isKeyGone = true;
    const bool wasGood = state == State::Active || state == State::ExpiresSoon;
    QCOMPARE(TokensModel::stateOf(token, 1'700'000'000'000), wasGood ? State::KeyGone : state);
}

void tst_TokensModel::followsTheList()
{
    TokensModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTokens({record("a"), record("b")});
    QCOMPARE(model.rowCount(), 2);
    TokenRecord b = record("b");
    b.isKeyGone = true;
    model.setTokens({record("a"), b});
    model.flushChanges();
    QCOMPARE(model.index(model.rowOfId("b"), TokensModel::Status).data().toString(),
             QStringLiteral("key is gone"));
    b.revokedAt = b.createdAt;
    model.setTokens({b, record("c")});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.find("a"));
    QVERIFY(model.find("b")->record.revokedAt.has_value());
    model.flushChanges();
    QCOMPARE(model.index(model.rowOfId("b"), TokensModel::Status).data().toString(),
             QStringLiteral("revoked"));
    model.setToken(record("d"));
    QCOMPARE(model.rowCount(), 3);
    model.setTokens({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_TokensModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QByteArrayList>("ids");
    QTest::newRow("status") << QStringLiteral("status:expires-soon") << QByteArrayList{"soon"};
    QTest::newRow("room") << QStringLiteral("room:project:7") << QByteArrayList{"roomy"};
    QTest::newRow("scope") << QStringLiteral("scope:publish") << QByteArrayList{"roomy"};
    QTest::newRow("left") << QStringLiteral("left<7d") << QByteArrayList{"soon"};
    QTest::newRow("text") << QStringLiteral("lapt -status:expires-soon") << QByteArrayList{"roomy"};
}

void tst_TokensModel::filters()
{
    QFETCH(QString, filter);
    QFETCH(QByteArrayList, ids);
    TokensModel model;
    TokenRecord roomy = record("roomy");
    roomy.hasRooms = true;
    roomy.rooms = {"project:7"};
    roomy.scopes = Scope::Publish;
    model.setTokens({roomy, record("soon", 1h)});
    const auto parsed = Filter::parse(filter, model.schema());
    QVERIFY(parsed.has_value());
    model.setFilter(*parsed);
    QTRY_VERIFY(!model.isBusy());
    QByteArrayList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << model.recordAt(row).record.id;
    QCOMPARE(shown, ids);
}

void tst_TokensModel::foreignTokens()
{
    TokensModel model;
    TokenRecord foreign;
    foreign.id = "urn:x";
    foreign.isForeign = true;
    foreign.expiresAt = std::chrono::system_clock::now() + 24h;
    foreign.revokedAt = std::chrono::system_clock::now();
    model.setTokens({foreign});
    QCOMPARE(model.index(0, TokensModel::Kind).data().toString(), QStringLiteral("foreign"));
    QVERIFY(model.valueAt(0, TokensModel::Created).isNull());
    QCOMPARE(model.index(0, TokensModel::Status).data().toString(), QStringLiteral("revoked"));
}

QTEST_MAIN(tst_TokensModel)
#include "tst_tokensmodel.moc"
