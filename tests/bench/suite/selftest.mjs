// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every scenario with hardly any numbers and looks at what was written. Argument: the build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseCpuList } from './machine.mjs';
import { scales, scenariosAt, withClients } from './scenarios.mjs';
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

const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-selftest-'));
try {
    const [, , build] = process.argv;
    const main = fileURLToPath(new URL('main.mjs', import.meta.url));
    const args = ['--tiny', '--servers', 'signalbox,floor', '--build', build, '--output', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const report = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));
    for (const scenario of scenariosAt(scales.tiny)) {
        assert.ok(stdout.includes(`### ${scenario.title}`), scenario.name);
        for (const cell of scenario.cells) {
            for (const server of cell.servers.filter((name) => name === 'signalbox' || name === 'floor')) {
                const [{ figures, error }] = report.results[scenario.name][cell.id][server];
                assert.ok(figures?.passed, `${scenario.name}, ${cell.id}, ${server}: ${error}`);
                for (const metric of scenario.metrics)
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
