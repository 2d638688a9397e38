// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// The objects `{"_placeholder":true,"num":N}` that stand in a Socket.IO payload for its binary
/// parts.
namespace Signalbox::SocketIo {

/// True if every placeholder in \a payload, at any depth, has as its `num` a plain integer below
/// \a attachments. Placeholders are recognised as the public parsers do it: by a member
/// `_placeholder` that is `true`, whatever other members there are. \a payload was checked before.
/// Linear.
bool placeholdersAreValid(QByteArrayView payload, int attachments);

/// A placeholder's `num`, if \a number is a plain integer from 0 to \a attachments - 1.
std::optional<int> placeholderIndex(QByteArrayView number, int attachments);

QByteArray placeholder(qsizetype index);

} // namespace Signalbox::SocketIo
