// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionvalues.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

// In the tables below, an invalid QVariant stands for a value that is refused; the row's name is
// the text.

class tst_OptionValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void integers_data();
    void integers();
    void bytes_data();
    void bytes();
    void durations_data();
    void durations();
    void decimals_data();
    void decimals();
    void seeds_data();
    void seeds();
    void booleans_data();
    void booleans();
    void choices();
    void hosts_data();
    void hosts();
    void origins_data();
    void origins();
    void networks_data();
    void networks();
    void tokens_data();
    void tokens();
    void lifetimes_data();
    void lifetimes();
    void rates_data();
    void rates();
    void roomEntries_data();
    void roomEntries();
    void secrets();
    void algorithms();
    void paths();
    void shown();
};

namespace {

void rows(std::initializer_list<std::pair<const char *, QVariant>> rows)
{
    QTest::addColumn<QVariant>("expected");
    for (const auto &[text, expected] : rows)
        QTest::newRow(text) << expected;
}

/// The row's name is the text to read.
template <typename T, typename Show>
void check(const Result<T> &result, Show show)
{
    QFETCH(QVariant, expected);
    QCOMPARE(result.has_value(), expected.isValid());
    if (result) {
        QCOMPARE(show(*result), expected);
    } else {
        QCOMPARE(result.error().code, ErrorCode::Configuration);
        QVERIFY(!result.error().message.isEmpty());
    }
}

QString input()
{
    return QString::fromUtf8(QTest::currentDataTag());
}

} // namespace

void tst_OptionValues::integers_data()
{
    rows({{"0", 0},
          {"65535", 65535},
          {"007", 7},
          {"65536", {}},
          {"-1", {}},
          {"+1", {}},
          {"1.0", {}},
          {"1e3", {}},
          {"0x10", {}},
          {"", {}},
          {" 1", {}},
          {"99999999999999999999", {}},
          {"٣", {}}});
}

void tst_OptionValues::integers()
{
    check(OptionValues::readInteger(input(), 0, 65535), [](qint64 v) { return QVariant(int(v)); });
}

void tst_OptionValues::bytes_data()
{
    rows({{"1000000", 1'000'000},
          {"64K", 65536},
          {"64k", 65536},
          {"1M", 1048576},
          {"1MiB", 1048576},
          {"1G", 1073741824},
          {"2G", {}},
          {"99", {}},
          {"100", 100},
          {"64iB", {}},
          {"K", {}},
          {"1KB", {}},
          {"1.5M", {}},
          {"-1K", {}},
          {"9223372036854775807G", {}},
          {"", {}}});
}

void tst_OptionValues::bytes()
{
    check(OptionValues::readBytes(input(), 100, 1024 * 1024 * 1024),
          [](qint64 v) { return QVariant(int(v)); });
}

void tst_OptionValues::durations_data()
{
    rows({{"25", 25000},  {"25s", 25000}, {"2.5", 2500}, {".5s", 500},  {"500ms", 500},
          {"0.01", 10},   {"10ms", 10},   {"9ms", {}},   {"0", {}},     {"60", 60000},
          {"60.001", {}}, {"-5", {}},     {"5m", {}},    {"1e1", {}},   {"inf", {}},
          {"nan", {}},    {"s", {}},      {".", {}},     {"1.2.3", {}}, {"", {}}});
}

void tst_OptionValues::durations()
{
    check(OptionValues::readDuration(input(), 10ms, 60s),
          [](std::chrono::milliseconds v) { return QVariant(int(v.count())); });
}

void tst_OptionValues::decimals_data()
{
    rows({{"5", 5.0}, {"0.1", 0.1}, {"0.09", {}}, {"100.5", {}}, {"x", {}}, {"nan", {}}, {"", {}}});
}

void tst_OptionValues::decimals()
{
    check(OptionValues::readDecimal(input(), 0.1, 100), [](double v) { return QVariant(v); });
}

void tst_OptionValues::seeds_data()
{
    rows({{"0", 0ULL},
          {"18446744073709551615", 18446744073709551615ULL},
          {"18446744073709551616", {}},
          {"-1", {}},
          {"", {}}});
}

void tst_OptionValues::seeds()
{
    check(OptionValues::readSeed(input()), [](quint64 v) { return QVariant(v); });
}

void tst_OptionValues::booleans_data()
{
    rows({{"true", true},
          {"TRUE", true},
          {"1", true},
          {"yes", true},
          {"on", true},
          {"false", false},
          {"0", false},
          {"No", false},
          {"off", false},
          {"2", {}},
          {"", {}},
          {"enabled", {}}});
}

