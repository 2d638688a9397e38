// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every scenario with hardly any numbers and looks at what was written. Argument: the build, with or
// without a console.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseCpuList } from './machine.mjs';
import { metricsOf, scales, scenariosAt, withClients } from './scenarios.mjs';
import { eventLoopFigures } from './servers.mjs';
import { median, summary } from './statistics.mjs';
import { judge } from './targets.mjs';

assert.deepEqual(parseCpuList('0-2,5'), [0, 1, 2, 5]);
assert.equal(median([3, 1, 2]), 2);
assert.equal(median([4, 1, 2, 3]), 2.5);
assert.equal(summary([3, 1, 2], 1), '2.0 (1.0-3.0)');
assert.equal(summary([12345], 0), '12,345');
const scaled = withClients(scales.full, [25]);
assert.deepEqual([scaled.clients, scaled.roomsClients, scaled.mixedClients], [[25], 20, 24]);

// Judged in pairs: the median of the ratios, not the ratio of the medians, and without what failed.
const run = (us) => ({ figures: { server_cpu_us_per_delivery: us } });
const verdicts = judge(
    {
        broadcast: {
            'w1-1000': { signalbox: [run(1), run(8), run(3)], floor: [run(1), run(4), { error: 'ended' }] },
        },
    },
    scales.full,
);
assert.equal(verdicts.length, 1);
assert.deepEqual([verdicts[0].values, verdicts[0].met], [[1, 2], false]);

// Never means never: one run of three is enough to miss it, whatever their median.
const withConsole = (us, longest) => ({
    figures: { server_cpu_us_per_delivery_without_main_thread: us, console_longest_ms: longest },
});
const consoleVerdicts = judge(
    {
        console: {
            console: {
                closed: [withConsole(2), withConsole(4), withConsole(1)],
                console: [withConsole(2.1, 30), withConsole(4, 120), withConsole(2, 20)],
            },
        },
    },
    scales.full,
);
assert.deepEqual(
    consoleVerdicts.map(({ values, met }) => [values, met]),
    [
        [[1.05, 1, 2], true],
        [[30, 120, 20], false],
    ],
);

// What the event loop did before and after does not count as measured.
const turn = (at, gap, stage) => ({ at_ms: at, gap_ms: gap, cpu_ms: gap / 2, stage });
const turns = [turn(900, 70, 'a'), turn(1005, 5, 'a'), turn(1045, 40, 'b'), turn(1050, 5, 'b'), turn(2051, 1001, 'b')];
const measured = { started_monotonic_ms: 1000, seconds: 1 };
const loop = eventLoopFigures({ turns, stalls: [] }, measured);
assert.deepEqual(
    [loop.console_turns, loop.console_longest_ms, loop.console_longest_cpu_ms, loop.console_longest_arrival_ms],
    [3, 40, 20, 70],
);
assert.equal(loop.console_views.a.longest_ms, 5);

// What the machine stalled is taken off those turns in which it did, and off no others.
const stall = (from, to) => ({ from_ms: from, to_ms: to });
const stalls = [stall(860, 890), stall(1001, 1010), stall(1020, 1030), stall(1044, 1046), stall(1500, 1600)];
const stalled = eventLoopFigures({ turns, stalls }, measured);
assert.deepEqual(
    [stalled.console_longest_ms, stalled.console_longest_gap_ms, stalled.console_longest_stall_ms],
    [24, 40, 16],
);
assert.deepEqual(
    [stalled.console_longest_arrival_ms, stalled.console_views.a.longest_ms, stalled.console_views.b.longest_ms],
    [40, 1, 24],
);

const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-selftest-'));
try {
    const [, , build] = process.argv;
    const main = fileURLToPath(new URL('main.mjs', import.meta.url));
    const hasConsole = existsSync(join(build, 'tests/bench/signalbox-bench-console'));
    const chosen = ['signalbox', 'floor', ...(hasConsole ? ['closed', 'console'] : [])];
    const args = ['--tiny', '--servers', chosen.join(','), '--build', build, '--output', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const report = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));
    for (const scenario of scenariosAt(scales.tiny).filter(({ name }) => hasConsole || name !== 'console')) {
        assert.ok(stdout.includes(`### ${scenario.title}`), scenario.name);
        for (const cell of scenario.cells) {
            for (const server of cell.servers.filter((name) => chosen.includes(name))) {
                const [{ figures, error }] = report.results[scenario.name][cell.id][server];
                assert.ok(figures?.passed, `${scenario.name}, ${cell.id}, ${server}: ${error}`);
                for (const metric of metricsOf(scenario, server))
                    assert.ok(Number.isFinite(metric.value(figures)), `${scenario.name}: ${metric.title}`);
            }
        }
    }

    const wrong = spawnSync(process.execPath, [main, 'no-such-scenario', '--build', build], { encoding: 'utf8' });
    assert.equal(wrong.status, 2);
    // A server that does not start is reported, and is a failure if it is ours.
    const broken = spawnSync(
        process.execPath,
        [main, ...args, 'connect', '--servers', 'signalbox', '--signalboxd=--no-such-option'],
        { encoding: 'utf8' },
    );
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /could not be started/);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
console.log('passed');
