// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/emergencyswitch.h"

namespace Signalbox {

EmergencySwitch::EmergencySwitch(EventHub &hub, EmergencyStore &store)
    : m_hub(hub)
    , m_store(store)
{ }

Result<void> EmergencySwitch::restore()
{
    const Result<EmergencyState> saved = m_store.load();
    if (saved) {
        apply(*saved);
        return {};
    }
    apply({true, QStringLiteral("The state before the restart could not be read"),
           QDateTime::currentDateTimeUtc()});
    return tl::unexpected<Error>(saved.error());
}

Result<void> EmergencySwitch::set(bool isTripped, const QString &reason)
{
    apply({isTripped, reason, QDateTime::currentDateTimeUtc()});
    return m_store.save(m_state);
}

void EmergencySwitch::apply(const EmergencyState &state)
{
    m_state = state;
    m_hub.setEmergency(state.isTripped, state.reason);
}

} // namespace Signalbox
