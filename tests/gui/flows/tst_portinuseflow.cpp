// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/monitor/hubmonitor.h"
#include "gui/dialogs/portinusedialog.h"
#include "server/app/serverprocess.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/server/api/testcall.h"
#include "tests/support/eventually.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

/// A process whose port somebody else has, and the dialog that asks about it.
class tst_PortInUseFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void triesAgainUntilItIsFree();
    void takesTheOtherPort();
    void keepsTheOtherPortForTheNextAttempt();
    void quits();
    void givesUpWithoutADialog();

private:
    /// Starts the process; \a act answers the dialogs, which come one after the other. Returns the
    /// exit code, or nothing if the server listens.
    [[nodiscard]] std::optional<int> run(const std::function<void(PortInUseDialog &)> &act);
    [[nodiscard]] static bool listens(quint16 port)
    {
        return testCall(port, "GET", "/livez").status == 200;
    }
    static void click(PortInUseDialog &dialog, const char *name)
    {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QString::fromLatin1(name)),
                          Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_other;
    quint16 m_port = 0;
    std::unique_ptr<ServerProcess> m_process;
};

void tst_PortInUseFlow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_other = std::make_unique<QTcpServer>();
    QVERIFY(m_other->listen(QHostAddress::LocalHost, 0));
    m_port = m_other->serverPort();
    m_process = std::make_unique<ServerProcess>(QStringList{
        QStringLiteral("signalbox"), QStringLiteral("--host"), QStringLiteral("127.0.0.1"),
        QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--data-dir"),
        m_folder->path(), QStringLiteral("--log-level"), QStringLiteral("error")});
    QVERIFY(!m_process->initialize());
}

void tst_PortInUseFlow::cleanup()
{
    m_process.reset();
    m_other.reset();
    m_folder.reset();
}

std::optional<int> tst_PortInUseFlow::run(const std::function<void(PortInUseDialog &)> &act)
{
    if (act) {
        m_process->setPortChooser(
            [act, other = quint16(0)](quint16 port, const Error &error) mutable {
                std::optional<quint16> next;
                withDialog<PortInUseDialog>(
                    [&] { next = PortInUseDialog::ask(port, error.message, other); }, act);
                return next;
            });
    }
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [this] {
        if (!m_process->monitor().status().address.isEmpty())
            QCoreApplication::exit(-1);
    });
    tick.start(20);
    m_process->start();
    const int code = QCoreApplication::exec();
    return code == -1 ? std::nullopt : std::optional<int>(code);
}

void tst_PortInUseFlow::triesAgainUntilItIsFree()
{
    int asked = 0;
    const auto code = run([&](PortInUseDialog &dialog) {
        if (++asked == 3)
            m_other->close();
        click(dialog, "retry");
    });
    QVERIFY2(!code, "it listens");
    QCOMPARE(asked, 3);
    QVERIFY(listens(m_port));
}

void tst_PortInUseFlow::takesTheOtherPort()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost, 0));
    const quint16 free = probe.serverPort();
    probe.close();
    QStringList addresses;
    connect(&m_process->monitor(), &HubMonitor::statusChanged, this,
            [&](const HubStatus &status) { addresses << status.address; });
    const auto code = run([free](PortInUseDialog &dialog) {
        auto *port = dialog.findChild<QSpinBox *>();
        port->selectAll();
        QTest::keyClicks(port, QString::number(free));
        click(dialog, "other");
    });
    QVERIFY2(!code, "it listens");
    QVERIFY(listens(free));
    QVERIFY2(addresses.last().endsWith(u':' + QString::number(free)), "the window shows it");
    QVERIFY(m_other->isListening());
}

void tst_PortInUseFlow::keepsTheOtherPortForTheNextAttempt()
{
    QList<int> proposed;
    const auto code = run([&proposed](PortInUseDialog &dialog) {
        auto *port = dialog.findChild<QSpinBox *>();
        proposed << port->value();
        if (proposed.size() == 1) {
            port->selectAll();
            QTest::keyClicks(port, QStringLiteral("18090"));
            click(dialog, "retry");
        } else {
            click(dialog, "quit");
        }
    });
    QCOMPARE(code.value_or(-1), 1);
    QCOMPARE(proposed, QList<int>({m_port < 65'535 ? m_port + 1 : m_port - 1, 18090}));
}

void tst_PortInUseFlow::quits()
{
    int asked = 0;
    const auto code = run([&asked](PortInUseDialog &dialog) {
        ++asked;
        QTest::keyClick(&dialog, Qt::Key_Escape);
    });
    QCOMPARE(code.value_or(-1), 1);
    QCOMPARE(asked, 1);
}

void tst_PortInUseFlow::givesUpWithoutADialog()
{
    QCOMPARE(run({}).value_or(-1), 1);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false); // as the console has it
    tst_PortInUseFlow test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_portinuseflow.moc"
