// SPDX-License-Identifier: GPL-3.0-or-later

// Options, the environment, the config file, and how the process says no.

import assert from 'node:assert/strict';
import { stat, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';

import { run } from '../support/childprocess.mjs';
import { openPolling } from '../support/engineio.mjs';
import { onCleanup, temporaryFolder, test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { signalboxdProgram, startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo } from '../support/socketio.mjs';

const program = signalboxdProgram();

/** Runs the server to its end. */
async function runServer(args, env = {}) {
    const folder = await temporaryFolder();
    return run(program, ['--data-dir', join(folder, 'data'), ...args], { env: { HOME: folder, ...env } });
}

const lines = (text) => text.split('\n').filter((line) => line !== '');

const documented = ['--host', '--port', '--env', '--auth-token', '--auth-token-file', '--admin-token-file',
    '--require-auth', '--allow-anonymous', '--data-dir', '--max-recent-events', '--max-history-bytes',
    '--allowed-origin', '--trusted-proxy', '--max-payload', '--ping-interval', '--ping-timeout', '--queue-bytes',
    '--max-rooms', '--drain-seconds', '--log-format', '--log-level', '--demo',
    '--demo-rate', '--demo-seed', '--config', '--help', '--version'];

test('--help names every option', async () => {
    const { code, stdout, stderr } = await run(program, ['--help']);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    for (const option of documented)
        assert.match(stdout, new RegExp(`${option}\\b`), option);
    for (const line of lines(stdout))
        assert.ok(line.length <= 100, `too wide to read: ${line}`);
});

test('--version', async () => {
    const { code, stdout, stderr } = await run(program, ['--version']);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^signalbox\w* \d+\.\d+(\.\d+)?[^\n]*\n$/);
});

const wrong = [
    { name: 'an unknown option', args: ['--frobnicate'], names: 'frobnicate' },
    { name: 'an argument too many', args: ['8001'] },
    { name: 'a value that is missing', args: ['--port'], names: 'port' },
    { name: 'a port of letters', args: ['--port', 'abc'], names: 'port' },
    { name: 'a port too high', args: ['--port', '70000'], names: 'port' },
    { name: 'a negative port', args: ['--port=-1'], names: 'port' },
    { name: 'a host that is none', args: ['--host', 'not an address'], names: 'host' },
    { name: 'an unknown environment', args: ['--env', 'staging'], names: 'env' },
    { name: 'an unknown log format', args: ['--log-format', 'xml'], names: 'log-format' },
    { name: 'an unknown log level', args: ['--log-level', 'loud'], names: 'log-level' },
    { name: 'an interval of letters', args: ['--ping-interval', 'soon'], names: 'ping-interval' },
    { name: 'no interval', args: ['--ping-interval', '0'], names: 'ping-interval' },
    { name: 'a negative payload', args: ['--max-payload=-5'], names: 'max-payload' },
    { name: 'an origin with a path', args: ['--allowed-origin', 'https://a.example/x'], names: 'allowed-origin' },
    { name: 'an origin without scheme', args: ['--allowed-origin', 'a.example'], names: 'allowed-origin' },
    { name: 'a proxy that is no network', args: ['--trusted-proxy', '10.0.0.0/99'], names: 'trusted-proxy' },
    { name: 'a token file that is not there', args: ['--auth-token-file', '/nonexistent/tokens'] },
    { name: 'a config file that is not there', args: ['--config', '/nonexistent/config.ini'] },
    { name: 'production without a token', args: ['--env', 'production'] },
    { name: 'authentication without a token', args: ['--env', 'production', '--auth-token', ''] },
    { name: 'Redis, which is not there yet', args: ['--redis-url', 'redis://localhost'], names: 'redis-url' },
    { name: 'TLS, which is not there yet', args: ['--tls-cert', 'x', '--tls-key', 'y'], names: 'tls' },
    { name: 'a JWT secret that is not there', args: ['--jwt-secret-file', 'x'], names: 'jwt' },
    { name: 'a short JWT secret', args: [], env: { JWT_SECRET: 'short' }, names: 'JWT_SECRET' },
    { name: 'Redis in the environment', args: [], env: { REDIS_URL: 'redis://localhost' }, names: 'REDIS_URL' },
    { name: 'a wrong value in the environment', args: [], env: { WS_MAX_RECENT_EVENTS: 'abc' }, names: 'WS_MAX_RECENT_EVENTS' },
    { name: 'a wrong switch in the environment', args: [], env: { WS_REQUIRE_AUTH: 'perhaps' }, names: 'WS_REQUIRE_AUTH' },
];

test.each(wrong, 'a wrong option: one clear line, exit 2', async ({ args, env, names }) => {
    const { code, stdout, stderr } = await runServer(['--port', '0', ...args], env);
    assert.equal(lines(stderr).length, 1, stderr);
    if (names)
        assert.ok(stderr.includes(names), stderr);
    assert.equal(stdout, '');
    // A file that cannot be read is no wrong option by everybody's book.
    assert.ok(code === 2 || (code === 1 && args.some((arg) => arg.startsWith('/nonexistent'))), `exit ${code}`);
});

test('the port of the environment counts where the command line has none', async () => {
    const { code, stderr } = await runServer([], { WS_PORT: '99999' });
    assert.equal(code, 2);
    assert.match(stderr, /WS_PORT/);
});

test('a port in use: one clear line, exit 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    onCleanup(() => holder.close());
    await once(holder, 'listening');
    const { port } = holder.address();
    const { code, stdout, stderr } = await runServer(['--port', String(port), '--host', '127.0.0.1']);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.ok(lines(stderr).some((line) => line.includes(String(port)) && /use/i.test(line)), stderr);
});

