// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/toastoverlay.h"

#include "gui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QToolButton>

using namespace Signalbox;

class tst_ToastOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stacksInTheCorner();
    void followsTheHost();
    void takesNoFocus();
    void sameMessageIsCounted();
    void oldestGoes();
    void closesByItsButton();
    void textCanBeCopied();
    void saysWhatItIs();
    void longTextIsWrapped();

private:
    std::unique_ptr<QWidget> m_host;
    ToastOverlay *m_overlay = nullptr;
};

void tst_ToastOverlay::init()
{
    m_host = std::make_unique<QWidget>();
    m_host->resize(800, 600);
    m_overlay = new ToastOverlay(m_host.get());
    m_host->show();
}

void tst_ToastOverlay::stacksInTheCorner()
{
    m_overlay->show(QStringLiteral("one"), Console::Tone::Success);
    m_overlay->show(QStringLiteral("two"), Console::Tone::Error);
    const QList<Toast *> toasts = m_overlay->toasts();
    QCOMPARE(toasts.size(), 2);
    QVERIFY(toasts.first()->isVisible());
    QCOMPARE(toasts.last()->geometry().bottomRight(), QPoint(800 - 16 - 1, 600 - 16 - 1));
    QVERIFY(toasts.first()->geometry().bottom() < toasts.last()->geometry().top());
}

void tst_ToastOverlay::followsTheHost()
{
    m_overlay->show(QStringLiteral("one"), Console::Tone::Success);
    m_host->resize(300, 400);
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

QTEST_MAIN(tst_ToastOverlay)

#include "tst_toastoverlay.moc"
