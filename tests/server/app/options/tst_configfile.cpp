// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/configfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

class tst_ConfigFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_data();
    void entries();
    void malformed_data();
    void malformed();
    void linesAreNumbered();
    void unreadable();
    void readableByOthers();

private:
    QString write(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("signalbox.ini")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

    QTemporaryDir m_folder;
};

void tst_ConfigFile::entries_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected"); // "key=value"
    const auto row = [](const char *name, const char *content, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(content) << expected;
    };
    row("empty", "", {});
    row("plain", "port=1", {QStringLiteral("port=1")});
    row("spaces", "  port =  1  ", {QStringLiteral("port=1")});
    row("CRLF", "port=1\r\ndemo=true\r\n", {QStringLiteral("port=1"), QStringLiteral("demo=true")});
    row("byte order mark", "\xef\xbb\xbfport=1", {QStringLiteral("port=1")});
    row("comments", "# one\n; two\n\n[General]\nport=1", {QStringLiteral("port=1")});
    row("quoted", "auth-token=\" a#b \"", {QStringLiteral("auth-token= a#b ")});
    row("nothing is escaped", R"(auth-token=a\x41%20"b,c;d=e)",
        {QStringLiteral(R"(auth-token=a\x41%20"b,c;d=e)")});
    row("again", "host=::1\nhost=127.0.0.1",
        {QStringLiteral("host=::1"), QStringLiteral("host=127.0.0.1")});
    row("non-ASCII", "data-dir=/dätä", {QStringLiteral("data-dir=/dätä")});
}

void tst_ConfigFile::entries()
{
    QFETCH(QByteArray, content);
    const Result<ConfigFile> file = ConfigFile::read(write(content));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QStringList seen;
    for (const ConfigFile::Entry &entry : file->entries)
        seen.append(entry.key + u'=' + entry.value);
    QTEST(seen, "expected");
}

void tst_ConfigFile::malformed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message"); // behind the path
    const auto row = [](const char *name, const QByteArray &content, const char *message) {
        QTest::newRow(name) << content << QString::fromLatin1(message);
    };
    row("no equals sign", "port=1\ndemo\n", ":2: is not of the form key=value");
    row("no key", "=1", ":1: has no key before the =");
    row("no value", "port=", ":1: port has no value");
    row("empty quotes", "port=\"\"", ":1: port has no value");
    row("unknown section", "\n[http]\nport=1",
        ":2: unknown section [http]; there is only [General]");
    row("unfinished section", "[General", ":1: unknown section [General; there is only [General]");
    row("not UTF-8", "port=\xff", ":1: is not UTF-8 text");
    row("NUL", QByteArray("port=1\0", 7), ":1: is not UTF-8 text");
    row("huge", QByteArray(2 * 1024 * 1024, '#'), " is too large: at most 1024 KiB");
}

void tst_ConfigFile::malformed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString path = write(content);
    const Result<ConfigFile> file = ConfigFile::read(path);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Configuration);
    QCOMPARE(file.error().message, path + message);
}

void tst_ConfigFile::linesAreNumbered()
{
    const Result<ConfigFile> file = ConfigFile::read(write("# one\n\nport=1\ndemo=true"));
    QVERIFY(file.has_value());
    QCOMPARE(file->entries.size(), 2);
    QCOMPARE(file->entries.at(0).line, 3);
    QCOMPARE(file->entries.at(1).line, 4);
}

void tst_ConfigFile::unreadable()
{
    const QString missing = m_folder.filePath(QStringLiteral("missing.ini"));
    const Result<ConfigFile> none = ConfigFile::read(missing);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Io);
    QVERIFY(none.error().message.startsWith(QStringLiteral("cannot read ") + missing));

    const Result<ConfigFile> folder = ConfigFile::read(m_folder.path());
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::Io);
    QVERIFY(!ConfigFile::read(QStringLiteral("/dev/zero")));
}

void tst_ConfigFile::readableByOthers()
{
    const QString path = write("port=1");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(!ConfigFile::read(path)->isReadableByOthers);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(ConfigFile::read(path)->isReadableByOthers);
}

QTEST_APPLESS_MAIN(tst_ConfigFile)
#include "tst_configfile.moc"
