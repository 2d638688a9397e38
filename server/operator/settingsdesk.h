// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

namespace Signalbox {

/// The options of the server as an operator sees them, and where those are changed that can be.
///
/// Main thread.
class SettingsDesk
{
public:
    [[nodiscard]] virtual QList<Setting> settings() const = 0;
    /// As HubOperator::change().
    virtual Result<void> change(const QByteArray &name, const QString &value) = 0;

protected:
    ~SettingsDesk() = default;
};

} // namespace Signalbox
