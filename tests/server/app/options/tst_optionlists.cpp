// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/options/optionsfixture.h"

#include "server/app/options/optiontable.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_OptionLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyListOption_data();
    void everyListOption();
    void everyListOptionHasARow();
    void tokensAreNotSplit_data();
    void tokensAreNotSplit();
    void badElements_data();
    void badElements();
    void hostsOfALocalhost();
    void eachTokenOnce();

private:
    OptionFiles m_files;
    QStringList m_rows; ///< the options that everyListOption() tests
};

void tst_OptionLists::initTestCase()
{
    for (const auto &[name, content] :
         {std::pair<const char *, QByteArray>{"tokens-1", "0123456789abcdef\n"},
          {"tokens-2", "fedcba9876543210\n"},
          {"secret-1", QByteArray(32, 's')},
          {"secret-2", QByteArray(32, 't')},
          {"key-1", PublicKey},
          {"key-2", QByteArray(PublicKey).replace('A', 'B')}})
        QVERIFY(!m_files.write(QLatin1String(name), content).isEmpty());
}

void tst_OptionLists::everyListOption_data()
{
    QTest::addColumn<QString>("first"); // "@name": a file
    QTest::addColumn<QString>("second");
    const auto row = [this](const char *name, const char *first, const char *second) {
        m_rows.append(QString::fromLatin1(name));
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second);
    };
    row("host", "10.0.0.1", "::1");
    row("allowed-origin", "https://a.example", "https://b.example");
    row("trusted-proxy", "10.0.0.0/8", "::1");
    row("auth-token-file", "@tokens-1", "@tokens-2");
    row("jwt-secret-file", "@secret-1", "@secret-2");
    row("jwt-public-key-file", "@key-1", "@key-2");
    row("default-rooms", "project:*", "agent:7");
}

void tst_OptionLists::everyListOption()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const QString name = QLatin1String(QTest::currentDataTag());
    const OptionRow &row = *findOption(name);
    for (QString *value : {&first, &second}) {
        if (value->startsWith(u'@'))
            *value = m_files.path(value->mid(1));
    }
    const QStringList more = name == u"jwt-public-key-file"
        ? QStringList{QStringLiteral("--jwt-algorithm=ES256")}
        : QStringList();
    const QString argument = QStringLiteral("--%1=%2");
    const auto line = [&name](const QString &value) { return (name + u'=' + value).toUtf8(); };

    const auto both =
        parse(more + QStringList{argument.arg(name, first), argument.arg(name, second)});
    QVERIFY2(both.has_value(), both ? "" : qPrintable(both.error().message));
    QVERIFY(!row.field->isSame(
        both->options,
        parse(more + QStringList{argument.arg(name, first)}).value_or(ParsedOptions()).options));

    QList<std::pair<const char *, Result<ParsedOptions>>> others;
    for (const QString &separator : {QStringLiteral(","), QStringLiteral(" , ")}) {
        const QString list = first + separator + second;
        others.append({"a list in a file", parse(more + QStringList{m_files.config(line(list))})});
        others.append({"a list in quotes",
                       parse(more + QStringList{m_files.config(line(u'"' + list + u'"'))})});
        if (row.environment)
            others.append({"a list in the environment",
                           parse(more, {QLatin1String(row.environment) + u'=' + list})});
    }
    others.append({"two lines of a file",
                   parse(more + QStringList{m_files.config(line(first) + '\n' + line(second))})});
    for (const auto &[how, parsed] : std::as_const(others)) {
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
        QVERIFY2(row.field->isSame(parsed->options, both->options), how);
    }
}

void tst_OptionLists::everyListOptionHasARow()
{
    for (const OptionRow &row : optionTable()) {
        if (row.isRepeatable && !row.isSecret)
            QVERIFY2(m_rows.contains(row.nameText()), row.name);
    }
}

void tst_OptionLists::tokensAreNotSplit_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("assignments");
    const QString token = QStringLiteral("01234567,89abcdef");
    QTest::newRow("argument") << QStringList{QStringLiteral("--auth-token=") + token}
                              << QStringList();
    QTest::newRow("environment") << QStringList()
                                 << QStringList{QStringLiteral("WS_AUTH_TOKEN=") + token};
    QTest::newRow("file") << QStringList{m_files.config("auth-token=" + token.toUtf8())}
                          << QStringList();
}

void tst_OptionLists::tokensAreNotSplit()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, assignments);
    QCOMPARE(parse(arguments, assignments)->options.authTokens,
             QList<QByteArray>{"01234567,89abcdef"});
}

void tst_OptionLists::badElements_data()
{
    QTest::addColumn<QByteArray>("line"); // "@name": a file
    QTest::addColumn<QString>("message"); // behind the line
    const auto row = [](const char *line, const char *message) {
        QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(message);
    };
    row("host=::1,nowhere", "must be an IP address");
    row("allowed-origin=*,", "must be * or an origin");
    row("auth-token-file=@tokens-1,", "must be the path of a file");
    row("auth-token-file=@tokens-1,@none", "cannot read @none: ");
    row("jwt-secret-file=,@secret-1", "must be the path of a file");
    row("jwt-secret-file=@secret-1,@tokens-1", "@tokens-1 holds 16 bytes");
    row("jwt-public-key-file=@key-1,,@key-2", "must be the path of a file");
}

void tst_OptionLists::badElements()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, message);
    const QString folder = m_files.path(QString()) + u'/';
    line.replace('@', folder.toUtf8());
    message.replace(u'@', folder);
    const Result<ParsedOptions> parsed = parse({m_files.config("\n" + line)});
    QVERIFY(!parsed);
    const QString said = parsed.error().message;
    // Of a long line, the beginning stands before the message.
    QVERIFY2(said.startsWith(m_files.path(QStringLiteral("signalbox.ini")) + QStringLiteral(":2: ")
                             + QString::fromUtf8(line.left(20))),
             qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral(": ") + message), qPrintable(said));
    QVERIFY(!said.contains(u'\n'));
}

void tst_OptionLists::hostsOfALocalhost()
{
    QCOMPARE(parse({}, {QStringLiteral("WS_HOST=localhost,10.0.0.1")})->options.hosts.size(), 3);
}

void tst_OptionLists::eachTokenOnce()
{
    // Rotation: both are valid, and one that is given twice is there once.
    QCOMPARE(parse({QStringLiteral("--auth-token=0123456789abcdef"),
                    QStringLiteral("--auth-token=fedcba9876543210"),
                    QStringLiteral("--auth-token=0123456789abcdef")})
                 ->options.authTokens,
             (QList<QByteArray>{"0123456789abcdef", "fedcba9876543210"}));
}

QTEST_APPLESS_MAIN(tst_OptionLists)
#include "tst_optionlists.moc"
