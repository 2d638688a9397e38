// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"
#include "gui/theme/theme.h"

namespace Signalbox {

/// How a tone looks: never by colour alone.
namespace Tone {

QIcon icon(Console::Tone tone);
ThemeRole role(Console::Tone tone);
ThemeRole surface(Console::Tone tone);
QString name(Console::Tone tone); ///< "Error", for who cannot see the icon

} // namespace Tone

} // namespace Signalbox
