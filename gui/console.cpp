// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/console.h"

#include <utility>

namespace Signalbox {

void Console::setReadOnly(bool readOnly)
{
    if (std::exchange(m_isReadOnly, readOnly) != readOnly)
        Q_EMIT readOnlyChanged(readOnly);
}

void Console::setShowsUtc(bool utc)
{
    if (std::exchange(m_showsUtc, utc) != utc)
        Q_EMIT showsUtcChanged(utc);
}

} // namespace Signalbox
