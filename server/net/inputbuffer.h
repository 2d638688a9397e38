// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox {

/// Bytes that were received and are read as a QIODevice is read. Empty, it holds no memory: an idle
/// connection keeps no buffer.
class InputBuffer final
{
public:
    [[nodiscard]] qsizetype size() const { return m_bytes.size() - m_start; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] bool hasLine() const { return m_bytes.indexOf('\n', m_start) >= 0; }

    void append(QByteArrayView bytes);
    void assign(QByteArray bytes);
    /// All that is left, and leaves nothing.
    [[nodiscard]] QByteArray take();
    void clear() { assign({}); }

    // As readData(), readLineData() and skipData() of QIODevice: at most so many bytes, how many.
    qint64 read(char *data, qint64 maxSize);
    qint64 readLine(char *data, qint64 maxSize);
    qint64 skip(qint64 maxSize);

private:
    QByteArray m_bytes;
    qsizetype m_start = 0; ///< what is before was read
};

} // namespace Signalbox
