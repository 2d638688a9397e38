// SPDX-License-Identifier: GPL-3.0-or-later

// `signalbox -platform offscreen` is a server like signalboxd.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import { run } from '../support/childprocess.mjs';
import { openSocketIoWebSocket } from '../support/engineio.mjs';
import { onCleanup, temporaryFolder, test as anyTest, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { RawTcp } from '../support/rawtcp.mjs';
import { expectNotReadyAnyMore, expectReady } from '../support/readiness.mjs';
import { signalboxdProgram, startSignalboxd } from '../support/signalboxd.mjs';

// Beside signalboxd, if the console was built.
const program = join(dirname(signalboxdProgram()), '../gui/signalbox');
const test = existsSync(program) ? anyTest : anyTest.skip;

/** The platform is asked for by the option alone, as an operator would. */
const startHeadless = ({ args = [], ...options } = {}) => startSignalboxd({
    program, args: ['-platform', 'offscreen', ...args], env: { QT_QPA_PLATFORM: '' }, ...options,
});

test.each(['SIGTERM', 'SIGINT'], 'it serves, and a signal ends it with 0', async (signal) => {
    const server = await startHeadless();
    assert.equal((await server.get('/readyz')).status, 200);
    await server.publish({ type: 'note.added' });
    server.process.signal(signal);
    assert.deepEqual(await server.process.ended(), { code: 0, signal: null });
    assert.deepEqual(server.process.stdout, [`signalbox listening on http://localhost:${server.port}`]);
});

test('draining sends every client away, and is not ready', async () => {
    const server = await startHeadless({ drainSeconds: 5 });
    const kept = await RawTcp.connect(server.port);
    await expectReady(kept);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => openSocketIoWebSocket(server.wsUrl)));
    const code = server.stop();
    await expectNotReadyAnyMore(kept);
    kept.destroy();
    for (const socket of sockets)
        assert.equal((await socket.closed()).code, 1012);
    assert.equal(await code, 0);
});

test('a second SIGTERM ends it at once', async () => {
    const server = await startHeadless({ drainSeconds: 60 });
    const socket = await openSocketIoWebSocket(server.wsUrl);
    socket.socket.pause(); // it will not answer the close
    server.process.signal('SIGTERM');
    await until(() => server.log.some((line) => /drain/i.test(line)), 'the draining to begin');
    server.process.signal('SIGTERM');
    assert.deepEqual(await server.process.ended(), { code: 0, signal: null });
});

test('SIGHUP reads the tokens again', async () => {
    const file = join(await temporaryFolder(), 'tokens');
    await writeFile(file, 'old-token-0123456789\n', { mode: 0o600 });
    const server = await startHeadless({ args: ['--auth-token-file', file, '--require-auth'] });
    const accepts = async (token) => (await server.post({ type: 'note' }, bearer(token))).status === 202;
    assert.ok(await accepts('old-token-0123456789'));
    await writeFile(file, 'new-token-0123456789\n');
    server.reload();
    await until(() => accepts('new-token-0123456789'), 'the new token to be accepted');
    assert.ok(!await accepts('old-token-0123456789'));
});

test('a port in use: one clear line, exit 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    onCleanup(() => holder.close());
    await once(holder, 'listening');
    const { port } = holder.address();
    const folder = await temporaryFolder();
    const { code, stdout, stderr } = await run(program, ['-platform', 'offscreen', '--host', '127.0.0.1',
        '--port', String(port), '--data-dir', folder, '--log-level', 'error'], { env: { HOME: folder } });
    assert.equal(code, 1);
    assert.equal(stdout, '');
    const lines = stderr.split('\n').filter((line) => line.startsWith('signalbox:'));
    assert.equal(lines.length, 1, stderr);
    assert.ok(lines[0].includes(String(port)) && /use/i.test(lines[0]), stderr);
});

test('a wrong option: exit 2', async () => {
    const { code, stdout, stderr } = await run(program, ['-platform', 'offscreen', '--no-such-option']);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^signalbox: .*no-such-option/m);
});

const noDisplay = { env: { DISPLAY: '', WAYLAND_DISPLAY: '', QT_QPA_PLATFORM: '' } };

test('help and version need no display', async () => {
    const version = await run(program, ['--version'], noDisplay);
    assert.equal(version.code, 0, version.stderr);
    assert.match(version.stdout, /^signalbox \d/);
    const help = await run(program, ['--help'], noDisplay);
    assert.equal(help.code, 0, help.stderr);
    assert.match(help.stdout, /--read-only/);
});

test('a window without a display: what to do instead, exit 1', async () => {
    const { code, signal, stderr } = await run(program, ['--no-such-option'], noDisplay);
    assert.deepEqual([code, signal], [1, null]);
    assert.match(stderr, /^signalbox: .*display.*signalboxd.*-platform offscreen\n$/);
});
