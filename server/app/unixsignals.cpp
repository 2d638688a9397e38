// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/unixsignals.h"

#include <QPointer>
#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Signalbox {

namespace {

// All that a signal handler can get at.
std::atomic<int> signalWriter = -1;
std::atomic<int> activeHandlers = 0;
static_assert(std::atomic<int>::is_always_lock_free, "signal handlers must not wait for a lock");

extern "C" void handleUnixSignal(int number)
{
    const int savedErrno = errno;
    ++activeHandlers;
    const int writer = signalWriter.load();
    const auto byte = static_cast<unsigned char>(number);
    // A full pipe holds thousands of signals already: one more would say nothing new.
    if (writer >= 0) [[maybe_unused]]
        const ssize_t written = ::write(writer, &byte, 1);
    --activeHandlers;
    errno = savedErrno;
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigemptyset(&ignore.sa_mask);
    ::sigaction(SIGPIPE, &ignore, &m_previousPipe);

    Q_ASSERT(signalWriter.load() < 0);
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::handleReadable);
    signalWriter.store(m_pipe[1]);

    struct sigaction action = {};
    action.sa_handler = handleUnixSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigset_t unblocked;
    sigemptyset(&unblocked);
    for (std::size_t i = 0; i < handled.size(); ++i) {
        ::sigaction(handled[i], &action, &m_previous[i]);
        sigaddset(&unblocked, handled[i]);
    }
    // Whoever started us may have had them blocked, and that is inherited.
    ::pthread_sigmask(SIG_UNBLOCK, &unblocked, nullptr);
}

UnixSignals::~UnixSignals()
{
    if (m_notifier) {
        for (std::size_t i = 0; i < handled.size(); ++i)
            ::sigaction(handled[i], &m_previous[i], nullptr);
        signalWriter.store(-1);
        // A handler on another thread may have taken the descriptor just before; once it is closed,
        // its number may belong to a client.
        while (activeHandlers.load() > 0)
            ::usleep(100);
        delete m_notifier;
        ::close(m_pipe[0]);
        ::close(m_pipe[1]);
    }
    ::sigaction(SIGPIPE, &m_previousPipe, nullptr);
}

void UnixSignals::handleReadable()
{
    // Whoever hears of one may end us.
    const QPointer<UnixSignals> self(this);
    unsigned char number = 0;
    while (self && ::read(m_pipe[0], &number, 1) == 1) {
        if (number == SIGHUP)
            Q_EMIT reloadRequested();
        else
            Q_EMIT terminateRequested(number);
    }
}

} // namespace Signalbox
