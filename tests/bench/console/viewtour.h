// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Signalbox {

class ConsoleApplication;

namespace Bench {

/// Opens those views of a console that watch most, one after the other, again and again, and uses
/// each as an operator would.
class ViewTour final : public QObject
{
    Q_OBJECT

public:
    /// \a console must outlive this. Each view is shown for \a stay.
    ViewTour(ConsoleApplication &console, std::chrono::milliseconds stay,
             QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// The view of that class will be shown.
    void opening(const QByteArray &className);

private:
    void openNext();
    void selectRow();

    ConsoleApplication &m_console;
    QTimer m_next;
    QTimer m_select;
    size_t m_stop = 0;
};

} // namespace Bench

} // namespace Signalbox
