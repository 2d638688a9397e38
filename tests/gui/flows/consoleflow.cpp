// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/consoleflow.h"

#include "gui/consoleapplication.h"
#include "gui/dialogs/commandpalette.h"
#include "gui/mainwindow.h"
#include "gui/view.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

namespace Signalbox::Test {

namespace {

QString withoutMarks(QString text)
{
    return text.remove(u'&').remove(u'…').trimmed();
}

int columnOf(const QAbstractItemModel &model, const QString &title)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == title)
            return column;
    }
    return -1;
}

/// Something of the row that the mouse can hit.
QRect visibleCell(const QAbstractItemView &table, int row)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const QRect rect = table.visualRect(table.model()->index(row, column))
                               .intersected(table.viewport()->rect());
        if (!rect.isEmpty())
            return rect;
    }
    return {};
}

} // namespace

ConsoleFlow::ConsoleFlow(Access access, const std::function<void(Options &)> &adjust)
    : m_server(adjust)
    , m_console(std::make_unique<ConsoleApplication>(
          m_server.monitor(), m_server.hubOperator(), [](const QLocale &) {},
          access == Access::ReadOnly))
    , m_toasts(std::make_unique<QSignalSpy>(&m_console->console(), &Console::toastRequested))
{
    QLocale::setDefault(QLocale::c());
}

ConsoleFlow::~ConsoleFlow() = default;

bool ConsoleFlow::open()
{
    if (!m_server.start())
        return false;
    m_console->show();
    return QTest::qWaitForWindowActive(&window())
        && eventually([this] { return !m_server.monitor().status().address.isEmpty(); });
}

MainWindow &ConsoleFlow::window()
{
    return *m_console->window();
}

std::unique_ptr<Guest> ConsoleFlow::guest(Family family, const QByteArray &user,
                                          const QList<QByteArray> &rooms)
{
    if (!m_tokens.contains(user))
        m_tokens.insert(user, m_server.tokenOf(user, rooms));
    return std::make_unique<Guest>(m_server.port, family, m_tokens.value(user));
}

QByteArray ConsoleFlow::publish(const QByteArray &json) const
{
    const TestAnswer answer = testCall(m_server.port, "POST", "/api/v1/events",
                                       "Content-Type: application/json\r\n", json);
    return answer.json().value(u"event_ids").toArray().first().toString().toLatin1();
}

QWidget *ConsoleFlow::page()
{
    return window().currentView();
}

bool ConsoleFlow::activate(QWidget &window)
{
    window.activateWindow();
    return eventually([&window] { return window.isActiveWindow(); }, std::chrono::seconds(5));
}

bool ConsoleFlow::isCalled(const QWidget &widget, const QString &name)
{
    if (widget.accessibleName() == name || widget.objectName() == name)
        return true;
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && withoutMarks(button->text()) == name;
}

int ConsoleFlow::rowOf(const QAbstractItemView *table, const QString &column, const QString &text)
{
    return int(cells(table, column).indexOf(text));
}

QString ConsoleFlow::cell(const QAbstractItemView *table, int row, const QString &column)
{
    const int index = columnOf(*table->model(), column);
    return index < 0 ? QString() : table->model()->index(row, index).data().toString();
}

QStringList ConsoleFlow::cells(const QAbstractItemView *table, const QString &column)
{
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        texts << cell(table, row, column);
    return texts;
}

QString ConsoleFlow::toast() const
{
    return m_toasts->isEmpty() ? QString() : m_toasts->last().first().toString();
}

bool ConsoleFlow::goTo(const QString &title)
{
    const QList<View *> views = window().views();
    for (int i = 0; i < views.size(); ++i) {
        if (views.at(i)->title() == title)
            press(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
    }
    return window().currentView()->title() == title;
}

bool ConsoleFlow::select(QAbstractItemView *table, const QString &column, const QString &text,
                         Qt::KeyboardModifiers modifiers)
{
    if (!table || !eventually([&] { return rowOf(table, column, text) >= 0; }))
        return false;
    const int row = rowOf(table, column, text);
    table->scrollTo(table->model()->index(row, 0));
    const QRect place = visibleCell(*table, row);
    if (place.isEmpty())
        return false;
    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, place.center());
    settle(); // what follows from a selection follows later
    return table->hasFocus();
}

void ConsoleFlow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window(), key, modifiers);
}

bool ConsoleFlow::click(const QString &name, QWidget *in)
{
    auto *button = find<QAbstractButton>(name, in);
    if (!button || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

void ConsoleFlow::write(QWidget *field, const QString &text)
{
    if (auto *combo = qobject_cast<QComboBox *>(field))
        field = combo->lineEdit();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    // A list of completions has the keyboard until it is closed.
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
}

bool ConsoleFlow::command(const QString &text)
{
    bool wasTaken = false;
    const bool wasShown =
        inDialog<CommandPalette>([this] { press(Qt::Key_K, Qt::ControlModifier); },
                                 [&](CommandPalette &palette) {
                                     auto *edit = palette.findChild<QLineEdit *>();
                                     QTest::keyClicks(edit, text);
                                     const auto *found =
                                         palette.findChild<QListWidget *>()->currentItem();
                                     const bool isRight = found && found->text().startsWith(text);
                                     if (isRight)
                                         QTest::keyClick(edit, Qt::Key_Return);
                                     wasTaken = isRight && !palette.isVisible();
                                 });
    return wasShown && wasTaken;
}

} // namespace Signalbox::Test
