// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mnemonic.h"

#include <QRegularExpression>

namespace Signalbox {

QString withoutMnemonic(QString text)
{
    static const QRegularExpression inParentheses(QStringLiteral("\\(&[A-Za-z0-9]\\)"));
    text.remove(inParentheses);
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(u'&');
    text.replace(u'\x01', u'&');
    return text;
}

QString asActionText(const QString &text)
{
    constexpr qsizetype MaxLength = 60;
    QString line = text.left(2 * MaxLength).simplified(); // a tab would set off a shortcut
    if (line.size() > MaxLength)
        line = line.left(MaxLength - 1) + u'…';
    return line.replace(u'&', QStringLiteral("&&"));
}

} // namespace Signalbox
