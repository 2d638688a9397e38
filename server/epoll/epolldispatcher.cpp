// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/epoll/epolldispatcher.h"

#include "server/epoll/epolltimers.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <limits>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Signalbox {

namespace {

constexpr int BatchSize = 256; // 3 KiB of stack; epoll takes turns when more are ready
constexpr quint64 WakeKey = std::numeric_limits<quint64>::max();

struct Kind
{
    QSocketNotifier::Type type;
    quint32 wanted; ///< what to ask epoll for
    quint32 wakes; ///< what the notifier has to hear of: errors and hang-ups concern all
};

constexpr std::array<Kind, 3> Kinds{{
    {QSocketNotifier::Read, EPOLLIN, EPOLLIN | EPOLLHUP | EPOLLERR},
    {QSocketNotifier::Write, EPOLLOUT, EPOLLOUT | EPOLLHUP | EPOLLERR},
    {QSocketNotifier::Exception, EPOLLPRI, EPOLLPRI | EPOLLHUP | EPOLLERR},
}};

} // namespace

/// Who waits for what, by descriptor. An event that epoll reports names a descriptor and the
/// generation that it had when it was last registered; whatever was registered since (for a
/// descriptor that was closed and reused, say) has another, and that event is not for it.
class EpollDispatcher::Descriptors final
{
public:
    Descriptors()
        : m_epoll(epoll_create1(EPOLL_CLOEXEC))
    {
        if (m_epoll < 0)
            qFatal("EpollDispatcher: epoll_create1 failed, errno %d", errno);
    }
    ~Descriptors() { close(m_epoll); }
    Q_DISABLE_COPY_MOVE(Descriptors)

    void watchWake(int fd)
    {
        m_wake = fd;
        control(EPOLL_CTL_ADD, fd, EPOLLIN, WakeKey);
    }

    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);
    /// The notifier that an event with this key is for; null if there is none any more.
    [[nodiscard]] QSocketNotifier *notifier(quint64 key, QSocketNotifier::Type type) const
    {
        return isCurrent(key) ? m_entries[fdOf(key)].notifiers[type] : nullptr;
    }
    int wait(epoll_event *events, int size, int timeout);

private:
    struct Entry
    {
        std::array<QSocketNotifier *, 3> notifiers{}; ///< by QSocketNotifier::Type
        quint32 generation = 0;

        [[nodiscard]] quint32 wanted() const
        {
            quint32 events = 0;
            for (const Kind &kind : Kinds)
                events |= notifiers[kind.type] ? kind.wanted : 0;
            return events;
        }
    };

    static size_t fdOf(quint64 key) { return key & 0xffffffff; }
    static quint64 keyOf(int fd, quint32 generation)
    {
        return quint64(generation) << 32 | quint32(fd);
    }

    [[nodiscard]] bool isCurrent(quint64 key) const
    {
        const size_t fd = fdOf(key);
        return fd < m_entries.size() && m_entries[fd].generation == key >> 32
            && m_entries[fd].wanted() != 0;
    }

    int control(int operation, int fd, quint32 events, quint64 key)
    {
        epoll_event event{};
        event.events = events;
        event.data.u64 = key;
        return epoll_ctl(m_epoll, operation, fd, &event) == 0 ? 0 : errno;
    }

    void rebuild();

    int m_epoll;
    int m_wake = -1;
    quint32 m_generation = 0;
    std::vector<Entry> m_entries; ///< by descriptor: the kernel hands out the smallest free one
};

void EpollDispatcher::Descriptors::add(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    if (fd < 0) {
        qWarning("EpollDispatcher: a notifier without a descriptor");
        return;
    }
    if (size_t(fd) >= m_entries.size())
        m_entries.resize(std::max(size_t(fd) + 1, m_entries.size() * 2));
    Entry &entry = m_entries[fd];
    const bool wasWatched = entry.wanted() != 0;
    const QSocketNotifier *replaced = entry.notifiers[notifier->type()];
    entry.notifiers[notifier->type()] = notifier;
    entry.generation = ++m_generation;
    const quint64 key = keyOf(fd, entry.generation);

    int error = wasWatched ? control(EPOLL_CTL_MOD, fd, entry.wanted(), key) : ENOENT;
    if (error == 0 && replaced && replaced != notifier)
        qWarning("EpollDispatcher: two notifiers of one type for descriptor %d", fd);
    if (error == ENOENT) {
        // A file that epoll does not know: if we thought it does, then this descriptor was closed
        // and reused, and who waited for the old file must not hear of the new one.
        entry.notifiers = {};
        entry.notifiers[notifier->type()] = notifier;
        error = control(EPOLL_CTL_ADD, fd, entry.wanted(), key);
        if (error == EEXIST) // duplicated, closed, unregistered, and duplicated back
            error = control(EPOLL_CTL_MOD, fd, entry.wanted(), key);
    }
    if (error != 0) {
        entry.notifiers[notifier->type()] = nullptr;
        qWarning("EpollDispatcher: cannot watch descriptor %d, errno %d", fd, error);
    }
}

void EpollDispatcher::Descriptors::remove(QSocketNotifier *notifier)
{
    const auto fd = size_t(notifier->socket());
    if (fd >= m_entries.size() || m_entries[fd].notifiers[notifier->type()] != notifier)
        return; // replaced, see add()
    Entry &entry = m_entries[fd];
    entry.notifiers[notifier->type()] = nullptr;
    // Failure means that the descriptor is closed, and that epoll has forgotten it anyway.
    const quint32 wanted = entry.wanted();
    control(wanted != 0 ? EPOLL_CTL_MOD : EPOLL_CTL_DEL, int(fd), wanted,
            keyOf(int(fd), entry.generation));
}

