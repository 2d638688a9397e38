// SPDX-License-Identifier: GPL-3.0-or-later

// Part of every program that is built with ThreadSanitizer, and of no other: tells it what it
// cannot see, because the Qt of a distribution is not instrumented. A queued call is an event that
// one thread makes and another one is handed; Qt orders the two with a QMutex, which is atomics and
// a futex inside its own library. To ThreadSanitizer nothing orders them, so that whatever a slot
// touches would be a race.
//
// Each order that Qt keeps is told here one by one, from one act to the one that waits for it, and
// nothing beyond: races of our own stay seen. tsan_seededrace.cpp checks that.

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <condition_variable>
#include <mutex>
#include <unordered_set>

// Events: what a thread did before it allocated one happened before it is delivered.

namespace {

/// No event of Qt or of ours is larger.
constexpr size_t MaxEventSize = 256;

/// Called by Qt, in the thread of the receiver, before an event is handed to it.
bool handleEventNotified(void **receiverEventResult)
{
    __tsan_acquire(receiverEventResult[1]);
    return false; // the event is not taken
}

const bool isRegistered =
    QInternal::registerCallback(QInternal::EventNotifyCallback, handleEventNotified);

} // namespace

/// Called by ThreadSanitizer after every allocation; must not allocate. Any small block could be an
/// event. Only those that turn out to be events are ever asked about.
extern "C" void __sanitizer_malloc_hook(const volatile void *block, size_t size)
{
    if (size >= sizeof(QEvent) && size <= MaxEventSize)
        __tsan_release(const_cast<void *>(block));
}

// Threads: all that one did happened before QThread::wait() returns.

namespace {

template <typename Function>
Function *functionOfQt(const char *mangledName)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, mangledName));
}

/// The threads that run, or are about to be gone: one that QThread calls finished is not yet.
class RunningThreads final
{
public:
    static RunningThreads &instance()
    {
        static auto *const threads = new RunningThreads; // threads may outlive main()
        return *threads;
    }
    /// The calling thread is \a thread, until it ends.
    static void noteStarted(QThread *thread)
    {
        struct Note
        {
            explicit Note(QThread *noted)
                : thread(noted)
            {
                const std::lock_guard lock(instance().m_mutex);
                instance().m_threads.insert(thread);
            }
            ~Note()
            {
                const std::lock_guard lock(instance().m_mutex);
                instance().m_threads.erase(thread);
                instance().m_ended.notify_all();
            }
            QThread *thread;
        };
        thread_local const Note note(thread);
    }
    void awaitEnd(QThread *thread)
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [&] { return !m_threads.contains(thread); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::unordered_set<QThread *> m_threads;
};

} // namespace

/// In place of Qt's.
void QThread::start(Priority priority)
{
    using Function = void(QThread *, Priority);
    static auto *const qt = functionOfQt<Function>("_ZN7QThread5startENS_8PriorityE");
    connect(
        this, &QThread::started, this, [this] { RunningThreads::noteStarted(this); },
        Qt::DirectConnection);
    qt(this, priority);
}

/// In place of Qt's.
bool QThread::wait(QDeadlineTimer deadline)
{
    using Function = bool(QThread *, QDeadlineTimer);
    static auto *const qt = functionOfQt<Function>("_ZN7QThread4waitE14QDeadlineTimer");
    if (!qt(this, deadline))
        return false;
    RunningThreads::instance().awaitEnd(this);
    return true;
}

/// Options: what TSAN_OPTIONS can still change.
extern "C" const char *__tsan_default_options()
{
    return "exitcode=66:die_after_fork=0:second_deadlock_stack=1:history_size=4:suppressions=" //
        SIGNALBOX_TSAN_SUPPRESSIONS;
}
