// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QByteArray>
#include <QDir>
#include <QHash>

namespace Signalbox {

class ConsoleApplication;
class View;

/// Takes pictures of every view and dialog, and says what is wrong with one: blank, or the same as
/// another.
class Studio final
{
public:
    Studio(ConsoleApplication &application, const QDir &folder);

    /// All views and dialogs in the theme and the language that are set.
    void takeAll(const QString &theme, const QString &language);
    [[nodiscard]] int taken() const { return int(m_seen.size()); }
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    void take(QWidget &widget, const QString &name);
    [[nodiscard]] static bool isBlank(const QImage &image);

    ConsoleApplication &m_application;
    QDir m_folder;
    QHash<QByteArray, QString> m_seen; ///< hash of the pixels to name
    QStringList m_complaints;
};

} // namespace Signalbox
