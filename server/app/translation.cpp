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
    const auto finds = [this](const QLocale &wanted) {
        return m_translator.load(wanted, QStringLiteral("signalbox"), QStringLiteral("_"),
                                 QStringLiteral(":/i18n"));
    };
    // The sources are English but for their plurals: what a language that is not there falls back
    // to is a translation, too.
    if (finds(locale) || finds(QLocale(QLocale::English)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace Signalbox
