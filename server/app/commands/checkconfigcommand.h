// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/commands/operatorcommand.h"

/// `check-config`; its help says what it does.
namespace Signalbox::CheckConfigCommand {

OperatorCommand::Outcome run(const OperatorCommand &command);

} // namespace Signalbox::CheckConfigCommand
