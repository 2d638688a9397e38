// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>

namespace Signalbox {

Language::Language(Loader loader, QObject *parent)
    : QObject(parent)
    , m_loader(std::move(loader))
{ }

QList<Language::Entry> Language::available()
{
    static const QList<Entry> Known{
        {QStringLiteral("en"), QStringLiteral("English")},
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {QStringLiteral("es"), QStringLiteral("Español")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    QList<Entry> result{{QString(), tr("System")}};
    for (const Entry &entry : Known) {
        if (entry.code == u"en"
            || QFile::exists(QStringLiteral(":/i18n/signalbox_%1.qm").arg(entry.code)))
            result.append(entry);
    }
    return result;
}

void Language::set(const QString &code)
{
    if (code == m_code)
        return;
    m_code = code;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    m_loader(locale);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    Q_EMIT changed();
}

} // namespace Signalbox
