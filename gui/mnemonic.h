// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Signalbox {

/// An action's \a text where it has no key of its own: "&Export…" is "Export…", "A && B" is "A &
/// B", and of "导出(&E)…", as Chinese has it, the key goes together with its parentheses.
[[nodiscard]] QString withoutMnemonic(QString text);

/// The reverse: what strangers have written, as a part of an action's text. In one line, no longer
/// than a menu can be wide, and its ampersands give nothing a key.
[[nodiscard]] QString asActionText(const QString &text);

} // namespace Signalbox
