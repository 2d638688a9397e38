// SPDX-License-Identifier: GPL-3.0-or-later

// What the logs say, and what they must never say.

import assert from 'node:assert/strict';

import { openPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { test, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';

const Token = 'secret-token-of-the-logs-test';
const Wrong = 'wrong-token-of-the-logs-test';

const parsed = (server) => server.log.map((line) => JSON.parse(line));
const logged = (server, event, matches = () => true) => until(
    () => parsed(server).find((line) => line.event === event && matches(line)), `the log line ${event}`);

test('JSON lines tell who came, who failed and who went', async () => {
    const server = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth', '--log-format', 'json'] });
    const client = await connectSocketIo(server.url, { transports: ['websocket'], auth: { token: Token } });
    const { id } = client;
    const connected = await logged(server, 'client_connected', (line) => line.sid === id);
    assert.equal(connected.level, 'info');
    assert.equal(connected.total_connections, 1);
    assert.match(connected.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await client.ack('authenticate', { token: Wrong });
    await logged(server, 'auth_failed', (line) => line.sid === id);
    client.close();
    const gone = await logged(server, 'client_disconnected', (line) => line.sid === id);
    assert.ok('code' in gone);
    assert.equal(typeof gone.reason, 'string');
    for (const line of parsed(server)) {
        for (const member of ['timestamp', 'level', 'event'])
            assert.equal(typeof line[member], 'string', JSON.stringify(line));
    }
});

test('events are logged at debug only', async () => {
    const quiet = await startSignalboxd({ args: ['--log-format', 'json'] });
    const loud = await startSignalboxd({ args: ['--log-format', 'json', '--log-level', 'debug'] });
    for (const server of [quiet, loud])
        await server.publish({ type: 'note', workflow_id: 'w1' });
    assert.equal((await logged(loud, 'event_published')).level, 'debug');
    assert.equal(await quiet.stop(), 0);
    assert.ok(!parsed(quiet).some((line) => line.event === 'event_published' || line.level === 'debug'));
});

test.each(['json', 'text'], 'no token gets into a log, whatever way it came', async (format) => {
    const server = await startSignalboxd({
        args: ['--auth-token', Token, '--require-auth', '--log-format', format, '--log-level', 'debug',
            '--trusted-proxy', '127.0.0.1'],
    });
    const answers = [];
    for (const token of [Token, Wrong]) {
        for (const { options } of transports) {
            for (const place of [{ auth: { token } }, { extraHeaders: bearer(token) }, { query: { token } }]) {
                const client = await connectSocketIo(server.url, { ...options, ...place });
                await client.event('auth_response');
                await client.ack('authenticate', { token });
                client.close();
            }
        }
        for (const path of ['/metrics', '/api/v1/rooms', `/api/v1/events?room=global&token=${token}`, `/nothing?token=${token}`,
            `/socket.io/?EIO=4&transport=nope&token=${token}`, `/socket.io/?EIO=4&transport=polling&sid=${token}`])
            answers.push((await server.get(path, bearer(token))).text);
        answers.push((await server.post({ type: 'note', n: 1 }, bearer(token))).text);
        answers.push((await server.post('{', bearer(token))).text);
        answers.push((await server.request(`/%zz?token=${token}`)).text);
        const socket = await openSocketIoWebSocket(server.wsUrl, { query: `&token=${token}` });
        socket.send(`42["authenticate",{"token":"${token}"}`); // malformed: quoted in an error?
        await socket.closed();
    }
    answers.push((await server.get('/metrics?format=prometheus', bearer(Token))).text);
    // From elsewhere: our own address has failed too often by now.
    answers.push((await server.get('/api/v1/connections',
        { ...bearer(server.adminToken), 'X-Forwarded-For': '192.0.2.9' })).text);
    assert.equal(await server.stop(), 0);
    const output = [...server.log, ...server.process.stdout, ...answers].join('\n');
    for (const secret of [Token, Wrong, server.adminToken])
        assert.ok(!output.includes(secret), `${secret} in: ${output.split('\n').find((line) => line.includes(secret))}`);
});

test('what a client sends cannot forge a log line', async () => {
    const server = await startSignalboxd({ args: ['--log-format', 'text', '--log-level', 'debug'] });
    const evil = 'x\n2030-01-01T00:00:00.000Z error forged \u001b[31m';
    const client = await connectSocketIo(server.url, { transports: ['websocket'], query: { evil }, auth: { token: evil } });
    await client.ack('authenticate', { token: evil });
    await client.ack('subscribe_workflow', { workflow_id: evil });
    client.socket.emit(evil, evil);
    await server.get(`/${encodeURIComponent(evil)}`);
    await openPolling(server.url, { query: `&x=${encodeURIComponent(evil)}` });
    assert.equal(await server.stop(), 0);
    for (const line of server.log) {
        assert.ok(!line.startsWith('2030-01-01T00:00:00.000Z error forged'), line);
        assert.ok(!line.includes('\u001b'), line);
    }
});

test('text lines are for people', async () => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await until(() => server.log.some((line) => line.includes(client.id)), 'the client in the log');
    for (const line of server.log)
        assert.throws(() => JSON.parse(line));
});
