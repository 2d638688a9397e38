// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/qtmessagelog.h"

#include "server/log/logger.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTemporaryFile>
#include <QTest>

using namespace Signalbox;

namespace {

int foreignMessages = 0;

void countMessage(QtMsgType, const QMessageLogContext &, const QString &)
{
    ++foreignMessages;
}

} // namespace

class tst_QtMessageLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesMessages();
    void restoresPreviousHandler();
};

void tst_QtMessageLog::routesMessages()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    Logger log(LogFormat::Json, LogLevel::Info, file.handle());
    {
        const QLoggingCategory category("signalbox.test");
        const QtMessageLog router(log);
        qDebug("below the level");
        qWarning("two\nlines, token=s3cret");
        qCInfo(category, "with a category");
    }
    file.seek(0);
    QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), 2);
    const QJsonObject warning = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(warning.value(QStringLiteral("event")).toString(), QStringLiteral("qt_message"));
    QCOMPARE(warning.value(QStringLiteral("level")).toString(), QStringLiteral("warning"));
    QCOMPARE(warning.value(QStringLiteral("category")).toString(), QStringLiteral("default"));
    QCOMPARE(warning.value(QStringLiteral("message")).toString(),
             QStringLiteral("two\nlines, token=[redacted]"));
    const QJsonObject info = QJsonDocument::fromJson(lines.last()).object();
    QCOMPARE(info.value(QStringLiteral("level")).toString(), QStringLiteral("info"));
    QCOMPARE(info.value(QStringLiteral("category")).toString(), QStringLiteral("signalbox.test"));
}

void tst_QtMessageLog::restoresPreviousHandler()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    Logger log(LogFormat::Json, LogLevel::Info, file.handle());
    const QtMessageHandler ofTest = qInstallMessageHandler(countMessage);
    {
        const QtMessageLog router(log);
        qWarning("to the log");
    }
    qWarning("to the one before");
    qInstallMessageHandler(ofTest);
    QCOMPARE(foreignMessages, 1);
}

QTEST_APPLESS_MAIN(tst_QtMessageLog)
#include "tst_qtmessagelog.moc"
