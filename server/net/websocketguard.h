// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Signalbox {

/// Looks at the bytes of a client's WebSocket frames before QWebSocket sees them, and finds what
/// that lets pass: unmasked frames (RFC 6455, 5.1), messages over the limit (declared or in sum, so
/// that nothing is buffered for them), and endless trains of fragments.
///
/// Keeps no payload; 56 bytes of state. Linear, however the bytes are split.
class WebSocketGuard final
{
public:
    explicit WebSocketGuard(qint64 maxMessage, int maxFragments = 1024);

    /// 0 if \a bytes may pass, else the close code: 1002 for an unmasked frame, a reserved bit or
    /// opcode, a fragmented or oversized control frame, a length not in its shortest form or with
    /// its top bit set, a continuation of nothing or a new message within one; 1009 for a message
    /// over the limit; 1008 for too many fragments (control frames between them do not count, empty
    /// ones do). Once refused, always refused.
    [[nodiscard]] quint16 inspect(QByteArrayView bytes);

private:
    [[nodiscard]] quint16 inspectFirst(unsigned char byte);
    [[nodiscard]] quint16 inspectLength();

    qint64 m_maxMessage;
    qint64 m_left = 0; ///< payload and mask bytes of the current frame still to come
    qint64 m_message = 0; ///< payload bytes of the current message so far
    int m_maxFragments;
    int m_fragments = 0;
    quint16 m_refused = 0;
    unsigned char m_header[10] = {}; ///< without the mask
    quint8 m_headerSize = 0;
    bool m_isFragmented = false; ///< a message has begun that has not ended
};

} // namespace Signalbox
