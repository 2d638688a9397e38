// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"
#include "gui/filter/filter.h"

namespace Signalbox {

/// What can be asked of events: `type room user id recipients size text time`.
FilterSchema eventSchema();

/// An event, as a filter sees it. \a observed must outlive it.
class EventFields final : public FieldSource
{
public:
    enum Field { Type, Room, User, Id, Recipients, Size, Text, Time };

    explicit EventFields(const ObservedEvent &observed)
        : m_observed(observed)
    { }

    [[nodiscard]] FieldValue value(int field) const override;

private:
    const ObservedEvent &m_observed;
    mutable QByteArray m_id; ///< written when asked for
};

} // namespace Signalbox
