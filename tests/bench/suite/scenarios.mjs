// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured: scenarios of cells, each of which is one command of the generator, run with
// several servers.

const webSocketServers = ['signalbox', 'floor', 'socketio', 'ws', 'nats', 'python', 'python-fast'];

export const scales = {
    full: {
        repeats: 3,
        clients: [100, 1000, 5000, 15000],
        seconds: 4,
        roomsClients: 10_000,
        latencyClients: 1000,
        latencySeconds: 10,
        ingestSeconds: 5,
        idleClients: 10_000,
        idleSeconds: 50, // two heartbeats of Engine.IO
        connectClients: 5000,
        slowMegabytes: 1024,
        slowReaders: 10,
        mixedClients: 999,
        cycleClients: 5000,
        consolePairs: 5,
        consoleClients: 10_000,
        consoleRate: 10_000,
        consoleSeconds: 24,
    },
    quick: {
        repeats: 1,
        clients: [100, 1000],
        seconds: 1.5,
        roomsClients: 2000,
        latencyClients: 1000,
        latencySeconds: 4,
        ingestSeconds: 2,
        idleClients: 2000,
        idleSeconds: 0,
        connectClients: 1000,
        slowMegabytes: 64,
        slowReaders: 5,
        mixedClients: 999,
        cycleClients: 1000,
        consolePairs: 3,
        consoleClients: 2000,
        consoleRate: 5000,
        consoleSeconds: 8,
    },
    tiny: {
        repeats: 1,
        clients: [10],
        seconds: 0.2,
        roomsClients: 20,
        latencyClients: 10,
        latencySeconds: 0.2,
        ingestSeconds: 0.2,
        idleClients: 10,
        idleSeconds: 0,
        connectClients: 10,
        slowMegabytes: 1,
        slowReaders: 1,
        mixedClients: 9,
        cycleClients: 10,
        consolePairs: 1,
        consoleClients: 20,
        consoleRate: 200,
        consoleSeconds: 0.4,
    },
};

/** With other numbers of clients: none of the scenarios takes more than the largest of them. */
export function withClients(scale, clients) {
    const most = Math.max(...clients);
    const least = (key, multiple = 1) => {
        const count = Math.min(scale[key], most);
        return Math.max(multiple, count - (count % multiple));
    };
    return {
        ...scale,
        clients,
        roomsClients: least('roomsClients', 10),
        latencyClients: least('latencyClients'),
        idleClients: least('idleClients'),
        connectClients: least('connectClients'),
        mixedClients: least('mixedClients', 3),
        cycleClients: least('cycleClients'),
        consoleClients: least('consoleClients', 10),
    };
}

const endless = ['--events', '100000000'];

const derived = (title, digits, value) => ({ title, digits, value });
const number = (key, title, digits = 0, factor = 1) => derived(title, digits, (run) => run[key] * factor);

/** What is measured of a server: some figures only few have. */
export function metricsOf(scenario, server) {
    return scenario.metrics.filter(({ servers }) => !servers || servers.includes(server));
}

