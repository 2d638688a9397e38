// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsmodel.h"
#include "gui/tables/cellformat.h"
#include "gui/tables/sortheader.h"
#include "gui/tables/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace Signalbox;

class tst_TableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clicksSort();
    void clicksWithControlAddKeys();
    void headerShowsTheOrder();
    void columnsAreChosen();
    void theLastColumnStays();
    void timesWithTheirDateFit();
    void columnMenuChooses();
    void rowMenuIsReachedByTheKeyboard();
    void copiesWhatIsSelected();
    void copiesOneColumn();
    void cellsAreCopiedAsOneLine();
    void copiesNotTooMuch();
    void selectionStaysWhenSorted();
    void selectionIsSeen();
    void columnsAreSeenWhereTheyAre();
    void isRestored();
    void restoresOnlyWhatItKnows();
    void exportsByTheName();
    void saysWhatCouldNotBeWritten();

private:
    void click(int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void inMenu(const std::function<void(QMenu &)> &act);

    std::unique_ptr<ConnectionsModel> m_model;
    std::unique_ptr<TableView> m_view;
    SortHeader *m_header = nullptr;
};

namespace {

ConnectionInfo infoOf(const QByteArray &sid, const QByteArray &user, qint64 queued)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = user;
    info.queuedBytes = queued;
    info.connectedAt = QDateTime::currentDateTimeUtc();
    return info;
}

const int Sid = ConnectionsModel::Sid;
const int User = ConnectionsModel::User;
const int Queued = ConnectionsModel::Queued;

} // namespace

void tst_TableView::init()
{
    QLocale::setDefault(QLocale::c());
    m_model = std::make_unique<ConnectionsModel>();
    ConnectionChanges changes;
    changes.opened << infoOf("1", "bob", 5) << infoOf("2", "anna", 5) << infoOf("3", "anna", 9);
    m_model->apply(changes);
    m_view = std::make_unique<TableView>();
    m_view->setModel(m_model.get());
    m_view->resize(1200, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_header = m_view->findChild<SortHeader *>();
    QVERIFY(m_header);
}

void tst_TableView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void tst_TableView::click(int column, Qt::KeyboardModifiers modifiers)
{
    const QPoint place(m_header->sectionViewportPosition(column) + 20, m_header->height() / 2);
    QTest::mouseClick(m_header->viewport(), Qt::LeftButton, modifiers, place);
}

/// Menus block; \a act is called while the next one is open.
void tst_TableView::inMenu(const std::function<void(QMenu &)> &act)
{
    QTimer::singleShot(0, qApp, [act] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu) {
            inMenu(act);
            return;
        }
        act(*menu);
        menu->close();
    });
}

void tst_TableView::clicksSort()
{
    click(User);
    QCOMPARE(m_model->sortKeys(), SortKeys({{User, Qt::AscendingOrder}}));
    QCOMPARE(m_model->rowOfId("1"), 2);
    click(User);
    QCOMPARE(m_model->sortKeys(), SortKeys({{User, Qt::DescendingOrder}}));
    click(Queued);
    QCOMPARE(m_model->sortKeys(), SortKeys({{Queued, Qt::AscendingOrder}}));
}

void tst_TableView::clicksWithControlAddKeys()
{
    click(User);
    click(Queued, Qt::ControlModifier);
    click(Queued, Qt::ShiftModifier);
    QCOMPARE(m_model->sortKeys(),
             SortKeys({{User, Qt::AscendingOrder}, {Queued, Qt::DescendingOrder}}));
    QCOMPARE(m_model->rowOfId("3"), 0);
    QCOMPARE(m_model->rowOfId("2"), 1);
    click(Queued, Qt::ControlModifier); // had both orders
    QCOMPARE(m_model->sortKeys(), SortKeys({{User, Qt::AscendingOrder}}));
    click(Queued);
    QCOMPARE(m_model->sortKeys(), SortKeys({{Queued, Qt::AscendingOrder}}));
}

void tst_TableView::headerShowsTheOrder()
{
    const QImage before = m_header->grab().toImage();
    click(User);
    const QImage one = m_header->grab().toImage();
    QVERIFY(one != before);
    click(Queued, Qt::ControlModifier);
    QCOMPARE(m_header->sortKeys().size(), 2);
    QVERIFY(m_header->grab().toImage() != one);
    m_model->sort(-1);
    QVERIFY(m_header->sortKeys().isEmpty());
}

void tst_TableView::columnsAreChosen()
{
    const QList<int> before = m_view->visibleColumns();
    QVERIFY(before.contains(Sid));
    QVERIFY(!before.contains(int(ConnectionsModel::Types))); // hidden at first
    m_view->setColumnShown(Sid, false);
    m_view->setColumnShown(ConnectionsModel::Types, true);
    QVERIFY(!m_view->visibleColumns().contains(Sid));
    QVERIFY(m_view->visibleColumns().contains(int(ConnectionsModel::Types)));
    m_header->moveSection(m_header->visualIndex(Queued), 0);
    QCOMPARE(m_view->visibleColumns().first(), Queued);
    m_view->resetColumns();
    QCOMPARE(m_view->visibleColumns(), before);
}

