// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/logger.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Signalbox;

namespace {

/// What a logger writes to, in place of standard error.
class Pipe final
{
public:
    Pipe() { m_isOpen = ::pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) == 0; }
    Q_DISABLE_COPY_MOVE(Pipe)
    ~Pipe()
    {
        closeReader();
        ::close(m_ends[1]);
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] int writer() const { return m_ends[1]; }
    void closeReader()
    {
        if (m_ends[0] >= 0)
            ::close(m_ends[0]);
        m_ends[0] = -1;
    }
    QByteArray readAll()
    {
        QByteArray all;
        std::array<char, 65536> buffer;
        ssize_t got = 0;
        while ((got = ::read(m_ends[0], buffer.data(), buffer.size())) > 0)
            all.append(buffer.data(), got);
        return all;
    }
    QJsonObject readObject() { return QJsonDocument::fromJson(readAll()).object(); }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_isOpen = false;
};

} // namespace

class tst_Logger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonLine();
    void textLine();
    void hostileText_data();
    void hostileText();
    void secretFields();
    void longTextIsCut();
    void ownMembersStayOnce();
    void levels_data();
    void levels();
    void linesOfThreadsStayWhole();
    void fullPipeLosesWholeLinesAndTells();
    void readerGone();
};

void tst_Logger::jsonLine()
{
    Pipe pipe;
    QVERIFY(pipe.isOpen());
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    const QDateTime before = QDateTime::currentDateTimeUtc();
    log.info("client_connected",
             {{"sid", QByteArray("abc")},
              {"user", QStringLiteral("Jürgen")},
              {"total_connections", 7},
              {"offset", std::numeric_limits<quint64>::max()},
              {"low", std::numeric_limits<qint64>::min()},
              {"rtt_ms", 1.5},
              {"nothing", std::numeric_limits<double>::quiet_NaN()},
              {"secure", true},
              {"literal", "x"}});
    const QByteArray line = pipe.readAll();
    QVERIFY(line.endsWith("}\n"));
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.contains(R"("offset":18446744073709551615,"low":-9223372036854775808,)"));

    QJsonParseError parseError;
    const QJsonObject object = QJsonDocument::fromJson(line, &parseError).object();
    QCOMPARE(parseError.error, QJsonParseError::NoError);
    QCOMPARE(object.value(QStringLiteral("level")).toString(), QStringLiteral("info"));
    QCOMPARE(object.value(QStringLiteral("event")).toString(), QStringLiteral("client_connected"));
    QCOMPARE(object.value(QStringLiteral("sid")).toString(), QStringLiteral("abc"));
    QCOMPARE(object.value(QStringLiteral("user")).toString(), QStringLiteral("Jürgen"));
    QCOMPARE(object.value(QStringLiteral("total_connections")).toInt(), 7);
    QCOMPARE(object.value(QStringLiteral("rtt_ms")).toDouble(), 1.5);
    QVERIFY(object.value(QStringLiteral("nothing")).isNull());
    QCOMPARE(object.value(QStringLiteral("secure")).toBool(), true);
    QCOMPARE(object.value(QStringLiteral("literal")).toString(), QStringLiteral("x"));

    const QString stamp = object.value(QStringLiteral("timestamp")).toString();
    QCOMPARE(stamp.size(), qsizetype(sizeof "2025-01-01T00:00:00.000Z" - 1));
    QVERIFY(stamp.endsWith(u'Z'));
    const QDateTime time = QDateTime::fromString(stamp, Qt::ISODateWithMs);
    QVERIFY(time >= before && time <= QDateTime::currentDateTimeUtc());
}

void tst_Logger::textLine()
{
    Pipe pipe;
    Logger log(LogFormat::Text, LogLevel::Info, pipe.writer());
    log.warning("auth_failed",
                {{"sid", "abc"},
                 {"agent", "My \"browser\" 1.0"},
                 {"empty", ""},
                 {"pair", "a=b"},
                 {"count", 3}});
    const QByteArray line = pipe.readAll();
    QCOMPARE(line.mid(24),
             QByteArray(" warning auth_failed sid=abc agent=\"My \\\"browser\\\" 1.0\" "
                        "empty=\"\" pair=\"a=b\" count=3\n"));
}

void tst_Logger::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("parsed");
    const auto same = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << text << QString::fromUtf8(text);
    };
    same("line feed", "a\n{\"event\":\"forged\"}");
    same("carriage return", "a\rb");
    same("NUL", QByteArray("a\0b", 3));
    same("escape sequence", "a\x1b[2Jb");
    same("C1 control",
         "a\xc2\x9b"
         "31m");
    same("line separator",
         "a\xe2\x80\xa8"
         "b");
    same("bidirectional override",
         "a\xe2\x80\xae"
         "b");
    same("delete", "a\x7f");
    same("quotes and backslashes", R"(a"b\c\\")");
    same("beyond the BMP", "\xf0\x9f\x9a\x82");
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff\xc3") << QStringLiteral("a\ufffd\ufffd");
    QTest::newRow("token in a URL")
        << QByteArray("/ws?token=s3cret&x=1") << QStringLiteral("/ws?token=[redacted]&x=1");
}

