// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// As much of RFC 6455 as a client that trusts its server needs.
namespace Signalbox::Bench {

enum class Opcode : quint8 {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

/// A frame of the server's.
struct Frame
{
    bool final = true;
    Opcode opcode = Opcode::Text;
    QByteArrayView payload; ///< into the bytes that were read
    qsizetype size = 0; ///< of the whole frame
};

inline constexpr qsizetype MaxFramePayload = 4 * 1024 * 1024;

/// The frame at the beginning of \a bytes; nothing if it is not complete. Throws BenchFailure if it
/// is masked, uses a reserved bit, or is larger than MaxFramePayload.
std::optional<Frame> readFrame(QByteArrayView bytes);

/// Appends a final, masked frame.
void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload);

} // namespace Signalbox::Bench
