// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QColor>
#include <QIcon>
#include <QString>

/// Event types by what they are about, so that an eye finds them: by colour, and by shape for
/// whoever does not see the colour.
namespace Signalbox::EventFamily {

enum class Family {
    Project,
    Agent,
    Workflow,
    PullRequest,
    Issue,
    Ai,
    Bot,
    Strategy,
    Other,
};
inline constexpr int FamilyCount = static_cast<int>(Family::Other) + 1;

/// By the part of \a type before its first `.`, `_`, `:` or `-`.
Family of(QByteArrayView type);
/// Translated, such as "Workflow".
QString name(Family family);
/// A text in it has a contrast of 4.5:1 at least against a table's background.
QColor color(Family family, bool isDark);
/// The family's shape in its colour, by the application's palette.
QIcon icon(Family family);

} // namespace Signalbox::EventFamily
