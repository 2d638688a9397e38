// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/commands/operatorcommand.h"

/// `token issue` and `token inspect`; their help says what they do.
namespace Signalbox::TokenCommand {

OperatorCommand::Outcome issue(const OperatorCommand &command);
OperatorCommand::Outcome inspect(const OperatorCommand &command, QIODevice &input);

} // namespace Signalbox::TokenCommand
