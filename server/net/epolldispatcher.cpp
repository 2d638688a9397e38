// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/epolldispatcher.h"

#include <QCoreApplication>
#include <QHash>
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

using Clock = std::chrono::steady_clock;

constexpr int BatchSize = 256; // 3 KiB of stack; epoll takes turns when more are ready
constexpr quint64 WakeKey = std::numeric_limits<quint64>::max();
constexpr std::chrono::milliseconds MaxInterval = std::chrono::hours(24 * 365 * 100);

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

/// Timers in a binary heap by due time. One that is being delivered is out of the heap until its
/// object is done with it, so that a nested loop can neither deliver it again nor trip over it.
class EpollDispatcher::Timers final
{
public:
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAll(const QObject *object);
    [[nodiscard]] QList<TimerInfo> list(const QObject *object) const;
    [[nodiscard]] int remaining(int id) const;
    /// Milliseconds until the first is due, rounded up; -1 if there is none.
    [[nodiscard]] int timeout() const;
    /// Delivers what is due by now, each timer once, none that was added meanwhile; how many.
    int fire();

private:
    struct Timer
    {
        Clock::time_point due;
        quint64 order = 0; ///< of insertion: among equals the older goes first
        std::chrono::milliseconds interval{};
        QObject *object = nullptr;
        Qt::TimerType type = Qt::CoarseTimer;
        int id = 0;
        qsizetype place = -1; ///< in the heap
    };

    static int roundedUp(Clock::duration duration)
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(duration).count();
        return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
    }

    [[nodiscard]] bool isBefore(int slot, int other) const
    {
        const Timer &a = m_slots[slot];
        const Timer &b = m_slots[other];
        return a.due != b.due ? a.due < b.due : a.order < b.order;
    }
    void put(qsizetype place, int slot)
    {
        m_heap[place] = slot;
        m_slots[slot].place = place;
    }
    void siftUp(qsizetype place);
    void siftDown(qsizetype place);
    void push(int slot);
    void take(int slot);
    void release(int slot);

    std::vector<Timer> m_slots; ///< never shrinks: it is as large as there ever were timers
    std::vector<int> m_free;
    std::vector<int> m_heap; ///< of slots
    QHash<int, int> m_slotById;
    quint64 m_order = 0;
};

void EpollDispatcher::Timers::siftUp(qsizetype place)
{
    const int slot = m_heap[place];
    while (place > 0) {
        const qsizetype parent = (place - 1) / 2;
        if (!isBefore(slot, m_heap[parent]))
            break;
        put(place, m_heap[parent]);
        place = parent;
    }
    put(place, slot);
}

void EpollDispatcher::Timers::siftDown(qsizetype place)
{
    const int slot = m_heap[place];
    const auto size = qsizetype(m_heap.size());
    while (true) {
        qsizetype child = 2 * place + 1;
        if (child >= size)
            break;
        if (child + 1 < size && isBefore(m_heap[child + 1], m_heap[child]))
            ++child;
        if (!isBefore(m_heap[child], slot))
            break;
        put(place, m_heap[child]);
        place = child;
    }
    put(place, slot);
}

void EpollDispatcher::Timers::push(int slot)
{
    m_slots[slot].order = ++m_order;
    m_heap.push_back(slot);
    siftUp(qsizetype(m_heap.size()) - 1);
}

void EpollDispatcher::Timers::take(int slot)
{
    const qsizetype place = std::exchange(m_slots[slot].place, -1);
    if (place < 0)
        return;
    const int last = m_heap.back();
    m_heap.pop_back();
    if (last == slot)
        return;
    put(place, last);
    siftUp(place);
    siftDown(m_slots[last].place);
}

void EpollDispatcher::Timers::release(int slot)
{
    take(slot);
    m_slotById.remove(m_slots[slot].id);
    m_slots[slot] = {};
    m_free.push_back(slot);
}

void EpollDispatcher::Timers::add(int id, std::chrono::milliseconds interval, Qt::TimerType type,
                                  QObject *object)
{
    remove(id);
    int slot = int(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    Timer &timer = m_slots[slot];
    timer.id = id;
    timer.interval = std::min(interval, MaxInterval);
    timer.type = type;
    timer.object = object;
    timer.due = Clock::now() + timer.interval;
    m_slotById.insert(id, slot);
    push(slot);
}

bool EpollDispatcher::Timers::remove(int id)
{
    const auto it = m_slotById.constFind(id);
    if (it == m_slotById.cend())
        return false;
    release(*it);
    return true;
}

bool EpollDispatcher::Timers::removeAll(const QObject *object)
{
    bool hasAny = false;
    for (int slot = 0; slot < int(m_slots.size()); ++slot) {
        if (m_slots[slot].object == object) {
            release(slot);
            hasAny = true;
        }
    }
    return hasAny;
}

QList<EpollDispatcher::TimerInfo> EpollDispatcher::Timers::list(const QObject *object) const
{
    QList<TimerInfo> result;
    for (const Timer &timer : m_slots) {
        if (timer.object == object)
            result.append(TimerInfo(timer.id, int(timer.interval.count()), timer.type));
    }
    return result;
}

int EpollDispatcher::Timers::remaining(int id) const
{
    const auto it = m_slotById.constFind(id);
    return it == m_slotById.cend() ? -1 : roundedUp(m_slots[*it].due - Clock::now());
}

int EpollDispatcher::Timers::timeout() const
{
    return m_heap.empty() ? -1 : roundedUp(m_slots[m_heap.front()].due - Clock::now());
}

int EpollDispatcher::Timers::fire()
{
    if (m_heap.empty())
        return 0;
    int fired = 0;
    const Clock::time_point now = Clock::now();
    // What is added from here on is not due before now, and has a higher order: it comes last.
    const quint64 lastOrder = m_order;
    while (!m_heap.empty()) {
        const int slot = m_heap.front();
        Timer &timer = m_slots[slot];
        if (timer.due > now || timer.order > lastOrder)
            break;
        take(slot);
        // In phase, but what was missed is missed: no burst after a stall.
        timer.due += timer.interval;
        if (timer.due < now)
            timer.due = now + timer.interval;
        const int id = timer.id;
        const quint64 order = timer.order;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++fired;
        // Still the same registration? Its order is unique while it is out of the heap.
        if (m_slots[slot].id == id && m_slots[slot].order == order && m_slots[slot].place < 0)
            push(slot);
    }
    return fired;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_descriptors(std::make_unique<Descriptors>())
    , m_timers(std::make_unique<Timers>())
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
