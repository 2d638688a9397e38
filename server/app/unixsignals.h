// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <csignal>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace Signalbox {

/// Turns SIGTERM, SIGINT and SIGHUP into Qt signals, and has SIGPIPE ignored. The handlers write a
/// byte into a pipe that the event loop reads, so that it does not matter which thread the system
/// picks to run them (unlike signalfd, which needs the signals blocked in every thread).
///
/// Lives on the main thread, or another one with an event loop. One per process at a time; the
/// former dispositions come back with its end.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

    /// False if the system has no pipe left: then the signals do what they did before.
    [[nodiscard]] bool isListening() const { return m_notifier != nullptr; }

Q_SIGNALS:
    /// SIGTERM or SIGINT, every time it comes: who asks twice does not want to wait.
    void terminateRequested(int signal);
    /// SIGHUP.
    void reloadRequested();

private:
    void handleReadable();

    static constexpr std::array handled{SIGTERM, SIGINT, SIGHUP};

    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, handled.size()> m_previous{};
    struct sigaction m_previousPipe = {};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Signalbox
