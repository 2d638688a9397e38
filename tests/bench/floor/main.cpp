// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor/floorserver.h"
#include "tests/bench/support/benchfailure.h"
#include "tests/bench/support/descriptorlimit.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char *argv[])
{
    const bool port = argc == 3 && std::strcmp(argv[1], "--port") == 0;
    if (argc != 1 && !port) {
        std::fputs("usage: signalbox-bench-floor [--port N]\n", stderr);
        return 2;
    }
    try {
        Signalbox::Bench::raiseDescriptorLimitFully();
        Signalbox::Bench::FloorServer server;
        const int bound = server.listen(port ? static_cast<quint16>(std::atoi(argv[2])) : 0);
        std::printf("floor listening on http://127.0.0.1:%d\n", bound);
        std::fflush(stdout);
        server.run();
    } catch (const Signalbox::Bench::BenchFailure &failure) {
        std::fprintf(stderr, "signalbox-bench-floor: %s\n", failure.what());
        return 1;
    }
}
