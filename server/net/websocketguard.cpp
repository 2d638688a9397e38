// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/websocketguard.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr quint16 ProtocolError = 1002;
constexpr quint16 PolicyViolated = 1008;
constexpr quint16 TooMuchData = 1009;

// RFC 6455, 5.2.
constexpr int Fin = 0x80;
constexpr int ReservedBits = 0x70;
constexpr int Opcode = 0x0f;
constexpr int Masked = 0x80;
constexpr int Length = 0x7f;
constexpr int Continuation = 0x0;
constexpr int Text = 0x1;
constexpr int Binary = 0x2;
constexpr int Close = 0x8;
constexpr int Pong = 0xa;
constexpr int MaxControlPayload = 125;
constexpr int MaskSize = 4;

bool isControl(int opcode)
{
    return opcode >= Close;
}

} // namespace

WebSocketGuard::WebSocketGuard(qint64 maxMessage, int maxFragments)
    : m_maxMessage(maxMessage)
    , m_maxFragments(maxFragments)
{ }

quint16 WebSocketGuard::inspect(QByteArrayView bytes)
{
    while (m_refused == 0 && !bytes.isEmpty()) {
        if (m_left > 0) {
            const qint64 passed = std::min<qint64>(m_left, bytes.size());
            m_left -= passed;
            bytes = bytes.sliced(passed);
            continue;
        }
        m_header[m_headerSize++] = static_cast<unsigned char>(bytes.front());
        bytes = bytes.sliced(1);
        m_refused = m_headerSize == 1 ? inspectFirst(m_header[0]) : inspectLength();
    }
    return m_refused;
}

quint16 WebSocketGuard::inspectFirst(unsigned char byte)
{
    if ((byte & ReservedBits) != 0) // we agree on no extension
        return ProtocolError;
    const bool isFinal = (byte & Fin) != 0;
    const int opcode = byte & Opcode;
    if (isControl(opcode))
        return opcode <= Pong && isFinal ? 0 : ProtocolError;
    switch (opcode) {
    case Continuation:
        if (!m_isFragmented)
            return ProtocolError;
        break;
    case Text:
    case Binary:
        if (m_isFragmented)
            return ProtocolError;
        m_message = 0;
        m_fragments = 0;
        break;
    default:
        return ProtocolError;
    }
    m_isFragmented = !isFinal;
    return ++m_fragments > m_maxFragments ? PolicyViolated : 0;
}

// After every byte of the header from the second on, so that nothing has to come that is refused
// anyway.
quint16 WebSocketGuard::inspectLength()
{
    const int length = m_header[1] & Length;
    const bool isControlFrame = isControl(m_header[0] & Opcode);
    if (m_headerSize == 2) {
        if ((m_header[1] & Masked) == 0)
            return ProtocolError;
        if (isControlFrame && length > MaxControlPayload)
            return ProtocolError;
    }
    const int headerSize = length == 127 ? 10 : length == 126 ? 4 : 2;
    if (m_headerSize < headerSize)
        return 0;

    quint64 payload = headerSize == 2 ? quint64(length) : 0;
    for (int i = 2; i < headerSize; ++i)
        payload = payload << 8 | m_header[i];
    if (payload >> 63 != 0 || (length == 126 && payload < 126)
        || (length == 127 && payload <= 0xffff))
        return ProtocolError;
    if (!isControlFrame) {
        if (payload > quint64(m_maxMessage - m_message))
            return TooMuchData;
        m_message += qint64(payload);
    }
    m_left = qint64(payload) + MaskSize;
    m_headerSize = 0;
    return 0;
}

} // namespace Signalbox