test('standard output has one line: where it listens', async () => {
    const server = await startSignalboxd();
    await server.get('/status');
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.process.stdout, [`signalbox listening on http://localhost:${server.port}`]);
});

test('both loopback addresses are served', async () => {
    const server = await startSignalboxd();
    for (const host of ['127.0.0.1', '[::1]']) {
        const { code, stdout } = await run('/usr/bin/curl', ['-sS', `http://${host}:${server.port}/livez`]);
        assert.equal(code, 0, host);
        assert.ok(stdout.length > 0);
    }
});

test('the environment configures', async () => {
    const server = await startSignalboxd({
        env: {
            WS_AUTH_TOKEN: 'token-from-the-environment',
            WS_REQUIRE_AUTH: 'true',
            WS_MAX_RECENT_EVENTS: '3',
            LOG_FORMAT: 'json',
            WS_ALLOWED_ORIGINS: 'https://a.example,https://b.example',
        },
    });
    const token = bearer('token-from-the-environment');
    const client = await connectSocketIo(server.url, { transports: ['websocket'], extraHeaders: token });
    assert.equal(client.greeting.auth_required, true);
    assert.equal((await client.event('auth_response')).success, true);
    await server.publish([1, 2, 3, 4, 5].map((n) => ({ type: 'note', workflow_id: 'w1', n })), token);
    await client.subscribe('workflow', 'w1');
    assert.deepEqual((await client.event('recent_events')).events.map((event) => event.n), [3, 4, 5]);
    for (const line of server.log)
        JSON.parse(line);
    for (const [origin, allowed] of [['https://a.example', true], ['https://b.example', true], ['https://c.example', false]]) {
        const answer = await server.get('/status', { Origin: origin });
        assert.equal(answer.headers['access-control-allow-origin'] !== undefined, allowed, origin);
    }
});

