// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Signalbox {

/// Decodes a chunked request body (RFC 9112, 7.1), strictly: a size is 1-16 hexadecimal digits, CRLF
/// where CRLF belongs, chunk extensions and trailers at most 4 KiB in all and ignored.
class ChunkedDecoder final
{
public:
    explicit ChunkedDecoder(qsizetype maxBody);

    enum class State { NeedsMore, Done, Malformed, TooLarge };

    State feed(QByteArrayView data);
    [[nodiscard]] qsizetype consumed() const { return m_consumed; } ///< of the last feed()
    [[nodiscard]] QByteArray takeBody(); ///< when Done

private:
    enum class Part {
        Size,
        Extension,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        Trailer,
        TrailerLf,
        EndLf,
        End,
    };

    qsizetype m_maxBody;
    QByteArray m_body;
    Part m_part = Part::Size;
    qint64 m_left = 0;
    int m_digits = 0;
    int m_overhead = 0;
    qsizetype m_consumed = 0;
};

} // namespace Signalbox