void tst_TableView::theLastColumnStays()
{
    for (const int column : m_view->visibleColumns())
        m_view->setColumnShown(column, false);
    QCOMPARE(m_view->visibleColumns().size(), 1);
}

void tst_TableView::timesWithTheirDateFit()
{
    QLocale::setDefault(QLocale(QLocale::German));
    m_view->resetColumns();
    const QString text = CellFormat::time(QDateTime(QDate(2026, 11, 22), QTime(12, 58, 53)), false);
    QVERIFY(text.contains(QStringLiteral("12:58:53")));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_view->setColumnShown(column, true);
        if (m_model->columns()[column].kind == FieldKind::Time)
            QVERIFY(m_header->sectionSize(column)
                    > m_view->fontMetrics().horizontalAdvance(text) + 10);
    }
}

void tst_TableView::columnMenuChooses()
{
    QStringList texts;
    inMenu([&](QMenu &menu) {
        for (QAction *action : menu.actions()) {
            texts << action->text();
            if (action->text() == QStringLiteral("User"))
                action->trigger();
        }
    });
    Q_EMIT m_header->customContextMenuRequested(QPoint(5, 5));
    QVERIFY(texts.contains(QStringLiteral("Types")));
    QVERIFY(!m_view->visibleColumns().contains(User));
}

void tst_TableView::rowMenuIsReachedByTheKeyboard()
{
    m_view->showRow(1);
    QStringList texts;
    inMenu([&](QMenu &menu) {
        for (const QAction *action : menu.actions()) {
            texts << action->text();
            if (action->menu() && action->text() == QStringLiteral("&Sort by"))
                action->menu()->actions().first()->trigger();
        }
    });
    QAction own(QStringLiteral("Own"));
    m_view->addRowActions({&own});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, m_view->mapToGlobal(QPoint()));
    QApplication::sendEvent(m_view.get(), &event);
    QCOMPARE(texts.first(), QStringLiteral("Own"));
    QVERIFY(texts.contains(QStringLiteral("&Copy")));
    QVERIFY(texts.contains(QStringLiteral("Copy “Session” only")));
    QCOMPARE(m_model->sortKeys(), SortKeys({{Sid, Qt::AscendingOrder}}));
}

void tst_TableView::copiesWhatIsSelected()
{
    for (const int column : m_view->visibleColumns())
        m_view->setColumnShown(column, column == Queued || column == User);
    m_header->moveSection(m_header->visualIndex(Queued), 0);
    QSignalSpy noticed(m_view.get(), &TableView::noticed);
    m_view->showRow(0);
    m_view->selectionModel()->select(m_model->index(2, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("5 B\tbob\n9 B\tanna"));
    QCOMPARE(noticed.count(), 1);
    m_view->clearSelection();
    QApplication::clipboard()->setText(QStringLiteral("kept"));
    m_view->copySelection();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kept"));
}

void tst_TableView::copiesOneColumn()
{
    m_view->selectAll();
    m_view->copyColumn(User);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("bob\nanna\nanna"));
}

void tst_TableView::cellsAreCopiedAsOneLine()
{
    ConnectionChanges changes;
    changes.isReset = true;
    changes.opened << infoOf("1", "a\tb\nc", 1);
    m_model->apply(changes);
    m_view->selectAll();
    m_view->copyColumn(User);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("a b c"));
}

void tst_TableView::copiesNotTooMuch()
{
    ConnectionChanges changes;
    for (int i = 0; i < TableView::MaxCopiedRows + 10; ++i)
        changes.opened << infoOf("x" + QByteArray::number(i), "u", 0);
    m_model->apply(changes);
    QTRY_VERIFY(m_model->isUpToDate());
    m_view->selectAll();
    QCOMPARE(m_view->selectedRowCount(), TableView::MaxCopiedRows + 13);
    QSignalSpy noticed(m_view.get(), &TableView::noticed);
    m_view->copyColumn(User);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), TableView::MaxCopiedRows - 1);
    QVERIFY(noticed.last().first().toString().contains(QStringLiteral("first 5000 of 5013")));
}

void tst_TableView::selectionStaysWhenSorted()
{
    m_view->showRow(0);
    m_view->sortBy(User, false);
    QCOMPARE(m_view->selectedRows(), QList<int>{2});
    QCOMPARE(m_model->recordAt(2).info.sid, QByteArray("1"));
}

