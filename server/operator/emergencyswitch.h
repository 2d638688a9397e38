// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/eventhub.h"
#include "common/result.h"

#include <QDateTime>
#include <QString>

namespace Signalbox {

struct EmergencyState
{
    bool isTripped = false;
    QString reason;
    QDateTime since; ///< UTC; invalid if it was never changed
};

/// Keeps the state over restarts.
class EmergencyStore
{
public:
    virtual ~EmergencyStore() = default;

    /// The state that was saved; the normal one if none was.
    virtual Result<EmergencyState> load() = 0;
    /// When this returns without an error, the state outlasts a power failure.
    virtual Result<void> save(const EmergencyState &state) = 0;
};

/// The operator's emergency stop: while it is tripped, the hub takes no events.
///
/// Network thread.
class EmergencySwitch final
{
public:
    /// Both must outlive this.
    EmergencySwitch(EventHub &hub, EmergencyStore &store);

    /// Brings back what was saved. If that cannot be read, the switch is tripped, because it may
    /// have been, and the error says why.
    Result<void> restore();
    /// Takes effect in any case; Io says that a restart will not know of it.
    Result<void> set(bool isTripped, const QString &reason);
    [[nodiscard]] const EmergencyState &state() const { return m_state; }

private:
    void apply(const EmergencyState &state);

    EventHub &m_hub;
    EmergencyStore &m_store;
    EmergencyState m_state;
};

} // namespace Signalbox
