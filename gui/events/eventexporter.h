// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"
#include "common/result.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

namespace Signalbox {

/// Writes events into a file, in slices; the file is there when all of it is. Deletes itself when
/// it is done.
class EventExporter final : public QObject
{
    Q_OBJECT

public:
    enum class Format { JsonLines, Csv };

    EventExporter(const QString &path, Format format, QList<ObservedEvent> events, QObject *parent);

    /// CSV for `.csv`, else JSON Lines.
    [[nodiscard]] static Format formatOf(const QString &path);
    void start();

Q_SIGNALS:
    /// Once. \a error is empty if all \a events are in the file.
    void finished(const QString &path, qsizetype events, const QString &error);

private:
    void writeSlice();
    void finish(const QString &error);

    QSaveFile m_file;
    Format m_format;
    QList<ObservedEvent> m_events;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace Signalbox
