// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace Signalbox {

/// Makes the application speak the user's language while it exists, if we have that.
class Translation final
{
public:
    Translation();

private:
    QTranslator m_translator; ///< takes itself away when destroyed
};

} // namespace Signalbox
