// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// What a close code is called, for filters and files; empty if it has no name.
[[nodiscard]] QByteArray closeCodeKey(quint16 code);
/// The same for people, translated.
[[nodiscard]] QString closeCodeText(quint16 code);

} // namespace Signalbox