int EpollDispatcher::Descriptors::wait(epoll_event *events, int size, int timeout)
{
    const int count = epoll_wait(m_epoll, events, size, timeout);
    if (count < 0) {
        if (errno != EINTR)
            qFatal("EpollDispatcher: epoll_wait failed, errno %d", errno);
        return 0;
    }
    const bool isHaunted = std::any_of(events, events + count, [this](const epoll_event &event) {
        return event.data.u64 != WakeKey && !isCurrent(event.data.u64);
    });
    if (isHaunted)
        rebuild();
    return count;
}

// An event for nobody, before anything of its batch was delivered: a descriptor was closed while a
// duplicate of it was open elsewhere (in a child process, say). Its registration lives on, cannot
// be removed without that descriptor, and would keep the loop spinning.
void EpollDispatcher::Descriptors::rebuild()
{
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    if (epoll < 0)
        return; // spinning is still better than deaf; the next turn tries again
    close(m_epoll);
    m_epoll = epoll;
    watchWake(m_wake);
    for (size_t fd = 0; fd < m_entries.size(); ++fd) {
        const Entry &entry = m_entries[fd];
        if (entry.wanted() != 0)
            control(EPOLL_CTL_ADD, int(fd), entry.wanted(), keyOf(int(fd), entry.generation));
    }
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_descriptors(std::make_unique<Descriptors>())
    , m_timers(std::make_unique<EpollTimers>())
    , m_wake(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_wake < 0)
        qFatal("EpollDispatcher: eventfd failed, errno %d", errno);
    m_descriptors->watchWake(m_wake);
}

EpollDispatcher::~EpollDispatcher()
{
    close(m_wake);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false);
    const quint32 waits = m_waits;
    QCoreApplication::sendPostedEvents();

    // A loop nested in a posted event may have swallowed a wake-up or an interrupt meant for us.
    const bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && m_waits == waits
        && !m_interrupted.load() && m_state.load() != State::Woken;
    if (mayBlock)
        Q_EMIT aboutToBlock();
    if (m_interrupted.load()) {
        if (mayBlock)
            Q_EMIT awake();
        return false;
    }

    // Woken stays until after the wait: whatever was posted before, or during the above, or by a
    // slot of aboutToBlock(), keeps us from blocking. What is posted later finds Blocking, and
    // writes.
    State expected = State::Running;
    const bool blocks = mayBlock && m_state.compare_exchange_strong(expected, State::Blocking);
    const bool hasTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    std::array<epoll_event, BatchSize> events;
    const int timeout = !blocks ? 0 : hasTimers ? m_timers->timeout() : -1;
    const int count = poll(events.data(), BatchSize, flags, timeout);
    const quint32 wait = ++m_waits;
    const bool wasWoken = m_state.exchange(State::Running) == State::Woken;
    if (mayBlock)
        Q_EMIT awake();

    // What woke us belongs to this turn: the next one would deliver it only to block again at once.
    if (wasWoken)
        QCoreApplication::sendPostedEvents();
    int delivered = deliver(events.data(), count, wait);
    if (hasTimers)
        delivered += m_timers->fire();
    return wasWoken || delivered > 0;
}

int EpollDispatcher::poll(epoll_event *events, int size, QEventLoop::ProcessEventsFlags flags,
                          int timeout)
{
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        return m_descriptors->wait(events, size, timeout);
    // epoll would return at once for a socket that is ready, and the loop would spin.
    pollfd wake{m_wake, POLLIN, 0};
    if (::poll(&wake, 1, timeout) <= 0)
        return 0;
    events[0].events = EPOLLIN;
    events[0].data.u64 = WakeKey;
    return 1;
}

int EpollDispatcher::deliver(const epoll_event *events, int count, quint32 wait)
{
    int delivered = 0;
    // Once a nested loop has waited, the rest of this batch is old; what of it still holds will be
    // reported again.
    for (int i = 0; i < count && m_waits == wait; ++i) {
        const epoll_event &event = events[i];
        if (event.data.u64 == WakeKey) {
            quint64 value = 0;
            [[maybe_unused]] const auto size = read(m_wake, &value, sizeof value);
            continue;
        }
        for (const Kind &kind : Kinds) {
            if ((event.events & kind.wakes) == 0 || m_waits != wait)
                continue;
            QSocketNotifier *notifier = m_descriptors->notifier(event.data.u64, kind.type);
            if (!notifier)
                continue;
            QEvent activation(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &activation);
            ++delivered;
        }
    }
    return delivered;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier && notifier->thread() == thread());
    m_descriptors->add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier);
    m_descriptors->remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    Q_ASSERT(timerId > 0 && interval >= 0 && object && object->thread() == thread());
    m_timers->add(timerId, std::chrono::milliseconds(interval), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers->remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers->removeAll(object);
}

QList<EpollDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers->list(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    return m_timers->remaining(timerId);
}

void EpollDispatcher::wakeUp()
{
    if (m_state.exchange(State::Woken) != State::Blocking)
        return;
    const quint64 one = 1;
    [[maybe_unused]] const auto size = write(m_wake, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

} // namespace Signalbox
