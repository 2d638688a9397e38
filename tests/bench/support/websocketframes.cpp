// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/support/websocketframes.h"

#include "tests/bench/support/benchfailure.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace Signalbox::Bench {

std::optional<Frame> readFrame(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto first = static_cast<quint8>(bytes[0]);
    const auto second = static_cast<quint8>(bytes[1]);
    if (first & 0x70)
        throw BenchFailure(QStringLiteral("the server sent a frame with a reserved bit set"));
    if (second & 0x80)
        throw BenchFailure(QStringLiteral("the server sent a masked frame"));
    qsizetype header = 2;
    quint64 length = second & 0x7f;
    if (length == 126) {
        header = 4;
        if (bytes.size() < header)
            return std::nullopt;
        length = qFromBigEndian<quint16>(bytes.data() + 2);
    } else if (length == 127) {
        header = 10;
        if (bytes.size() < header)
            return std::nullopt;
        length = qFromBigEndian<quint64>(bytes.data() + 2);
    }
    if (length > static_cast<quint64>(MaxFramePayload))
        throw BenchFailure(QStringLiteral("the server sent a frame of %1 bytes").arg(length));
    const qsizetype size = header + static_cast<qsizetype>(length);
    if (bytes.size() < size)
        return std::nullopt;
    return Frame{(first & 0x80) != 0, static_cast<Opcode>(first & 0x0f),
                 bytes.sliced(header, static_cast<qsizetype>(length)), size};
}

void appendFrame(QByteArray &out, Opcode opcode, QByteArrayView payload)
{
    out += static_cast<char>(0x80 | static_cast<int>(opcode));
    if (payload.size() < 126) {
        out += static_cast<char>(0x80 | payload.size());
    } else if (payload.size() > 0xffff) {
        std::array<char, 8> length;
        qToBigEndian(static_cast<quint64>(payload.size()), length.data());
        out += static_cast<char>(0x80 | 127);
        out.append(length.data(), 8);
    } else {
        out += static_cast<char>(0x80 | 126);
        out += static_cast<char>(payload.size() >> 8);
        out += static_cast<char>(payload.size() & 0xff);
    }
    std::array<char, 4> mask;
    qToBigEndian(QRandomGenerator::global()->generate(), mask.data());
    out.append(mask.data(), 4);
    for (qsizetype i = 0; i < payload.size(); ++i)
        out += static_cast<char>(payload[i] ^ mask[static_cast<size_t>(i & 3)]);
}

} // namespace Signalbox::Bench
