// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"
#include "gui/tables/fileexport.h"

namespace Signalbox {

/// Writes events to a file: CSV for `.csv`, else JSON Lines.
class EventExport final : public FileExport
{
    Q_OBJECT

public:
    EventExport(QList<ObservedEvent> events, const QString &fileName, QObject *parent);

private:
    void begin() override;
    bool writeSome(QDeadlineTimer deadline) override;
    [[nodiscard]] qint64 writtenEntries() const override { return m_next; }

    const QList<ObservedEvent> m_events;
    const bool m_isCsv;
    qsizetype m_next = 0;
};

} // namespace Signalbox
