// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/flows/guest.h"
#include "tests/gui/support/isolatedsettings.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/server/monitor/runningserver.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include <memory>

namespace Signalbox {

class ConsoleApplication;
class MainWindow;

namespace Test {

/// A server, the console's window around it, and who sits before it: does by keys and the mouse
/// what an operator does, and reads what the window shows.
class ConsoleFlow final
{
public:
    enum class Access { Full, ReadOnly };

    explicit ConsoleFlow(Access access = Access::Full,
                         const std::function<void(Options &)> &adjust = {});
    ~ConsoleFlow();

    /// Starts the server and opens the window.
    [[nodiscard]] bool open();
    [[nodiscard]] RunningServer &server() { return m_server; }
    [[nodiscard]] MainWindow &window();

    // ---- Clients

    /// With a token of \a user, who may join \a rooms; one for all of their connections.
    [[nodiscard]] std::unique_ptr<Guest> guest(Family family, const QByteArray &user,
                                               const QList<QByteArray> &rooms = {"workflow:*"});
    /// Publishes over HTTP; returns the event's id, empty if it was refused.
    [[nodiscard]] QByteArray publish(const QByteArray &json) const;

    // ---- What the window shows

    /// The page that is shown.
    [[nodiscard]] QWidget *page();
    /// The visible widget of the page, or of \a in, with that accessible or object name, or text
    /// (without mnemonic). Null if there is none.
    template <typename Widget = QWidget>
    [[nodiscard]] Widget *find(const QString &name, QWidget *in = nullptr)
    {
        const auto children = (in ? in : page())->findChildren<Widget *>();
        for (Widget *child : children) {
            if (child->isVisible() && isCalled(*child, name))
                return child;
        }
        return nullptr;
    }
    /// The row whose cell in \a column says \a text; negative if there is none.
    [[nodiscard]] static int rowOf(const QAbstractItemView *table, const QString &column,
                                   const QString &text);
    /// What the cell of the row says; null if there is no such column.
    [[nodiscard]] static QString cell(const QAbstractItemView *table, int row,
                                      const QString &column);
    /// The texts of a column, from the top.
    [[nodiscard]] static QStringList cells(const QAbstractItemView *table, const QString &column);
    /// The last that was said in passing.
    [[nodiscard]] QString toast() const;

    // ---- What the operator does

    /// Goes to a page by its key.
    [[nodiscard]] bool goTo(const QString &title);
    /// Waits for the row, and clicks on it.
    [[nodiscard]] bool select(QAbstractItemView *table, const QString &column, const QString &text,
                              Qt::KeyboardModifiers modifiers = {});
    /// A key, where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Clicks on what find() finds; false if it is not there, or disabled.
    [[nodiscard]] bool click(const QString &name, QWidget *in = nullptr);
    /// Writes \a text in the place of what is in there.
    static void write(QWidget *field, const QString &text);
    /// Looks for a command by Ctrl+K, and takes the first that is found, if it can be taken.
    /// Returns whether it was.
    [[nodiscard]] bool command(const QString &text);

    /// As withDialog(); the dialog has the keyboard when \a act is called.
    template <typename Dialog>
    [[nodiscard]] static bool inDialog(const std::function<void()> &call,
                                       const std::function<void(Dialog &)> &act)
    {
        // Who gets the keyboard is a window manager's business, and there is none.
        const QPointer<QWidget> before = QApplication::activeWindow();
        const bool wasShown = withDialog<Dialog>(call, [&act](Dialog &dialog) {
            if (activate(dialog))
                act(dialog);
        });
        return wasShown && (!before || activate(*before));
    }

private:
    [[nodiscard]] static bool activate(QWidget &window);
    [[nodiscard]] static bool isCalled(const QWidget &widget, const QString &name);

    IsolatedSettings m_settings;
    RunningServer m_server;
    std::unique_ptr<ConsoleApplication> m_console;
    std::unique_ptr<QSignalSpy> m_toasts;
    QHash<QByteArray, QByteArray> m_tokens; ///< by user
};

} // namespace Test
} // namespace Signalbox
