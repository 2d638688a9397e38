// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/tokenfile.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Signalbox;

class tst_TokenFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void refused_data();
    void refused();
    void unreadable();
    void permissions_data();
    void permissions();

private:
    QString write(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("tokens")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

    QTemporaryDir m_folder;
};

void tst_TokenFile::tokens_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<QByteArray>>("expected");
    QTest::newRow("one") << QByteArray("abc") << QList<QByteArray>{"abc"};
    QTest::newRow("line end") << QByteArray("abc\n") << QList<QByteArray>{"abc"};
    QTest::newRow("CRLF") << QByteArray("abc\r\ndef\r\n") << QList<QByteArray>{"abc", "def"};
    QTest::newRow("spaces, blanks and comments")
        << QByteArray("# old\n\n  abc\t\n   \n  # new\ndef") << QList<QByteArray>{"abc", "def"};
    QTest::newRow("twice") << QByteArray("abc\nabc\n") << QList<QByteArray>{"abc"};
    QTest::newRow("# and space inside") << QByteArray("a#b c") << QList<QByteArray>{"a#b c"};
    QTest::newRow("non-ASCII") << QByteArray("s\xc3\xa9same") << QList<QByteArray>{"s\xc3\xa9same"};
}

void tst_TokenFile::tokens()
{
    QFETCH(QByteArray, content);
    const Result<TokenFile> file = TokenFile::read(write(content));
    QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
    QTEST(file->tokens, "expected");
}

void tst_TokenFile::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message"); // behind the path
    QTest::newRow("empty") << QByteArray() << QStringLiteral(" holds no token");
    QTest::newRow("comments only") << QByteArray("# abc\n\n") << QStringLiteral(" holds no token");
    QTest::newRow("control character")
        << QByteArray("abc\ns3c\x01ret")
        << QStringLiteral(":2: a token cannot hold control characters");
    QTest::newRow("NUL") << QByteArray("a\0b", 3)
                         << QStringLiteral(":1: a token cannot hold control characters");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe") << QStringLiteral(":1: is not UTF-8");
    QTest::newRow("long token") << QByteArray(4097, 'x')
                                << QStringLiteral(":1: a token cannot be longer than 4096 bytes");
    QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, '\n')
                          << QStringLiteral(" is too large: at most 1024 KiB");
    QByteArray many;
    for (int i = 0; i < 1001; ++i)
        many += QByteArray::number(i) + '\n';
    QTest::newRow("many") << many << QStringLiteral(" holds more than 1000 tokens");
}

void tst_TokenFile::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString path = write(content);
    const Result<TokenFile> file = TokenFile::read(path);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Configuration);
    QVERIFY2(file.error().message.endsWith(path + message), qPrintable(file.error().message));
}

void tst_TokenFile::unreadable()
{
    const QString missing = m_folder.filePath(QStringLiteral("missing"));
    const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    for (const QString &path : {missing, fifo, m_folder.path()}) {
        const Result<TokenFile> file = TokenFile::read(path);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Io);
        QVERIFY(file.error().message.contains(path));
    }
}

void tst_TokenFile::permissions_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("warnings");
    QTest::newRow("private") << 0600 << 0;
    QTest::newRow("read-only") << 0400 << 0;
    QTest::newRow("group") << 0640 << 1;
    QTest::newRow("world") << 0604 << 1;
}

void tst_TokenFile::permissions()
{
    QFETCH(int, mode);
    QFile::remove(m_folder.filePath(QStringLiteral("tokens")));
    const QString path = write("s3cret");
    QCOMPARE(::chmod(qPrintable(path), mode_t(mode)), 0);
    const Result<TokenFile> file = TokenFile::read(path);
    QVERIFY(file.has_value());
    QTEST(int(file->warnings.size()), "warnings");
    for (const QString &warning : file->warnings)
        QVERIFY(warning.contains(path) && !warning.contains(QStringLiteral("s3cret")));
}

QTEST_APPLESS_MAIN(tst_TokenFile)
#include "tst_tokenfile.moc"
