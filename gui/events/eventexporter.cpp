// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventexporter.h"

#include "gui/events/eventtext.h"

#include <QElapsedTimer>

#include <utility>

namespace Signalbox {

namespace {

constexpr qint64 SliceMs = 15;

} // namespace

EventExporter::EventExporter(const QString &path, Format format, QList<ObservedEvent> events,
                             QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_format(format)
    , m_events(std::move(events))
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &EventExporter::writeSlice);
}

EventExporter::Format EventExporter::formatOf(const QString &path)
{
    return path.endsWith(u".csv", Qt::CaseInsensitive) ? Format::Csv : Format::JsonLines;
}

void EventExporter::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(m_file.errorString());
        return;
    }
    if (m_format == Format::Csv)
        m_file.write(EventText::csvHeader());
    m_timer.start();
}

void EventExporter::writeSlice()
{
    QElapsedTimer clock;
    clock.start();
    while (m_next < m_events.size() && clock.elapsed() < SliceMs) {
        const ObservedEvent &event = m_events.at(m_next);
        m_file.write(m_format == Format::Csv ? EventText::toCsvLine(event)
                                             : EventText::toJsonLine(event));
        ++m_next;
    }
    if (m_file.error() != QFileDevice::NoError)
        finish(m_file.errorString());
    else if (m_next == m_events.size())
        finish(m_file.commit() ? QString() : m_file.errorString());
}

void EventExporter::finish(const QString &error)
{
    m_timer.stop();
    Q_EMIT finished(m_file.fileName(), m_next, error);
    deleteLater();
}

} // namespace Signalbox
