// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpreply.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Signalbox::Test {

/// A TCP client that does what a test says, byte by byte: reads only when it is meant to, ends one
/// side, or breaks the connection.
class RawClient final : public QObject
{
    Q_OBJECT

public:
    /// Connects to that port of 127.0.0.1. \a receiveBuffer in bytes, 0 for the system's.
    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient() override;

    /// Queues \a bytes and sends what the kernel takes now.
    void send(const QByteArray &bytes);
    /// Sends byte by byte, so that the peer reads each alone.
    void sendSingly(const QByteArray &bytes);
    [[nodiscard]] bool hasSentAll() const { return m_unsent.isEmpty(); }
    void setReading(bool reads);
    void endSending(); ///< FIN, but keeps reading
    void close();
    void reset(); ///< RST

    /// All that came and was not taken.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] QByteArray take() { return std::exchange(m_received, {}); }
    [[nodiscard]] qint64 receivedCount() const { return m_receivedCount; }
    /// The next whole response, waiting for it; status 0 if none comes.
    [[nodiscard]] HttpReply reply(bool hasBody = true);
    /// Sends and awaits.
    [[nodiscard]] HttpReply exchange(const QByteArray &request, bool hasBody = true);

    [[nodiscard]] quint16 localPort() const;
    [[nodiscard]] bool isEnded() const { return m_isEnded; } ///< the peer has sent FIN or RST
    [[nodiscard]] bool isReset() const { return m_isReset; } ///< it was RST

private:
    void handleReadable();
    void flush();

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier;
    QByteArray m_unsent;
    QByteArray m_received;
    qint64 m_receivedCount = 0;
    bool m_isEnded = false;
    bool m_isReset = false;
};

} // namespace Signalbox::Test
