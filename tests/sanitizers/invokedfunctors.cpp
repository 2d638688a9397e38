// SPDX-License-Identifier: GPL-3.0-or-later

// As threadsanitizer.cpp, of which it is a part: a call of a functor happened before the functor is
// destroyed. QMetaObject::invokeMethod() shares it with the event, and the last of the two destroys
// it: often the caller, when the receiver was quick. Their counter is inside Qt. What is replaced
// here is private to Qt and has changed since Qt 6.4.

#include <QMetaObject>
#include <QObject>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

/// Stands for the functor that was given.
class OrderedFunctor final : public QtPrivate::QSlotObjectBase
{
public:
    explicit OrderedFunctor(QtPrivate::QSlotObjectBase *functor)
        : QSlotObjectBase(&perform)
        , m_functor(functor)
    { }

private:
    static void perform(int operation, QSlotObjectBase *self, QObject *receiver, void **arguments,
                        bool *)
    {
        auto *ordered = static_cast<OrderedFunctor *>(self);
        if (operation == Call) {
            ordered->m_functor->call(receiver, arguments);
            __tsan_release(self);
        } else if (operation == Destroy) {
            __tsan_acquire(self);
            ordered->m_functor->destroyIfLastRef();
            delete ordered;
        }
    }

    QtPrivate::QSlotObjectBase *m_functor;
};

} // namespace

/// In place of Qt's.
bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot,
                                   Qt::ConnectionType type, void *result)
{
    using Function = bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static auto *const qt = reinterpret_cast<Function *>(
        dlsym(RTLD_NEXT,
              "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14"
              "ConnectionTypeEPv"));
    return qt(object, new OrderedFunctor(slot), type, result);
}
