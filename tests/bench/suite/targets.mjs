// SPDX-License-Identifier: GPL-3.0-or-later
// What Signalbox is to reach, as ratios in one run where another server is the measure.
import { median } from './statistics.mjs';

/**
 * Every target whose cells were measured: {title, target, values, met}. A ratio is taken of the two
 * runs of one repetition, so that what slows the machine down slows both.
 */
export function judge(results, scale) {
    const verdicts = [];
    const figures = (scenario, cell, server, key) =>
        (results[scenario]?.[cell]?.[server] ?? []).map((run) => (run.figures ? key(run.figures) : undefined));
    const add = (title, target, met, values, typical = median) => {
        const known = values.filter((value) => Number.isFinite(value));
        if (known.length > 0)
            verdicts.push({ title, target, values: known, met: met(typical(known)) });
    };
    const paired = (left, right) => left.map((value, i) => value / right[i]);
    const atMost = (title, limit, values) => add(title, `<= ${limit}`, (value) => value <= limit, values);
    const atLeast = (title, limit, values) => add(title, `>= ${limit}`, (value) => value >= limit, values);

    const perDelivery = (run) => run.server_cpu_us_per_delivery;
    for (const window of [1, 8]) {
        const at = (server, clients) => figures('broadcast', `w${window}-${clients}`, server, perDelivery);
        const ours = at('signalbox', 1000);
        const compare = (server, name, limit) =>
            atMost(`CPU per delivery, W=${window}, 1000 clients: ratio to ${name}`, limit, paired(ours, at(server, 1000)));
        compare('floor', 'the floor', 1.1);
        compare('socketio', 'Node socket.io', 0.1);
        compare('python', 'python-socketio', 0.02);
        for (const clients of scale.clients.filter((n) => n !== 1000)) {
            atMost(
                `CPU per delivery, W=${window}, ${clients} clients: ratio to 1000 clients`,
                1.5,
                paired(at('signalbox', clients), ours),
            );
        }
    }

    const perEvent = (run) => run.server_cpu_us_per_event;
    const growth = (server) =>
        paired(figures('rooms', 'rooms-many', server, perEvent), figures('rooms', 'rooms-few', server, perEvent));
    const many = `CPU per publication to a room of 10: ${scale.roomsClients} clients to 10 clients`;
    atMost(many, 1.25, growth('signalbox'));
    // What caches that are too small for so many sockets cost everyone.
    atMost(`${many}, relative to the floor's`, 1.25, paired(growth('signalbox'), growth('floor')));

    const memory = figures('idle', 'idle', 'signalbox', (run) => run.rss_per_client_bytes / 1024);
    atMost('RSS per idle client in 20 rooms, KiB', 10, memory);
    atMost('RSS per idle client in 20 rooms, KiB: then', 8, memory);
    atMost(
        '% of a core per 1000 heartbeating clients',
        1,
        figures('idle', 'idle', 'signalbox', (run) => (run.idle_core_percent / run.clients) * 1000),
    );

    const p99 = (server) => figures('latency', 'latency', server, (run) => run.latency_p99_ms);
    atMost('p99 latency at 100 events/s, ms', 5, p99('signalbox'));
    atMost('p99 latency at 100 events/s: ratio to Node socket.io', 1, paired(p99('signalbox'), p99('socketio')));

    const rate = (run) => run.events_per_second;
    atLeast('events/s by POST, one each', 20_000, figures('ingest', 'batch-1', 'signalbox', rate));
    atLeast('events/s by POST, batches of 100', 200_000, figures('ingest', 'batch-100', 'signalbox', rate));

    const perCpuSecond = (run) => run.connections_per_cpu_second;
    atLeast(
        'connections per CPU second: ratio to Node socket.io',
        10,
        paired(
            figures('connect', 'connect', 'signalbox', perCpuSecond),
            figures('connect', 'connect', 'socketio', perCpuSecond),
        ),
    );

    // A queue of 1 MiB for each slow reader by default, and as much again for what a chunk, a frame and
    // the allocator add.
    atMost(
        'RSS growth for each client that stopped reading, MiB',
        2,
        figures('slow', 'slow', 'signalbox', (run) => run.rss_growth_per_slow_reader_bytes / 2 ** 20),
    );
    add(
        'clients that stopped reading and were closed',
        `= ${scale.slowReaders}`,
        (value) => value === scale.slowReaders,
        figures('slow', 'slow', 'signalbox', (run) => run.slow_closed),
    );

    // Never is in no run. Everything else is judged by its median.
    const ofConsole = (server, key) => figures('console', 'console', server, (run) => run[key]);
    const withoutMain = 'server_cpu_us_per_delivery_without_main_thread';
    atMost(
        "Server's CPU per delivery: console open to closed",
        1.05,
        paired(ofConsole('console', withoutMain), ofConsole('closed', withoutMain)),
    );
    add(
        "longest block of the console's event loop, ms (in every run)",
        '< 100',
        (longest) => longest < 100,
        ofConsole('console', 'console_longest_ms'),
        (values) => Math.max(...values),
    );
    return verdicts;
}
