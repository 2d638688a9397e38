// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/operator/emergencyswitch.h"

namespace Signalbox {

/// The emergency state in the data folder: `emergency.json`, for our own user only, replaced as a
/// whole.
class EmergencyFile final : public EmergencyStore
{
public:
    /// The folder need not be there yet: save() makes it.
    explicit EmergencyFile(QString dataFolder);

    /// Io if the file is there and cannot be read, Configuration if it does not hold a state.
    Result<EmergencyState> load() override;
    Result<void> save(const EmergencyState &state) override;

private:
    QString m_folder;
};

} // namespace Signalbox