void tst_Logger::hostileText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, parsed);
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    log.info("seen", {{"text", text}});
    const QByteArray json = pipe.readAll();
    log.setFormat(LogFormat::Text);
    log.info("seen", {{"text", QString::fromUtf8(text)}});
    const QByteArray plain = pipe.readAll();

    QCOMPARE(QJsonDocument::fromJson(json).object().value(QStringLiteral("text")).toString(),
             parsed);
    for (const QByteArray &line : {json, plain}) {
        QCOMPARE(line.indexOf('\n'), line.size() - 1);
        QVERIFY(!line.contains("s3cret"));
        for (const QChar c : QString::fromUtf8(line.chopped(1)))
            QVERIFY2(c.isPrint() || c.isSurrogate() || c == QChar::ReplacementCharacter,
                     line.constData());
    }
}

void tst_Logger::secretFields()
{
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    log.info("seen",
             {{"token", "s3cret"},
              {"authorization", QByteArray("Bearer s3cret")},
              {"password", QStringLiteral("s3cret")},
              {"auth_required", true}});
    const QByteArray line = pipe.readAll();
    QVERIFY(!line.contains("s3cret"));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value(QStringLiteral("token")).toString(), QStringLiteral("[redacted]"));
    QCOMPARE(object.value(QStringLiteral("auth_required")).toBool(), true);
}

void tst_Logger::longTextIsCut()
{
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    // The cut would fall within the last pair of surrogates.
    const QString text = QString(Logger::maxTextLength - 1, u'x') + QStringLiteral("\U0001f682yyy");
    log.info("seen", {{"text", text}});
    QCOMPARE(pipe.readObject().value(QStringLiteral("text")).toString(),
             QString(Logger::maxTextLength - 1, u'x') + u'…');
}

void tst_Logger::ownMembersStayOnce()
{
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    log.info("seen", {{"event", "other"}, {"level", "none"}, {"timestamp", 0}});
    const QJsonObject object = pipe.readObject();
    QCOMPARE(object.size(), 6);
    QCOMPARE(object.value(QStringLiteral("event")).toString(), QStringLiteral("seen"));
    QCOMPARE(object.value(QStringLiteral("event_")).toString(), QStringLiteral("other"));
}

void tst_Logger::levels_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<int>("lines");
    QTest::newRow("debug") << LogLevel::Debug << 4;
    QTest::newRow("info") << LogLevel::Info << 3;
    QTest::newRow("warning") << LogLevel::Warning << 2;
    QTest::newRow("error") << LogLevel::Error << 1;
}

void tst_Logger::levels()
{
    QFETCH(LogLevel, level);
    QFETCH(int, lines);
    Pipe pipe;
    Logger log(LogFormat::Text, LogLevel::Info, pipe.writer());
    log.setLevel(level);
    QVERIFY(log.isEnabled(level));
    QCOMPARE(log.isEnabled(LogLevel::Debug), level == LogLevel::Debug);
    log.debug("a");
    log.info("b");
    log.warning("c");
    log.error("d");
    QCOMPARE(pipe.readAll().count('\n'), lines);
}

void tst_Logger::linesOfThreadsStayWhole()
{
    constexpr int threadCount = 4;
    constexpr int linesEach = 100; // all of them fit into a pipe's 64 KiB
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    std::vector<std::thread> threads;
    for (int t = 0; t < threadCount; ++t) {
        threads.emplace_back([&log, t] {
            for (int i = 0; i < linesEach; ++i)
                log.info("tick", {{"thread", t}, {"i", i}});
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QList<QByteArray> lines = pipe.readAll().split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), threadCount * linesEach);
    for (const QByteArray &line : std::as_const(lines))
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
}

void tst_Logger::fullPipeLosesWholeLinesAndTells()
{
    Pipe pipe;
    Logger log(LogFormat::Json, LogLevel::Info, pipe.writer());
    const QString filler(1000, u'x');
    constexpr int total = 200; // far more than the pipe holds
    for (int i = 0; i < total; ++i)
        log.info("tick", {{"i", i}, {"filler", filler}});
    QByteArray read = pipe.readAll();
    log.info("after");
    read.append(pipe.readAll());

    QList<QByteArray> lines = read.split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    int ticks = 0;
    int lost = 0;
    for (const QByteArray &line : std::as_const(lines)) {
        QJsonParseError parseError;
        const QJsonObject object = QJsonDocument::fromJson(line, &parseError).object();
        QCOMPARE(parseError.error, QJsonParseError::NoError);
        const QString event = object.value(QStringLiteral("event")).toString();
        if (event == QStringLiteral("tick"))
            ++ticks;
        else if (event == QStringLiteral("log_lines_lost"))
            lost += object.value(QStringLiteral("count")).toInt();
    }
    QVERIFY(ticks > 10);
    QVERIFY(lost > 10);
    QCOMPARE(ticks + lost, total);
    QVERIFY(lines.last().contains("\"after\""));
}

void tst_Logger::readerGone()
{
    // QtTest handles SIGPIPE; a server's process does not.
    const auto ofTest = std::signal(SIGPIPE, SIG_DFL);
    Pipe pipe;
    Logger log(LogFormat::Text, LogLevel::Info, pipe.writer());
    pipe.closeReader();
    log.info("unheard"); // SIGPIPE would end the test
    log.info("unheard");
    QVERIFY(std::signal(SIGPIPE, ofTest) == SIG_IGN);
}

QTEST_APPLESS_MAIN(tst_Logger)
#include "tst_logger.moc"