test('the command line wins over the environment, and that over the file', async () => {
    const file = join(await temporaryFolder(), 'signalbox.ini');
    await writeFile(file, [
        '# a comment',
        'max-recent-events = 2',
        'ping-interval = 11',
        'ping-timeout=12',
        'auth-token = token-from-the-file',
        'require-auth = true',
        '',
    ].join('\n'), { mode: 0o600 });
    const server = await startSignalboxd({
        args: ['--config', file, '--ping-interval', '13'],
        env: { WS_MAX_RECENT_EVENTS: '4' },
    });
    const { handshake } = await openPolling(server.url);
    assert.equal(handshake.pingInterval, 13_000);
    assert.equal(handshake.pingTimeout, 12_000);
    const token = bearer('token-from-the-file');
    await server.publish([1, 2, 3, 4, 5].map((n) => ({ type: 'note', workflow_id: 'w1', n })), token);
    assert.equal((await server.get('/api/v1/events?room=workflow:w1', token)).json().count, 4);
    assert.equal((await server.get('/api/v1/events?room=workflow:w1')).status, 401);
});

const wrongFiles = [
    { name: 'an unknown key', text: 'prot = 8001\n', names: 'prot' },
    { name: 'a wrong value', text: 'port = abc\n', names: 'port' },
    { name: 'a line that is none', text: 'port\n' },
    { name: 'an option that is not there yet', text: 'redis-url = redis://localhost\n', names: 'redis-url' },
];

test.each(wrongFiles, 'a wrong config file: one clear line, exit 2', async ({ text, names = '' }) => {
    const file = join(await temporaryFolder(), 'signalbox.ini');
    await writeFile(file, text, { mode: 0o600 });
    const { code, stderr } = await runServer(['--config', file]);
    assert.equal(code, 2);
    assert.equal(lines(stderr).length, 1, stderr);
    assert.ok(stderr.includes(file), stderr);
    assert.ok(stderr.includes(names), stderr);
});

test('an admin token and a JWT secret are made where none is given, for the owner\'s eyes only', async () => {
    const server = await startSignalboxd({ adminToken: null });
    const folder = await stat(server.dataDir);
    assert.equal(folder.mode & 0o077, 0, 'the data folder is private');
    const all = (await readdir(server.dataDir)).sort();
    for (const name of all)
        assert.equal((await stat(join(server.dataDir, name))).mode & 0o777, 0o600, name);
    const files = all.filter((name) => !name.startsWith('tokens.db')); // SQLite's, with its journal
    assert.deepEqual(files, ['admin-token', 'jwt-secret']);
    assert.notDeepEqual(all, files);
    const contents = [];
    for (const path of files.map((name) => join(server.dataDir, name))) {
        assert.ok(server.log.join('\n').includes(path), `the path is printed at the start: ${server.log.join('\n')}`);
        contents.push((await readFile(path, 'utf8')).trim());
        assert.ok(contents.at(-1).length >= 43, '256 bits');
        assert.ok(!server.log.join('\n').includes(contents.at(-1)), 'the secret itself is not printed');
    }
    const [token] = contents;
    assert.equal((await server.get('/api/v1/rooms', bearer(token))).status, 200);
    await server.restart();
    assert.equal((await server.get('/api/v1/rooms', bearer(token))).status, 200, 'it stays the same');
});

test('an admin token may come from a file', async () => {
    const file = join(await temporaryFolder(), 'admin');
    await writeFile(file, 'the-admin-token-of-the-file-01234\n', { mode: 0o600 });
    const server = await startSignalboxd({ adminToken: null, args: ['--admin-token-file', file] });
    assert.equal((await server.get('/api/v1/rooms', bearer('the-admin-token-of-the-file-01234'))).status, 200);
    assert.equal((await server.get('/api/v1/rooms', bearer('another'))).status, 401);
});

test('production asks for a token, and logs JSON', async () => {
    const server = await startSignalboxd({ args: ['--env', 'production', '--auth-token', 'production-token-0123456789'] });
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    assert.equal(client.greeting.auth_required, true);
    assert.equal((await server.post({ type: 'note' })).status, 401);
    assert.ok(server.log.length > 0);
    for (const line of server.log)
        JSON.parse(line);
});
