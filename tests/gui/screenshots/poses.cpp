// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenshots/poses.h"

#include "gui/connections/connectionactions.h"
#include "gui/connections/sendeventdialog.h"
#include "gui/console.h"
#include "gui/consoleapplication.h"
#include "gui/dialogs/aboutdialog.h"
#include "gui/dialogs/closedialog.h"
#include "gui/dialogs/commandpalette.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/emergencydialog.h"
#include "gui/dialogs/portinusedialog.h"
#include "gui/dialogs/shortcutsdialog.h"
#include "gui/mainwindow.h"
#include "gui/tokens/decodetokendialog.h"
#include "gui/tokens/issuetokendialog.h"
#include "gui/tokens/statictokendialog.h"
#include "gui/view.h"
#include "gui/windowactions.h"

#include <QAbstractItemView>

namespace Signalbox::Poses {

namespace {

constexpr int Row = 3; // not the first: it may be special
const QString Room = QStringLiteral("workflow:market-watch");
const QByteArray Event =
    R"({"type":"workflow.progress","data":{"workflow_id":"market-watch","progress":40,)"
    R"("current_step":"Fetch candles","message":"Page 4 of 10"}})";

QModelIndex rowToSelect(const QAbstractItemModel &model)
{
    const QModelIndexList rooms = model.match(model.index(0, 0), Qt::DisplayRole, Room, 1,
                                              Qt::MatchExactly | Qt::MatchRecursive);
    if (!rooms.isEmpty())
        return rooms.first();
    return model.index(std::min(Row, model.rowCount() - 1), 0);
}

HubOperator &operatorOf(const ConsoleApplication &console)
{
    return console.window()->currentView()->console().hubOperator();
}

} // namespace

void arrange(View &view)
{
    for (QAbstractItemView *rows : view.findChildren<QAbstractItemView *>()) {
        if (!rows->isVisible() || !rows->model() || rows->model()->rowCount() == 0)
            continue;
        if (const QModelIndex row = rowToSelect(*rows->model()); row.isValid()) {
            rows->setCurrentIndex(row);
            rows->scrollTo(row);
        }
        return;
    }
    if (view.inherits("Signalbox::PublishView"))
        view.console().composeEvent(Event);
}

std::vector<DialogPose> dialogs()
{
    using Dialog = std::unique_ptr<QDialog>;
    return {
        {QStringLiteral("about"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<AboutDialog>(QStringLiteral("1.0"), console.window());
         }},
        {QStringLiteral("close"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<CloseDialog>(24, true, console.window());
         }},
        {QStringLiteral("confirm"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<ConfirmDialog>(
                 ConnectionActions::tr("Disconnect"),
                 ConnectionActions::tr("Disconnect %n client(s)? They are told not to come back.",
                                       nullptr, 2),
                 QStringList{QStringLiteral("anna"), QStringLiteral("bert")},
                 ConnectionActions::tr("Disconnect"), console.window());
         }},
        {QStringLiteral("decodetoken"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<DecodeTokenDialog>(operatorOf(console), console.window());
         }},
        {QStringLiteral("emergency"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<EmergencyDialog>(24, console.window());
         }},
        {QStringLiteral("issuetoken"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<IssueTokenDialog>(operatorOf(console), console.window());
         }},
        {QStringLiteral("palette"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<CommandPalette>(console.window()->actions()->all(),
                                                     console.window());
         }},
        {QStringLiteral("portinuse"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<PortInUseDialog>(
                 8001, QStringLiteral("127.0.0.1:8001: Address already in use"), 0,
                 console.window());
         }},
        {QStringLiteral("sendevent"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<SendEventDialog>(QStringLiteral("anna"), console.window());
         }},
        {QStringLiteral("shortcuts"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<ShortcutsDialog>(console.window()->actions()->all(),
                                                      console.window());
         }},
        {QStringLiteral("statictoken"),
         [](ConsoleApplication &console) -> Dialog {
             return std::make_unique<StaticTokenDialog>(console.window());
         }},
    };
}

} // namespace Signalbox::Poses
