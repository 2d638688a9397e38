// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Signalbox::Test {

/// A WebSocket frame as it came from the server.
struct ReceivedFrame
{
    int opcode = 0;
    bool isFinal = false;
    bool isMasked = false;
    QByteArray payload;

    [[nodiscard]] int closeCode() const; ///< of a Close frame; -1 if it has none
};

/// Takes all whole frames off the front of \a bytes.
QList<ReceivedFrame> takeFrames(QByteArray &bytes);

struct ClientFrame
{
    int opcode = 1;
    QByteArray payload;
    bool isFinal = true;
    bool isMasked = true;
    std::optional<quint64> declaredLength; ///< instead of the true one

    [[nodiscard]] QByteArray encode() const;
};

} // namespace Signalbox::Test
