// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/commands/operatorcommand.h"

/// `token list` and `token revoke`: what the running server knows of tokens, or the file that it
/// left; their help says which.
namespace Signalbox::TokenRegistryCommand {

OperatorCommand::Outcome list(const OperatorCommand &command);
OperatorCommand::Outcome revoke(const OperatorCommand &command);

} // namespace Signalbox::TokenRegistryCommand