void tst_OptionValues::booleans()
{
    check(OptionValues::readBoolean(input()), [](bool v) { return QVariant(v); });
}

void tst_OptionValues::choices()
{
    QCOMPARE(*OptionValues::readEnvironment(QStringLiteral("Production")), Environment::Production);
    QCOMPARE(*OptionValues::readEnvironment(QStringLiteral("development")),
             Environment::Development);
    QVERIFY(!OptionValues::readEnvironment(QStringLiteral("prod")));
    QCOMPARE(*OptionValues::readLogFormat(QStringLiteral("json")), LogFormat::Json);
    QCOMPARE(*OptionValues::readLogFormat(QStringLiteral("text")), LogFormat::Text);
    QVERIFY(!OptionValues::readLogFormat(QStringLiteral("xml")));
    QCOMPARE(*OptionValues::readLogLevel(QStringLiteral("DEBUG")), LogLevel::Debug);
    QCOMPARE(*OptionValues::readLogLevel(QStringLiteral("info")), LogLevel::Info);
    QCOMPARE(*OptionValues::readLogLevel(QStringLiteral("warn")), LogLevel::Warning);
    QCOMPARE(*OptionValues::readLogLevel(QStringLiteral("warning")), LogLevel::Warning);
    QCOMPARE(*OptionValues::readLogLevel(QStringLiteral("error")), LogLevel::Error);
    QVERIFY(!OptionValues::readLogLevel(QStringLiteral("trace")));
}

void tst_OptionValues::hosts_data()
{
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u','); };
    rows({{"127.0.0.1", list("127.0.0.1")},
          {"0.0.0.0", list("0.0.0.0")},
          {"::1", list("::1")},
          {"localhost", list("127.0.0.1,::1")},
          {"Localhost", list("127.0.0.1,::1")},
          {"1", {}},
          {"127.1", {}},
          {"256.0.0.1", {}},
          {"example.org", {}},
          {"127.0.0.1:80", {}},
          {"[::1]", {}},
          {"", {}}});
}

void tst_OptionValues::hosts()
{
    check(OptionValues::readHost(input()), [](const QList<QHostAddress> &hosts) {
        QStringList texts;
        for (const QHostAddress &host : hosts)
            texts.append(host.toString());
        return QVariant(texts);
    });
    // IPv4 too, not IPv6 alone.
    QCOMPARE(*OptionValues::readHost(QStringLiteral("::")), QList{QHostAddress(QHostAddress::Any)});
}

void tst_OptionValues::origins_data()
{
    rows({{"*", QByteArray("*")},
          {"https://example.org", QByteArray("https://example.org")},
          {"http://localhost:3000", QByteArray("http://localhost:3000")},
          {"http://[::1]:3000", QByteArray("http://[::1]:3000")},
          {"https://example.org/", {}},
          {"https://example.org/app", {}},
          {"https://user@example.org", {}},
          {"https://example.org?x", {}},
          {"https://example.org#x", {}},
          {"https://*.example.org", {}},
          {"example.org", {}},
          {"example.org:80", {}},
          {"https://", {}},
          {"https://a b", {}},
          {"null", {}},
          {"", {}}});
}

void tst_OptionValues::origins()
{
    check(OptionValues::readOrigin(input()), [](const QByteArray &v) { return QVariant(v); });
}

void tst_OptionValues::networks_data()
{
    rows({{"10.0.0.0/8", QByteArray("10.0.0.0/8")},
          {"127.0.0.1", QByteArray("127.0.0.1")},
          {"::1", QByteArray("::1")},
          {"fd00::/8", QByteArray("fd00::/8")},
          {"10.0.0.0/33", {}},
          {"fd00::/129", {}},
          {"10.0.0.0/", {}},
          {"10.0.0.0/-1", {}},
          {"10/8", {}},
          {"host", {}},
          {"*", {}},
          {"", {}}});
}

void tst_OptionValues::networks()
{
    check(OptionValues::readNetwork(input()), [](const QByteArray &v) { return QVariant(v); });
}

void tst_OptionValues::tokens_data()
{
    rows({{"abc", QByteArray("abc")},
          {"a b", QByteArray("a b")},
          {"ключ", QByteArray("ключ")},
          {"", {}},
          {" ", {}},
          {" abc", {}},
          {"abc\n", {}},
          {"a\tb", {}},
          {"a\x7f", {}}});
}

void tst_OptionValues::tokens()
{
    check(OptionValues::readToken(input()), [](const QByteArray &v) { return QVariant(v); });
}

