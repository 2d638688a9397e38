// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace Signalbox;

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksEveryLanguage_data();
    void speaksEveryLanguage();
    void changesItsLanguage();
};

namespace {

QString delivered(int count)
{
    return QCoreApplication::translate("Signalbox::PublishView", "Delivered to %Ln connection(s)",
                                       nullptr, count);
}

} // namespace

void TestTranslation::speaksEveryLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom)
                             << QStringLiteral("Delivered to 1 connection")
                             << QStringLiteral("Delivered to 2 connections");
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Austria)
                            << QStringLiteral("An 1 Verbindung zugestellt")
                            << QStringLiteral("An 2 Verbindungen zugestellt");
    // A language that is not there is English, with its plurals.
    QTest::newRow("none") << QLocale::c() << QStringLiteral("Delivered to 1 connection")
                          << QStringLiteral("Delivered to 2 connections");
    QTest::newRow("French") << QLocale(QLocale::French, QLocale::France)
                            << QStringLiteral("Delivered to 1 connection")
                            << QStringLiteral("Delivered to 2 connections");
}

void TestTranslation::speaksEveryLanguage()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, one);
    QFETCH(const QString, two);
    Translation translation;
    translation.load(locale);
    QCOMPARE(delivered(1), one);
    QCOMPARE(delivered(2), two);
}

void TestTranslation::changesItsLanguage()
{
    Translation translation;
    translation.load(QLocale(QLocale::German));
    translation.load(QLocale(QLocale::English));
    QCOMPARE(delivered(1), QStringLiteral("Delivered to 1 connection"));
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
