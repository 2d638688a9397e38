// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/screenshots/studio.h"

#include "gui/consoleapplication.h"
#include "gui/mainwindow.h"
#include "gui/view.h"
#include "tests/gui/screenshots/poses.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSet>

namespace Signalbox {

namespace {

/// For a view to get its data and draw it.
constexpr int SettleMs = 700;
constexpr int DialogMs = 200;

void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}

/// "ConnectionsView" is "connections".
QString nameOf(const View &view)
{
    QString name = QString::fromLatin1(view.metaObject()->className());
    name = name.section(QStringLiteral("::"), -1).toLower();
    if (name.endsWith(u"view"))
        name.chop(4);
    return name;
}

} // namespace

Studio::Studio(ConsoleApplication &application, const QDir &folder)
    : m_application(application)
    , m_folder(folder)
{ }

void Studio::takeAll(const QString &theme, const QString &language)
{
    MainWindow &window = *m_application.window();
    const QString suffix =
        QStringLiteral("-%1-%2-%3")
            .arg(theme, QString::number(qRound(window.devicePixelRatioF() * 100)), language);
    const int count = int(window.views().size());
    for (int i = 0; i < count; ++i) {
        window.showView(i);
        settle(SettleMs);
        Poses::arrange(*window.views().at(i));
        settle(SettleMs);
        take(window, nameOf(*window.views().at(i)) + suffix);
    }
    for (const Poses::DialogPose &pose : Poses::dialogs()) {
        const std::unique_ptr<QDialog> dialog = pose.make(m_application);
        dialog->show();
        settle(DialogMs);
        take(*dialog, QStringLiteral("dialog-") + pose.name + suffix);
    }
}

void Studio::take(QWidget &widget, const QString &name)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QByteArray pixels = QByteArray::fromRawData(
        reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    const QByteArray hash = QCryptographicHash::hash(pixels, QCryptographicHash::Sha256);
    if (isBlank(image))
        m_complaints.append(QStringLiteral("%1 is blank").arg(name));
    else if (m_seen.contains(hash))
        m_complaints.append(
            QStringLiteral("%1 is the same picture as %2").arg(name, m_seen.value(hash)));
    m_seen.insert(hash, name);
    const QString path = m_folder.filePath(name + QStringLiteral(".png"));
    if (!image.save(path))
        m_complaints.append(QStringLiteral("%1 cannot be written").arg(path));
}

/// A view that drew nothing has the colours of the window around it, and little else.
bool Studio::isBlank(const QImage &image)
{
    // In a window: right of the sidebar, between banner and status bar.
    const QRect area = image.rect().adjusted(image.width() / 4, image.height() / 10,
                                             -image.width() / 50, -image.height() / 10);
    QSet<QRgb> colors;
    int different = 0;
    const QRgb background = image.pixel(area.topLeft());
    for (int y = area.top(); y < area.bottom(); y += 2) {
        for (int x = area.left(); x < area.right(); x += 2) {
            const QRgb pixel = image.pixel(x, y);
            colors.insert(pixel);
            different += pixel != background ? 1 : 0;
        }
    }
    return colors.size() < 8 || different < 500;
}

} // namespace Signalbox
