// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/usertext.h"

#include "gui/theme/theme.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::UserText)
};

} // namespace

QString userText(const QByteArray &user)
{
    return user.isEmpty() ? Text::tr("anonymous") : QString::fromUtf8(user);
}

QVariant userDecoration(const QByteArray &user, int role)
{
    if (!user.isEmpty())
        return {};
    if (role == Qt::DisplayRole)
        return userText(user);
    if (role == Qt::ForegroundRole)
        return Theme::color(Theme::Role::Muted);
    return {};
}

} // namespace Signalbox
