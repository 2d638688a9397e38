// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace Signalbox {

class ConsoleApplication;
class View;

/// What an operator would have done before looking: something is selected, something is written.
namespace Poses {

void arrange(View &view);

struct DialogPose
{
    QString name;
    std::function<std::unique_ptr<QDialog>(ConsoleApplication &)> make;
};

/// Every dialog of the console, none shown.
[[nodiscard]] std::vector<DialogPose> dialogs();

} // namespace Poses

} // namespace Signalbox
