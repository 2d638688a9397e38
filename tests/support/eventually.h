// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/epoll/epolldispatcher.h"

#include <QCoreApplication>
#include <QTest>

#include <chrono>
#include <functional>

namespace Signalbox::Test {

/// Runs the event loop until \a isTrue is, and no longer; false if it does not become so. Unlike
/// QTRY_VERIFY it looks after every turn, so that a test can have thousands of steps.
[[nodiscard]] bool eventually(const std::function<bool()> &isTrue,
                              std::chrono::milliseconds patience = std::chrono::seconds(30));
/// Runs what is due now, and what follows from that.
void settle();

} // namespace Signalbox::Test

#define EVENTUALLY(condition)                                                                      \
    QVERIFY2(::Signalbox::Test::eventually([&] { return bool(condition); }), #condition)

#define EVENTUALLY_EQUAL(actual, expected)                                                         \
    do {                                                                                           \
        (void)::Signalbox::Test::eventually([&] { return (actual) == (expected); });               \
        QCOMPARE(actual, expected);                                                                \
    } while (false)

/// A test's main() on the network thread's event dispatcher.
#define SIGNALBOX_EPOLL_TEST_MAIN(TestClass)                                                       \
    int main(int argc, char **argv)                                                                \
    {                                                                                              \
        QCoreApplication::setEventDispatcher(new ::Signalbox::EpollDispatcher);                    \
        QCoreApplication application(argc, argv);                                                  \
        TestClass test;                                                                            \
        QTEST_SET_MAIN_SOURCE_PATH                                                                 \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
