// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace Signalbox {

/// What a person reads for a connection's user: a word where there is none.
QString userText(const QByteArray &user);
/// What the cell of a user looks like, where that is not merely its text.
QVariant userDecoration(const QByteArray &user, int role);

} // namespace Signalbox
