// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toastoverlay.h"

#include "gui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Signalbox;

class tst_ToastOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stacksAtTheLowerEnd();
    void followsTheHost();
    void takesNoFocus();
    void sameMessageIsCounted();
    void oldestGoes();
    void closesByItsButton();
    void textCanBeCopied();
    void saysWhatItIs();
    void longTextIsWrapped();
    void longTextEnds();
    void longWordsAreBroken();
    void coversNothing();
    void errorsStayUntilLetGo();

private:
    std::unique_ptr<QWidget> m_host;
    ToastOverlay *m_overlay = nullptr;
};

void tst_ToastOverlay::init()
{
    m_host = std::make_unique<QWidget>();
    m_host->resize(180, 600);
    m_overlay = new ToastOverlay(m_host.get());
    m_host->show();
}

void tst_ToastOverlay::stacksAtTheLowerEnd()
{
    m_overlay->show(QStringLiteral("one"), Console::Tone::Success);
    m_overlay->show(QStringLiteral("two"), Console::Tone::Error);
    const QList<Toast *> toasts = m_overlay->toasts();
    QCOMPARE(toasts.size(), 2);
    QVERIFY(toasts.first()->isVisible());
    QCOMPARE(toasts.last()->geometry().bottomRight(), QPoint(180 - 8 - 1, 600 - 8 - 1));
    QVERIFY(toasts.first()->geometry().bottom() < toasts.last()->geometry().top());
}

void tst_ToastOverlay::followsTheHost()
{
    m_overlay->show(QStringLiteral("one"), Console::Tone::Success);
    m_host->resize(150, 400);
    QTRY_VERIFY(m_host->rect().contains(m_overlay->toasts().first()->geometry()));
}

void tst_ToastOverlay::takesNoFocus()
{
    QWidget *before = QApplication::focusWidget();
    m_overlay->show(QStringLiteral("one"), Console::Tone::Error);
    QCOMPARE(QApplication::focusWidget(), before);
}

void tst_ToastOverlay::sameMessageIsCounted()
{
    for (int i = 0; i < 3; ++i)
        m_overlay->show(QStringLiteral("again"), Console::Tone::Warning);
    m_overlay->show(QStringLiteral("again"), Console::Tone::Error);
    QCOMPARE(m_overlay->toasts().size(), 2);
}

void tst_ToastOverlay::oldestGoes()
{
    m_host->resize(180, 1000);
    for (int i = 0; i < 10; ++i)
        m_overlay->show(QString::number(i), Console::Tone::Error);
    QCOMPARE(m_overlay->toasts().size(), ToastOverlay::MaxShown);
    QCOMPARE(m_overlay->toasts().last()->text(), QStringLiteral("9"));
}

void tst_ToastOverlay::closesByItsButton()
{
    m_overlay->show(QStringLiteral("one"), Console::Tone::Error);
    auto *button = m_overlay->toasts().first()->findChild<QToolButton *>(QStringLiteral("close"));
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_overlay->toasts().isEmpty());
}

void tst_ToastOverlay::textCanBeCopied()
{
    m_overlay->show(QStringLiteral("what went wrong"), Console::Tone::Error);
    m_overlay->toasts().first()->findChild<QToolButton *>(QStringLiteral("copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("what went wrong"));
}

void tst_ToastOverlay::saysWhatItIs()
{
    m_overlay->show(QStringLiteral("for who cannot see it"), Console::Tone::Warning);
    const Toast *toast = m_overlay->toasts().first();
    QCOMPARE(toast->accessibleName(), QStringLiteral("Warning"));
    QCOMPARE(toast->accessibleDescription(), QStringLiteral("for who cannot see it"));
}

void tst_ToastOverlay::longTextIsWrapped()
{
    m_overlay->show(QStringLiteral("short"), Console::Tone::Error);
    m_overlay->show(QStringLiteral("many words that need room ").repeated(10),
                    Console::Tone::Error);
    const QList<Toast *> toasts = m_overlay->toasts();
    QCOMPARE(toasts.first()->width(), toasts.last()->width());
    QVERIFY(toasts.last()->height() > toasts.first()->height() + 30);
}

void tst_ToastOverlay::longTextEnds()
{
    const QString text = QStringLiteral("many words that need room ").repeated(100);
    m_overlay->show(text, Console::Tone::Error);
    const Toast *toast = m_overlay->toasts().first();
    const auto *label = toast->findChild<QLabel *>();
    QVERIFY(toast->height() < 250);
    QVERIFY(label->text().endsWith(u'…'));
    QCOMPARE(label->toolTip(), text);
    QCOMPARE(toast->text(), text);
}

void tst_ToastOverlay::longWordsAreBroken()
{
    const QString path = QStringLiteral("/home/") + QString(100, u'x');
    m_overlay->show(path, Console::Tone::Error);
    auto *label = m_overlay->toasts().first()->findChild<QLabel *>();
    QVERIFY2(label->minimumSizeHint().width() <= label->width(),
             qPrintable(QString::number(label->minimumSizeHint().width())));
    QVERIFY(m_overlay->toasts().first()->height() > 4 * label->fontMetrics().lineSpacing());
    m_overlay->toasts().first()->findChild<QToolButton *>(QStringLiteral("copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), path);
}

void tst_ToastOverlay::coversNothing()
{
    m_overlay->setUsedHeight(430);
    for (int i = 0; i < 4; ++i)
        m_overlay->show(QString::number(i), Console::Tone::Error);
    const QList<Toast *> toasts = m_overlay->toasts();
    QCOMPARE(toasts.size(), 4);
    QVERIFY(!toasts.at(0)->isVisible());
    for (const Toast *toast : toasts)
        QVERIFY(!toast->isVisible() || toast->geometry().top() >= 430);
    m_overlay->setUsedHeight(590); // there is no room at all
    QVERIFY(toasts.at(3)->isVisible());
    QVERIFY(!toasts.at(2)->isVisible());
    toasts.at(3)->findChild<QToolButton *>(QStringLiteral("close"))->click();
    QVERIFY(toasts.at(2)->isVisible()); // it has waited
}

void tst_ToastOverlay::errorsStayUntilLetGo()
{
    m_overlay->show(QStringLiteral("wrong"), Console::Tone::Error);
    const auto *timer = m_overlay->toasts().first()->findChild<QTimer *>();
    QVERIFY(timer);
    QVERIFY(!timer->isActive());
    m_overlay->letErrorsGo();
    QVERIFY(timer->isActive());
    m_overlay->show(QStringLiteral("wrong"), Console::Tone::Error); // again
    QVERIFY(!timer->isActive());
}

QTEST_MAIN(tst_ToastOverlay)

#include "tst_toastoverlay.moc"
