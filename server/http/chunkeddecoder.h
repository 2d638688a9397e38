// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox {

/// Decodes a chunked request body (RFC 9112, 7.1), strictly: a size is 1-16 hexadecimal digits,
/// CRLF where CRLF belongs, chunk extensions and trailers at most 4 KiB in all and ignored. Stores
/// only what has come, never what is announced. Linear in what it is fed, however it is split.
///
/// For one body: make another for the next.
class ChunkedDecoder final
{
public:
    explicit ChunkedDecoder(qsizetype maxBody);

    enum class State { NeedsMore, Done, Malformed, TooLarge };

    /// Takes bytes from \a data, whose first consumed() bytes belonged to the body; what is left is
    /// the next request. TooLarge as soon as a chunk's size says that the body will be.
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
        TrailerName,
        Trailer,
        TrailerLf,
        EndLf,
    };

    State take(char c);
    State takeSize(char c);
    State takeOverhead();

    qsizetype m_maxBody;
    QByteArray m_body;
    State m_state = State::NeedsMore;
    Part m_part = Part::Size;
    qint64 m_left = 0; ///< of the chunk
    int m_digits = 0;
    int m_overhead = 0;
    qsizetype m_consumed = 0;
};

} // namespace Signalbox
