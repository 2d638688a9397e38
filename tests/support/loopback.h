// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Signalbox::Test {

/// A listening TCP socket on loopback that hands out plain descriptors.
class Loopback final
{
public:
    Loopback();
    ~Loopback();
    Q_DISABLE_COPY_MOVE(Loopback)

    [[nodiscard]] quint16 port() const { return m_port; }
    /// The next connection; the caller owns it. \a sendBuffer in bytes, 0 for the system's.
    [[nodiscard]] qintptr accept(int sendBuffer = 0);

private:
    int m_descriptor;
    quint16 m_port = 0;
};

} // namespace Signalbox::Test
