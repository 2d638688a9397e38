// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connections/connectionactions.h"
#include "gui/connections/connectionpane.h"
#include "gui/connections/connectionsmodel.h"
#include "gui/connections/connectionsview.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/tables/tableview.h"
#include "tests/gui/support/fakehub.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>

namespace Signalbox::Test {

inline ConnectionInfo infoOf(const QByteArray &sid, const QByteArray &user)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = user;
    info.address = "192.0.2.1:4711";
    info.transport = "websocket";
    info.rooms = {"project:7", "user:" + user};
    info.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    return info;
}

inline ConnectionChanges three()
{
    ConnectionChanges changes;
    changes.isReset = true;
    changes.opened << infoOf("s1", "anna") << infoOf("s2", "bob") << infoOf("s3", "anna");
    return changes;
}

inline ConnectionChanges closed(const ConnectionInfo &info, quint16 code, const QByteArray &text)
{
    ConnectionChanges changes;
    changes.closed << ClosedConnection{info, {code, text}, QDateTime::currentDateTimeUtc()};
    return changes;
}

inline const QString ReadOnly = QStringLiteral("The console is read-only.");

/// The page on connections, with its parts, and whoever uses it.
class ConnectionsFixture
{
protected:
    /// Nobody is connected yet.
    void open()
    {
        QLocale::setDefault(QLocale::c());
        m_monitor = std::make_unique<FakeMonitor>();
        m_operator = std::make_unique<FakeOperator>();
        m_console = std::make_unique<Console>(*m_monitor, *m_operator);
        m_toasts = std::make_unique<QSignalSpy>(m_console.get(), &Console::toastRequested);
        m_view = std::make_unique<ConnectionsView>(*m_console);
        m_view->resize(1200, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_model = m_view->findChild<ConnectionsModel *>();
        m_table = table("Open connections");
        m_actions = m_view->findChild<ConnectionActions *>();
        m_pane = m_view->findChild<ConnectionPane *>();
        QVERIFY(m_model && m_table && m_actions && m_pane);
    }
    void openWithThree()
    {
        open();
        Q_EMIT m_monitor->connectionsChanged(three());
    }
    void close()
    {
        m_view.reset();
        m_toasts.reset();
        m_console.reset();
        m_operator.reset();
        m_monitor.reset();
    }
    /// Modal dialogs block; \a act is called while the next one is open.
    template <typename Dialog>
    void inDialog(const std::function<void(Dialog &)> &act)
    {
        QTimer::singleShot(0, m_view.get(), [this, act] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (dialog)
                act(*dialog);
            else
                inDialog(act);
        });
    }
    void confirm(bool accepted, QString *text = nullptr)
    {
        inDialog<ConfirmDialog>([accepted, text](ConfirmDialog &dialog) {
            if (text)
                *text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
            if (accepted)
                QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("action")),
                                  Qt::LeftButton);
            else
                QTest::keyClick(&dialog, Qt::Key_Return);
        });
    }
    [[nodiscard]] TableView *table(const char *name) const
    {
        for (TableView *candidate : m_view->findChildren<TableView *>()) {
            if (candidate->accessibleName() == QString::fromLatin1(name))
                return candidate;
        }
        return nullptr;
    }
    void select(const QByteArray &sid, bool adds = false)
    {
        if (!adds)
            m_table->clearSelection();
        m_table->selectionModel()->setCurrentIndex(m_model->index(m_model->rowOfId(sid), 0),
                                                   QItemSelectionModel::Select
                                                       | QItemSelectionModel::Rows);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString fact(const char *name) const
    {
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->accessibleName() == QString::fromLatin1(name))
                return label->text();
        }
        return QStringLiteral("no such fact");
    }

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<FakeOperator> m_operator;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QSignalSpy> m_toasts;
    std::unique_ptr<ConnectionsView> m_view;
    ConnectionsModel *m_model = nullptr;
    TableView *m_table = nullptr;
    ConnectionActions *m_actions = nullptr;
    ConnectionPane *m_pane = nullptr;
};

} // namespace Signalbox::Test
