// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Signalbox {

/// How well \a text fits \a pattern, whose letters must all be in it in their order, regardless of
/// case; the higher the better; 0: not at all. Letters that begin words or follow each other count
/// more. An empty pattern fits everything.
[[nodiscard]] int fuzzyScore(QStringView pattern, QStringView text);

} // namespace Signalbox
