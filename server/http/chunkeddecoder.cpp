// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/chunkeddecoder.h"

#include "common/protocol/hexdigit.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

constexpr int MaxDigits = 16;
constexpr int MaxOverhead = 4 * 1024;

// RFC 9110, 5.6.2.
bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isText(char c)
{
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
}

} // namespace

ChunkedDecoder::ChunkedDecoder(qsizetype maxBody)
    : m_maxBody(maxBody)
{ }

QByteArray ChunkedDecoder::takeBody()
{
    return std::exchange(m_body, {});
}

ChunkedDecoder::State ChunkedDecoder::feed(QByteArrayView data)
{
    m_consumed = 0;
    while (m_state == State::NeedsMore && m_consumed < data.size()) {
        if (m_part == Part::Data) {
            const qsizetype taken = std::min<qsizetype>(m_left, data.size() - m_consumed);
            m_body += data.sliced(m_consumed, taken);
            m_consumed += taken;
            m_left -= taken;
            if (m_left == 0)
                m_part = Part::DataCr;
        } else {
            m_state = take(data[m_consumed]);
            ++m_consumed;
        }
    }
    return m_state;
}

ChunkedDecoder::State ChunkedDecoder::take(char c)
{
    // Goes on to \a next if c is what has to stand here.
    const auto expect = [&](char expected, Part next) {
        m_part = next;
        return c == expected ? State::NeedsMore : State::Malformed;
    };

    switch (m_part) {
    case Part::Size:
        return takeSize(c);
    case Part::Extension:
        if (c == '\r') {
            m_part = Part::SizeLf;
            return State::NeedsMore;
        }
        return isText(c) ? takeOverhead() : State::Malformed;
    case Part::SizeLf:
        m_digits = 0;
        return expect('\n', m_left == 0 ? Part::TrailerStart : Part::Data);
    case Part::DataCr:
        return expect('\r', Part::DataLf);
    case Part::DataLf:
        return expect('\n', Part::Size);
    case Part::TrailerStart:
        if (c == '\r') {
            m_part = Part::EndLf;
            return State::NeedsMore;
        }
        m_part = Part::TrailerName;
        return isTokenChar(c) ? takeOverhead() : State::Malformed;
    case Part::TrailerName:
        // That a trailer is a field keeps us from taking the next request for one.
        if (c == ':')
            m_part = Part::Trailer;
        else if (!isTokenChar(c))
            return State::Malformed;
        return takeOverhead();
    case Part::Trailer:
        if (c == '\r') {
            m_part = Part::TrailerLf;
            return State::NeedsMore;
        }
        return isText(c) ? takeOverhead() : State::Malformed;
    case Part::TrailerLf:
        return expect('\n', Part::TrailerStart);
    case Part::EndLf:
        return c == '\n' ? State::Done : State::Malformed;
    case Part::Data:
        break; // feed() takes these, many at a time
    }
    Q_UNREACHABLE();
    return State::Malformed;
}

ChunkedDecoder::State ChunkedDecoder::takeSize(char c)
{
    const int digit = hexValue(c);
    if (digit >= 0) {
        if (++m_digits > MaxDigits)
            return State::Malformed;
        // Refused before anything is stored for it, and before it can overflow.
        const qint64 room = m_maxBody - m_body.size();
        if (digit > room || m_left > (room - digit) / 16)
            return State::TooLarge;
        m_left = m_left * 16 + digit;
        return State::NeedsMore;
    }
    if (m_digits == 0)
        return State::Malformed;
    if (c == '\r') {
        m_part = Part::SizeLf;
        return State::NeedsMore;
    }
    m_part = Part::Extension;
    return c == ';' ? takeOverhead() : State::Malformed;
}

ChunkedDecoder::State ChunkedDecoder::takeOverhead()
{
    return ++m_overhead > MaxOverhead ? State::Malformed : State::NeedsMore;
}

} // namespace Signalbox
