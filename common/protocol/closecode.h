// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Signalbox {

/// Close codes (RFC 6455, 7.4; 4000-4999 are ours) and what they mean to a client.
namespace CloseCode {
inline constexpr quint16 Normal = 1000;
inline constexpr quint16 ProtocolError = 1002;
inline constexpr quint16 Abnormal =
    1006; ///< never sent: the connection ended without a Close frame
inline constexpr quint16 PolicyViolation = 1008;
inline constexpr quint16 ServiceRestart = 1012; ///< draining: come back
inline constexpr quint16 TokenExpired = 4401; ///< come back with a new one
inline constexpr quint16 Forbidden = 4403; ///< revoked, or disconnected by an operator: stay away
inline constexpr quint16 SlowConsumer = 4408; ///< come back
inline constexpr quint16 Flooding = 4429; ///< come back
} // namespace CloseCode

} // namespace Signalbox
