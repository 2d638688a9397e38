// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/fileexport.h"

#include "gui/slice.h"

namespace Signalbox {

FileExport::FileExport(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_file(fileName)
{
    m_timer.setInterval(1); // not 0: what is shown goes first
    connect(&m_timer, &QTimer::timeout, this, &FileExport::writeSlice);
}

void FileExport::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        fail();
        return;
    }
    begin();
    m_timer.start();
}

void FileExport::writeSlice()
{
    if (!writeSome(QDeadlineTimer(SliceMs)) && m_file.error() == QFileDevice::NoError)
        return;
    m_timer.stop();
    if (m_file.error() != QFileDevice::NoError || !m_file.commit()) {
        fail();
    } else {
        Q_EMIT finished(writtenEntries());
        deleteLater();
    }
}

void FileExport::fail()
{
    Q_EMIT failed(m_file.errorString());
    deleteLater();
}

} // namespace Signalbox
