// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the commands say to `--help`; that of a server is helpText().
namespace Signalbox::CommandHelp {

QString token(const QString &program);
QString checkConfig(const QString &program);

} // namespace Signalbox::CommandHelp