void tst_OptionValues::lifetimes_data()
{
    rows({{"90s", 90},
          {"15m", 900},
          {"1h", 3600},
          {"7d", 604800},
          {"10d", 864000},
          {"11d", {}},
          {"864001s", {}},
          {"0s", {}},
          {"1", {}},
          {"1.5h", {}},
          {"-1h", {}},
          {"1w", {}},
          {"h", {}},
          {"9223372036854775807d", {}},
          {"", {}}});
}

void tst_OptionValues::lifetimes()
{
    check(OptionValues::readLifetime(input(), std::chrono::hours(240)),
          [](std::chrono::seconds v) { return QVariant(int(v.count())); });
}

void tst_OptionValues::rates_data()
{
    rows({{"50", QStringLiteral("50:100")},
          {"50:2048", QStringLiteral("50:2048")},
          {"0.5:1", QStringLiteral("0.5:1")},
          {"unlimited", QStringLiteral("unlimited")},
          {"0", {}},
          {"50:", {}},
          {":50", {}},
          {"50:0", {}},
          {"50:1:2", {}},
          {"-1", {}},
          {"nan", {}},
          {"1000001", {}},
          {"", {}}});
}

void tst_OptionValues::rates()
{
    check(OptionValues::readRate(input(), 100),
          [](const RateLimit &v) { return QVariant(OptionValues::showRate(v)); });
    // Without a default: a second's worth, and one at least.
    QCOMPARE(OptionValues::readRate(QStringLiteral("50"), 0)->burst, 50.0);
    QCOMPARE(OptionValues::readRate(QStringLiteral("0.1"), 0)->burst, 1.0);
}

void tst_OptionValues::roomEntries_data()
{
    rows({{"project:*", QByteArray("project:*")},
          {"project:* agent:7", QByteArray("project:*|agent:7")},
          {" project:*,,agent:7\tglobal ", QByteArray("project:*|agent:7|global")},
          {"agent:7 agent:7", QByteArray("agent:7")},
          {"*", {}},
          {"project:", {}},
          {"project:a*", {}},
          {"planet:7", {}},
          {"", {}},
          {" , ", {}}});
}

void tst_OptionValues::roomEntries()
{
    check(OptionValues::readRoomEntries(input()),
          [](const QList<QByteArray> &v) { return QVariant(v.join('|')); });
}

void tst_OptionValues::secrets()
{
    const QString secret(32, u'x');
    QCOMPARE(*OptionValues::readSecret(secret), secret.toLatin1());
    QVERIFY(!OptionValues::readSecret(secret.chopped(1)));
    QVERIFY(OptionValues::readSecret(QString(16, u'é'))); // bytes count
    QVERIFY(!OptionValues::readSecret(QString(4097, u'x')));
}

void tst_OptionValues::algorithms()
{
    QCOMPARE(*OptionValues::readAlgorithm(QStringLiteral("HS384")), Jwt::Algorithm::HS384);
    QCOMPARE(*OptionValues::readAlgorithm(QStringLiteral("es256")), Jwt::Algorithm::ES256);
    for (const char *name : {"none", "RS512", "HS1", ""})
        QVERIFY(!OptionValues::readAlgorithm(QLatin1String(name)));
}

void tst_OptionValues::paths()
{
    QCOMPARE(*OptionValues::readPath(QStringLiteral("/a/../b/")), QStringLiteral("/b"));
    const Result<QString> relative = OptionValues::readPath(QStringLiteral("data"));
    QVERIFY(relative->startsWith(u'/') && relative->endsWith(QStringLiteral("/data")));
    QVERIFY(!OptionValues::readPath(QString()));
}

void tst_OptionValues::shown()
{
    QCOMPARE(OptionValues::showBytes(0), QStringLiteral("0"));
    QCOMPARE(OptionValues::showBytes(1'000'000), QStringLiteral("1000000"));
    QCOMPARE(OptionValues::showBytes(65536), QStringLiteral("64K"));
    QCOMPARE(OptionValues::showBytes(256LL << 20), QStringLiteral("256M"));
    QCOMPARE(OptionValues::showBytes(4096LL << 30), QStringLiteral("4096G"));
    QCOMPARE(OptionValues::showDuration(25s), QStringLiteral("25s"));
    QCOMPARE(OptionValues::showDuration(500ms), QStringLiteral("500ms"));
}

QTEST_APPLESS_MAIN(tst_OptionValues)
#include "tst_optionvalues.moc"
