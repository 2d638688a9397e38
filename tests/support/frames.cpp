// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/frames.h"

#include <QtEndian>

namespace Signalbox::Test {

int ReceivedFrame::closeCode() const
{
    if (opcode != 8 || payload.size() < 2)
        return -1;
    return qFromBigEndian<quint16>(payload.constData());
}

QList<ReceivedFrame> takeFrames(QByteArray &bytes)
{
    QList<ReceivedFrame> frames;
    qsizetype start = 0;
    for (;;) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(start);
        if (rest.size() < 2)
            break;
        qsizetype header = 2;
        quint64 length = uchar(rest[1]) & 0x7f;
        if (length == 126) {
            header = 4;
            if (rest.size() < header)
                break;
            length = qFromBigEndian<quint16>(rest.data() + 2);
        } else if (length == 127) {
            header = 10;
            if (rest.size() < header)
                break;
            length = qFromBigEndian<quint64>(rest.data() + 2);
        }
        if (quint64(rest.size() - header) < length)
            break;
        frames.append({rest[0] & 0x0f, (rest[0] & 0x80) != 0, (rest[1] & 0x80) != 0,
                       rest.sliced(header, qsizetype(length)).toByteArray()});
        start += header + qsizetype(length);
    }
    bytes.remove(0, start);
    return frames;
}

QByteArray ClientFrame::encode() const
{
    const quint64 length = declaredLength.value_or(quint64(payload.size()));
    const char maskBit = isMasked ? char(0x80) : char(0);
    QByteArray bytes;
    bytes.append(char((isFinal ? 0x80 : 0) | opcode));
    if (length < 126) {
        bytes.append(char(maskBit | char(length)));
    } else if (length <= 0xffff) {
        bytes.append(char(maskBit | 126));
        bytes.append(2, '\0');
        qToBigEndian(quint16(length), bytes.data() + 2);
    } else {
        bytes.append(char(maskBit | 127));
        bytes.append(8, '\0');
        qToBigEndian(length, bytes.data() + 2);
    }
    if (!isMasked)
        return bytes + payload;
    const QByteArray mask = QByteArrayLiteral("\x37\xfa\x21\x3d");
    bytes += mask;
    const qsizetype start = bytes.size();
    bytes += payload;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[start + i] = char(bytes[start + i] ^ mask[i % 4]);
    return bytes;
}

} // namespace Signalbox::Test