/** The scenarios at a scale, in the order in which they run. */
export function scenariosAt(scale) {
    const count = (n) => n.toLocaleString('en');
    return [
        {
            name: 'broadcast',
            title: 'Broadcast to one room: server CPU per delivery, µs',
            text: 'W: publications in flight; eight are published with one request, so that they can be sent on together.',
            metrics: [number('server_cpu_us_per_delivery', '', 2)],
            cells: [1, 8].flatMap((window) =>
                scale.clients.map((clients) => ({
                    id: `w${window}-${clients}`,
                    title: `W=${window}, ${count(clients)} clients`,
                    clients,
                    servers: webSocketServers,
                    args: [
                        ...['broadcast', '--clients', clients, '--window', window, '--batch', window],
                        ...[...endless, '--duration', scale.seconds],
                    ],
                })),
            ),
        },
        {
            name: 'separate',
            title: 'Broadcast, eight publications in flight on eight connections: server CPU per delivery, µs',
            text: 'How many of them come in the same turn, and go out together, is left to chance.',
            metrics: [number('server_cpu_us_per_delivery', '', 2)],
            cells: [
                {
                    id: 'separate',
                    title: '',
                    clients: scale.latencyClients,
                    servers: webSocketServers,
                    args: [
                        ...['broadcast', '--clients', scale.latencyClients, '--window', 8],
                        ...[...endless, '--duration', scale.seconds],
                    ],
                },
            ],
        },
        {
            name: 'rooms',
            title: 'One event to a room of 10: server CPU per publication, µs',
            metrics: [number('server_cpu_us_per_event', '', 1)],
            cells: [10, scale.roomsClients].map((clients) => ({
                id: `rooms-${clients === 10 ? 'few' : 'many'}`,
                title: clients === 10 ? '10 clients in all' : `${count(clients)} clients in ${count(clients / 10)} rooms`,
                clients,
                servers: ['signalbox', 'floor', 'socketio', 'ws', 'nats'],
                args: [
                    ...['broadcast', '--clients', clients, '--rooms', clients / 10, ...endless],
                    ...['--warmup', 2 * scale.roomsClients, '--duration', scale.seconds],
                ],
            })),
        },
        {
            name: 'ingest',
            title: 'POST of events, 16 keep-alive connections, nobody subscribed',
            metrics: [number('events_per_second', 'events/s'), number('server_cpu_us_per_event', 'CPU µs/event', 2)],
            cells: [1, 100].map((batch) => ({
                id: `batch-${batch}`,
                title: batch === 1 ? 'one each' : `batches of ${batch}`,
                clients: 16,
                servers: ['signalbox', 'floor', 'socketio', 'ws', 'python', 'python-fast'],
                args: ['ingest', '--batch', batch, '--duration', scale.ingestSeconds],
            })),
        },
        {
            name: 'idle',
            title: `${count(scale.idleClients)} idle clients in 20 rooms each`,
            metrics: [
                number('rss_per_client_bytes', 'RSS per client, KiB', 1, 1 / 1024),
                ...(scale.idleSeconds > 0
                    ? [number('idle_core_percent', '% of a core per 1000', 2, 1000 / scale.idleClients)]
                    : []),
            ],
            cells: [
                {
                    id: 'idle',
                    title: '',
                    clients: scale.idleClients,
                    servers: ['signalbox', 'socketio', 'ws', 'nats', 'python', 'python-fast'],
                    args: ['idle', '--clients', scale.idleClients, '--rooms', 20, '--duration', scale.idleSeconds],
                },
            ],
        },
        {
            name: 'connect',
            title: `${count(scale.connectClients)} clients connect and subscribe`,
            metrics: [number('connections_per_cpu_second', 'per CPU second'), number('connections_per_second', 'per second')],
            cells: [
                {
                    id: 'connect',
                    title: '',
                    clients: scale.connectClients,
                    servers: webSocketServers,
                    args: ['connect', '--clients', scale.connectClients, '--cycles', 2],
                },
            ],
        },
        {
            name: 'latency',
            title: `Latency at 100 events/s to ${count(scale.latencyClients)} clients, ms`,
            text: 'From when the event was due to be published; fewer events/s than 100: overloaded.',
            metrics: [
                number('latency_p50_ms', 'p50', 2),
                number('latency_p99_ms', 'p99', 2),
                number('latency_p999_ms', 'p99.9', 2),
                number('events_per_second', 'events/s', 1),
            ],
            cells: [
                {
                    id: 'latency',
                    title: '',
                    clients: scale.latencyClients,
                    servers: webSocketServers,
                    args: [
                        ...['broadcast', '--clients', scale.latencyClients, '--window', 64, '--rate', 100],
                        ...[...endless, '--duration', scale.latencySeconds],
                    ],
                },
            ],
        },
        {
            name: 'slow',
            title: `${scale.slowReaders} clients stop reading while ${count(scale.slowMegabytes)} MiB are published, 10 others read`,
            metrics: [
                derived('RSS grows by, MiB', 1, (r) => (r.rss_peak_bytes - r.rss_before_bytes) / 2 ** 20),
                number('slow_closed', 'closed'),
                number('without_p99_ms', "others' p99 without, ms", 2),
                number('with_p99_ms', 'with, ms', 2),
            ],
            cells: [
                {
                    id: 'slow',
                    title: '',
                    clients: 10 + scale.slowReaders,
                    servers: ['signalbox', 'nats'],
                    args: [
                        ...['slow', '--clients', 10, '--slow', scale.slowReaders, '--size', 65536],
                        ...['--events', scale.slowMegabytes * 16, '--rate', 400],
                    ],
                },
            ],
        },
        {
            name: 'mixed',
            title: `${count(scale.mixedClients)} clients of one dialect, and of three: server CPU per delivery, µs`,
            metrics: [number('server_cpu_us_per_delivery', '', 2)],
            cells: [1, 8].flatMap((window) =>
                ['socketio', 'rooms', 'plain', 'mixed'].map((dialect) => ({
                    id: `${dialect}-w${window}`,
                    title: `${dialect}, W=${window}`,
                    clients: scale.mixedClients,
                    dialect,
                    servers: ['signalbox'],
                    args: [
                        ...['broadcast', '--clients', scale.mixedClients, '--window', window, '--batch', window],
                        ...[...endless, '--duration', scale.seconds],
                    ],
                })),
            ),
        },
        {
            name: 'cycle',
            title: `${count(scale.cycleClients)} clients come, receive and leave, three times: nothing lost, nothing left behind`,
            metrics: [
                derived('received', 0, (r) => sum(r, 'received')),
                derived('lost or doubled', 0, (r) => sum(r, 'lost') + sum(r, 'doubled')),
                derived('RSS, last to first cycle', 3, (r) => r.cycles.at(-1).rss_bytes / r.cycles[0].rss_bytes),
            ],
            cells: [
                {
                    id: 'cycle',
                    title: '',
                    clients: scale.cycleClients,
                    servers: ['signalbox'],
                    // So few clients leave no more than noise to compare.
                    args: ['cycle', '--clients', scale.cycleClients, '--max-growth', scale.cycleClients < 1000 ? 100 : 5],
                },
            ],
        },
        {
            name: 'console',
            title:
                `The console's window open: ${count(scale.consoleClients)} clients in rooms of 10, ` +
                `${count(scale.consoleRate)} events/s`,
            text:
                'CPU per delivery, µs: of all threads but the main one, which draws; and of the whole process. The ' +
                "event loop's block: at most 5 ms less than the time between two turns of its timer, which is told; without " +
                'and with the time in which the machine let not even a thread of real-time priority run.',
            repeats: scale.consolePairs,
            metrics: [
                number('server_cpu_us_per_delivery_without_main_thread', 'server', 2),
                number('server_cpu_us_per_delivery', 'process', 2),
                number('main_thread_core_percent', 'main thread, % of a core', 1),
                number('events_per_second', 'events/s'),
                { ...number('console_longest_ms', 'longest block, ms', 1), servers: ['console'] },
                { ...number('console_longest_gap_ms', 'longest with stalls, ms', 1), servers: ['console'] },
                { ...number('console_longest_stall_ms', "machine's longest stall, ms", 1), servers: ['console'] },
                { ...number('console_longest_cpu_ms', 'longest computing, ms', 1), servers: ['console'] },
                { ...number('console_p99_ms', 'p99, ms', 1), servers: ['console'] },
                { ...number('console_longest_arrival_ms', 'longest while clients came, ms', 1), servers: ['console'] },
            ],
            cells: [
                {
                    id: 'console',
                    title: '',
                    clients: scale.consoleClients,
                    servers: ['closed', 'console'],
                    // Each of the four views is open for as long, wherever the tour is when it begins.
                    stayMs: (scale.consoleSeconds * 1000) / (scale.consoleSeconds >= 20 ? 8 : 4),
                    args: [
                        ...['broadcast', '--clients', scale.consoleClients, '--rooms', scale.consoleClients / 10],
                        ...['--rate', scale.consoleRate, '--window', Math.min(640, (scale.consoleClients / 10) * 64)],
                        ...['--batch', 50, '--warmup', 2 * scale.consoleRate],
                        ...[...endless, '--duration', scale.consoleSeconds],
                    ],
                },
            ],
        },
    ];
}

function sum(result, key) {
    return result.cycles.reduce((total, cycle) => total + cycle[key], 0);
}
