// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generator/benchoptions.h"
#include "tests/bench/generator/benchsession.h"
#include "tests/bench/scenarios/broadcastbenchmark.h"
#include "tests/bench/scenarios/connectbenchmark.h"
#include "tests/bench/scenarios/cyclebenchmark.h"
#include "tests/bench/scenarios/idlebenchmark.h"
#include "tests/bench/scenarios/ingestbenchmark.h"
#include "tests/bench/scenarios/slowbenchmark.h"
#include "tests/bench/support/benchfailure.h"
#include "tests/bench/support/descriptorlimit.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace Signalbox;
using namespace Signalbox::Bench;

bool measure(const BenchOptions &options)
{
    constexpr int OwnDescriptors = 128; // standard streams, epoll, HTTP connections
    raiseDescriptorLimit(options.clients + options.connections + options.slowReaders
                         + OwnDescriptors);
    BenchSession session(options);
    switch (options.subcommand) {
    case Subcommand::Cycle:
        return CycleBenchmark(session).run();
    case Subcommand::Broadcast:
        return BroadcastBenchmark(session).run();
    case Subcommand::Ingest:
        return IngestBenchmark(session).run();
    case Subcommand::Connect:
        return ConnectBenchmark(session).run();
    case Subcommand::Slow:
        return SlowBenchmark(session).run();
    case Subcommand::Idle:
        return IdleBenchmark(session).run();
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox-bench"));

    const Result<BenchOptions> options = parseBenchOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "signalbox-bench: %s (see --help)\n",
                     options.error().message.toLocal8Bit().constData());
        return 2;
    }
    if (options->helpWanted) {
        std::fputs(options->helpText.toLocal8Bit().constData(), stdout);
        return 0;
    }
    try {
        return measure(*options) ? 0 : 1;
    } catch (const BenchFailure &failure) {
        std::fprintf(stderr, "signalbox-bench: %s\n", failure.what());
        return 1;
    }
}
