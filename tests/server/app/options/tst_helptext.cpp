// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/helptext.h"

#include "server/app/options/optiontable.h"

#include <QRegularExpression>
#include <QTest>

using namespace Signalbox;

class tst_HelpText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryOption();
    void fitsATerminal();
    void version();
};

void tst_HelpText::tellsEveryOption()
{
    const QString help = helpText(QStringLiteral("signalboxd"));
    QVERIFY(help.startsWith(QStringLiteral("Usage: signalboxd [options]\n")));
    for (const OptionRow &row : optionTable()) {
        const QString start = QStringLiteral("\n  ") + row.label();
        const bool isThere = help.contains(start + u' ') || help.contains(start + u'\n');
        QVERIFY2(isThere == row.isAvailable(), row.name);
        if (!row.isAvailable())
            continue;
        QVERIFY2(*row.help != '\0', row.name);
        if (row.environment)
            QVERIFY2(help.contains(QString::fromLatin1(row.environment)), row.environment);
    }
    // Defaults come from where they are set.
    QVERIFY(help.contains(QStringLiteral("[WS_PORT; default: 8001]")));
    QVERIFY(help.contains(QStringLiteral("[default: 256M]")));
    QVERIFY(help.contains(QStringLiteral("[default: 25s]")));
    QVERIFY(help.contains(QStringLiteral("\nExamples\n")));
}

void tst_HelpText::fitsATerminal()
{
    const QStringList lines = helpText(QStringLiteral("signalboxd")).split(u'\n');
    QVERIFY(lines.size() > 60);
    for (const QString &line : lines) {
        QVERIFY2(line.size() <= 92, qPrintable(line));
        QVERIFY2(!line.endsWith(u' '), qPrintable(line));
    }
}

void tst_HelpText::version()
{
    const QRegularExpression form(
        QStringLiteral(R"(^signalboxd \d+\.\d+\.\d+ \(Qt 6\.\d+\.\d+\)$)"));
    const QString text = versionText(QStringLiteral("signalboxd"));
    QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
    QVERIFY(text.contains(versionNumber()));
}

QTEST_APPLESS_MAIN(tst_HelpText)
#include "tst_helptext.moc"
