// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QSaveFile>
#include <QTimer>

namespace Signalbox {

/// Writes a file while the window stays alive, a slice of time after the other; then deletes
/// itself. The file is there whole or not at all.
class FileExport : public QObject
{
    Q_OBJECT

public:
    void start();

Q_SIGNALS:
    // One of them, once.
    void finished(qint64 entries);
    void failed(const QString &reason);

protected:
    FileExport(const QString &fileName, QObject *parent);

    [[nodiscard]] QSaveFile &file() { return m_file; }
    /// The file is open.
    virtual void begin() = 0;
    /// Writes until \a deadline or a little longer. True if all is written, or nothing more can be.
    virtual bool writeSome(QDeadlineTimer deadline) = 0;
    [[nodiscard]] virtual qint64 writtenEntries() const = 0;

private:
    void writeSlice();
    void fail();

    QSaveFile m_file;
    QTimer m_timer;
};

} // namespace Signalbox
