// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/translation.h"

#include <QCoreApplication>
#include <QLocale>

namespace Signalbox {

Translation::Translation()
{
    load(QLocale());
}

void Translation::load(const QLocale &locale)
{
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(locale, QStringLiteral("signalbox"), QStringLiteral("_"),
                          QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace Signalbox