void tst_TableView::selectionIsSeen()
{
    const auto select = [this](int row) {
        m_view->selectionModel()->select(m_model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    /// Beside the text of a row's first cell.
    const auto colors = [this] {
        const QImage image = m_view->viewport()->grab().toImage();
        QList<QRgb> result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result << image.pixel(3, m_view->rowViewportPosition(row) + m_view->rowHeight(row) / 2);
        return result;
    };
    m_view->clearSelection();
    const QList<QRgb> before = colors();
    QCOMPARE(before[0], before[2]);
    QVERIFY(before[1] != before[0]); // rows alternate
    select(0);
    select(2);
    const QList<QRgb> after = colors();
    QVERIFY(after[0] != before[0]);
    QCOMPARE(after[2], after[0]);
    QCOMPARE(after[1], before[1]);
    m_model->sort(User); // anna, anna, bob: the second one of them was selected
    QCOMPARE(m_view->selectedRows(), (QList<int>{1, 2}));
    QCOMPARE(colors(), (QList<QRgb>{before[0], after[0], after[0]}));
}

void tst_TableView::columnsAreSeenWhereTheyAre()
{
    const auto inkOf = [this](int column) {
        const QRect cell = m_view->visualRect(m_model->index(0, column));
        const QImage image = m_view->viewport()->grab(cell).toImage();
        QSet<QRgb> colors;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                colors.insert(image.pixel(x, y));
        }
        return colors.size();
    };
    for (const int column : m_view->visibleColumns())
        m_view->setColumnShown(column, column == Sid || column == User);
    QVERIFY(inkOf(Sid) > 1 && inkOf(User) > 1);
    m_header->moveSection(m_header->visualIndex(User), 0);
    QVERIFY(m_view->columnViewportPosition(User) < m_view->columnViewportPosition(Sid));
    QVERIFY(inkOf(Sid) > 1 && inkOf(User) > 1);
    m_view->setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(m_view->columnViewportPosition(User) > m_view->columnViewportPosition(Sid));
    QVERIFY(inkOf(Sid) > 1 && inkOf(User) > 1);
}

void tst_TableView::isRestored()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_view->setColumnShown(Sid, false);
    m_header->moveSection(m_header->visualIndex(Queued), 0);
    m_header->resizeSection(User, 222);
    m_model->setSortKeys({{User, Qt::AscendingOrder}, {Queued, Qt::DescendingOrder}});
    const QList<int> columns = m_view->visibleColumns();
    m_view->saveState(settings);

    ConnectionsModel model;
    TableView other;
    other.setModel(&model);
    other.restoreState(settings);
    QCOMPARE(other.visibleColumns(), columns);
    QCOMPARE(other.columnWidth(User), 222);
    // A width that nobody chose is not kept: in another language the title is longer.
    QVERIFY(settings.value(QStringLiteral("columns")).toStringList().contains(u"queued=0"));
    QCOMPARE(model.sortKeys(), m_model->sortKeys());
    QVERIFY(!other.visibleColumns().contains(Sid));
}

void tst_TableView::restoresOnlyWhatItKnows()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("columns"),
                      QStringList{QStringLiteral("gone=10"), QStringLiteral("user=99999999"),
                                  QStringLiteral("user=50"), QStringLiteral("-sid=x"), QString()});
    settings.setValue(QStringLiteral("sort"),
                      QStringList{QStringLiteral("gone"), QStringLiteral("-idle"), QString()});
    m_view->restoreState(settings);
    QCOMPARE(m_view->columnWidth(User), 50);
    QVERIFY(!m_view->visibleColumns().contains(Sid));
    QVERIFY(m_view->visibleColumns().contains(Queued));
    QCOMPARE(m_model->sortKeys(), SortKeys({{int(ConnectionsModel::Idle), Qt::DescendingOrder}}));
    QSettings empty(directory.filePath(QStringLiteral("e.ini")), QSettings::IniFormat);
    m_view->restoreState(empty);
    QCOMPARE(m_model->sortKeys().size(), 1); // nothing was said
}

void tst_TableView::exportsByTheName()
{
    const QTemporaryDir directory;
    QSignalSpy exported(m_view.get(), &TableView::exported);
    QSignalSpy noticed(m_view.get(), &TableView::noticed);
    for (const int column : m_view->visibleColumns())
        m_view->setColumnShown(column, column == User);
    const auto read = [&](const char *name) {
        const QString path = directory.filePath(QString::fromLatin1(name));
        m_view->exportRowsTo(path);
        if (exported.isEmpty() && !exported.wait())
            return QByteArray("no export");
        exported.clear();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    };
    QCOMPARE(read("a.csv"), QByteArray("user\r\nbob\r\nanna\r\nanna\r\n"));
    QCOMPARE(read("a.JSON"),
             QByteArray("[\n{\"user\":\"bob\"},\n{\"user\":\"anna\"},\n{\"user\":\"anna\"}\n]\n"));
    QCOMPARE(noticed.count(), 2);
    QCOMPARE(noticed.last().last().toBool(), false);
}

void tst_TableView::saysWhatCouldNotBeWritten()
{
    QSignalSpy noticed(m_view.get(), &TableView::noticed);
    m_view->exportRowsTo(QStringLiteral("/no/such/folder/a.csv"));
    QCOMPARE(noticed.count(), 1);
    QCOMPARE(noticed.last().last().toBool(), true);
    QVERIFY(noticed.last().first().toString().startsWith(u"a.csv could not be written"));
}

QTEST_MAIN(tst_TableView)
#include "tst_tableview.moc"
