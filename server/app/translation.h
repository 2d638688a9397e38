// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace Signalbox {

/// Makes the application speak the user's language while it exists, if we have that.
class Translation final
{
public:
    Translation();
    /// Speaks that of \a locale instead. Texts that were asked for before stay as they are.
    void load(const QLocale &locale);

private:
    QTranslator m_translator; ///< takes itself away when destroyed
};

} // namespace Signalbox
