// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/consoleflow.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_EventFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsPublished();
    void pauseCountsWhatPasses();
    void filterLeavesWhatMatches();
    void followsOneConnection();

private:
    [[nodiscard]] QTableView *events()
    {
        return m_flow->find<QTableView>(QStringLiteral("Events"));
    }
    [[nodiscard]] QStringList ids()
    {
        return ConsoleFlow::cells(events(), QStringLiteral("Event id"));
    }
    /// Answers the event's id.
    QString publish(const QByteArray &room, const QByteArray &type = "order.shipped");
    /// Some label of the page says it.
    [[nodiscard]] bool says(const QString &text);

    std::unique_ptr<ConsoleFlow> m_flow;
    std::unique_ptr<Guest> m_anna;
    std::unique_ptr<Guest> m_bert;
};

void tst_EventFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>();
    QVERIFY(m_flow->open());
    m_anna = m_flow->guest(Family::Rooms, "anna");
    m_bert = m_flow->guest(Family::Plain, "bert");
    QVERIFY(m_anna->isWelcome() && m_anna->joins("workflow:a") && m_anna->joins("workflow:both"));
    QVERIFY(m_bert->isWelcome() && m_bert->joins("workflow:b") && m_bert->joins("workflow:both"));
    QVERIFY(m_flow->goTo(QStringLiteral("Events")));
    // The events are watched from here on, which is asked for in order.
    (void)m_flow->server().tokenOf("nobody");
}

void tst_EventFlow::cleanup()
{
    m_anna.reset();
    m_bert.reset();
    m_flow.reset();
}

QString tst_EventFlow::publish(const QByteArray &room, const QByteArray &type)
{
    const QByteArray json = "{\"type\":\"" + type + "\",\"room\":\"" + room + "\"}";
    return QString::fromLatin1(m_flow->publish(json));
}

bool tst_EventFlow::says(const QString &text)
{
    const auto labels = m_flow->page()->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void tst_EventFlow::showsWhatIsPublished()
{
    const QString both = publish("workflow:both");
    const QString none = publish("workflow:none", "a.b");
    QTRY_VERIFY(events());
    QTRY_COMPARE(ids(), QStringList({both, none}));
    const auto cell = [this](int row, const char *column) {
        return ConsoleFlow::cell(events(), row, QString::fromLatin1(column));
    };
    QCOMPARE(cell(0, "Type"), QStringLiteral("order.shipped"));
    QCOMPARE(cell(0, "Rooms"), QStringLiteral("workflow:both"));
    QCOMPARE(cell(0, "Recipients"), QStringLiteral("2"));
    QCOMPARE(cell(1, "Recipients"), QStringLiteral("0"));
    QCOMPARE(m_anna->news(), QList<QByteArray>{m_anna->event(both.toLatin1(), "workflow:both")});
    QCOMPARE(m_bert->news(), QList<QByteArray>{m_bert->event(both.toLatin1(), "workflow:both")});
}

void tst_EventFlow::pauseCountsWhatPasses()
{
    const QString before = publish("workflow:a");
    QTRY_VERIFY(events());
    QTRY_COMPARE(ids(), QStringList{before});
    m_flow->press(Qt::Key_P, Qt::ControlModifier);
    QStringList all{before};
    for (int i = 0; i < 3; ++i)
        all << publish("workflow:a");
    QTRY_VERIFY(says(QStringLiteral("3 event(s) passed meanwhile")));
    QCOMPARE(ids(), QStringList{before});
    QCOMPARE(m_anna->news().size(), 4); // clients do not wait
    m_flow->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(ids(), all);
    QVERIFY(!says(QStringLiteral("passed meanwhile")));
    all << publish("workflow:b");
    QTRY_COMPARE(ids(), all);
}

void tst_EventFlow::filterLeavesWhatMatches()
{
    m_flow->press(Qt::Key_F, Qt::ControlModifier);
    ConsoleFlow::write(QApplication::focusWidget(), QStringLiteral("room:workflow:b"));
    m_flow->press(Qt::Key_Return);
    const QString first = publish("workflow:b");
    publish("workflow:a");
    const QString second = publish("workflow:b");
    QTRY_VERIFY(events());
    QTRY_COMPARE(ids(), QStringList({first, second}));
}

void tst_EventFlow::followsOneConnection()
{
    QVERIFY(m_flow->goTo(QStringLiteral("Connections")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    QVERIFY(m_flow->select(m_flow->find<QTableView>(QStringLiteral("Open connections")),
                           QStringLiteral("User"), QStringLiteral("bert")));
    QVERIFY(m_flow->click(QStringLiteral("Follow its events")));
    QTRY_VERIFY(says(QString::fromLatin1(m_bert->sid())));
    (void)m_flow->server().tokenOf("nobody"); // as in init()
    publish("workflow:a");
    const QString own = publish("workflow:b");
    const QString both = publish("workflow:both");
    QTRY_VERIFY(events());
    QTRY_COMPARE(ids(), QStringList({own, both}));
    QCOMPARE(m_bert->news(),
             QList<QByteArray>({m_bert->event(own.toLatin1(), "workflow:b"),
                                m_bert->event(both.toLatin1(), "workflow:both")}));
}

QTEST_MAIN(tst_EventFlow)

#include "tst_eventflow.moc"
