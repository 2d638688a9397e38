// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/fieldvalue.h"
#include "gui/filter/filterschema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace Signalbox {

/// Writes values for people, in their language and the default locale.
class CellFormat
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CellFormat)

public:
    [[nodiscard]] static QString text(const FieldValue &value, FieldKind kind, bool utc);
    /// All of it, where text() tells the outline.
    [[nodiscard]] static QString fullText(const FieldValue &value, FieldKind kind, bool utc);
    /// For files and other programs: numbers plain, times in UTC as ISO 8601 has them, the texts of
    /// a list with a blank between.
    [[nodiscard]] static QByteArray rawText(const FieldValue &value, FieldKind kind);

    [[nodiscard]] static QString time(const QDateTime &time, bool utc); ///< date unless today
    [[nodiscard]] static QString longTime(); ///< as long as time() may become
    [[nodiscard]] static QString fullTime(const QDateTime &time, bool utc);
};

} // namespace Signalbox
