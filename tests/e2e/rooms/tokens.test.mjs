// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a connection whose token expires or is revoked, or that an operator ends; the
// limits on commands, publishing and guessing; the emergency stop. In all dialects.

import assert from 'node:assert/strict';

import { test, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { issueToken, newSecret, nowSeconds, revokeToken, setEmergency, signedToken } from '../support/jwt.mjs';
import { connectPlain, PlainClient } from '../support/plain.mjs';
import { PythonClient } from '../support/python.mjs';
import { connectRooms, joinRoom, roomsClient, roundTrip } from '../support/rooms.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const Secret = newSecret();
const start = (...args) => startSignalboxd({ env: { JWT_SECRET: Secret }, args });
const server = await start();

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A token with two to three seconds to live. */
const shortLived = (sub, claims = {}) => signedToken(Secret, sub, { exp: nowSeconds() + 3, ...claims });
const longLived = (sub, claims = {}) => signedToken(Secret, sub, claims);

const both = ['websocket', 'polling'];

test.each(both, 'after its token has expired a client gets no event, and by renewal what it missed', async (transport) => {
    const room = `workflow:expiry-${transport}`;
    const client = await connectRooms(server.url, shortLived('alice'), { transports: [transport] });
    await joinRoom(client, room);
    await server.publish({ type: 'note.added', room, n: 0 });
    await client.event('note.added');
    const error = await client.event('error');
    assert.equal(error.code, 'token_expired');

    await server.publish(range(5, 1).map((n) => ({ type: 'note.added', room, n })));
    await server.publish({ type: 'note.added', user: 'alice', n: 6 });
    await roundTrip(client);
    assert.equal(client.pending('note.added').length, 0);
    const refused = await client.command('subscribe', { room: 'workflow:another' }, 'error');
    assert.equal(refused.ack.code, 'token_expired');

    const wrong = await client.command('authenticate', { token: 'rubbish' }, 'auth_response');
    assert.equal(wrong.ack.success, false);
    const foreign = await client.command('authenticate', { token: longLived('bob') }, 'auth_response');
    assert.equal(foreign.ack.success, false);
    await roundTrip(client);
    assert.equal(client.pending('note.added').length, 0);

    const right = await client.command('authenticate', { token: longLived('alice') }, 'auth_response');
    const success = { success: true, message: 'Authentication successful' };
    assert.deepEqual(right, { ack: success, event: success });
    await server.publish({ type: 'note.added', room, n: 7 });
    assert.deepEqual((await client.take(7, 'note.added')).map((event) => event.data.n), range(7, 1));
    assert.deepEqual(client.disconnects, []);
});

test('a renewal with fewer rights gives up rooms, and what was missed there', async () => {
    const client = await connectRooms(server.url, shortLived('alice', { rooms: ['project:1', 'project:2'] }));
    await joinRoom(client, 'project:1');
    await joinRoom(client, 'project:2');
    await client.event('error');
    await server.publish([1, 2].map((n) => ({ type: 'note.added', room: `project:${n}`, n })));
    await client.ack('authenticate', { token: longLived('alice', { rooms: ['project:2'] }) });
    await server.publish([1, 2].map((n) => ({ type: 'note.added', room: `project:${n}`, n: n + 10 })));
    assert.deepEqual((await client.take(2, 'note.added')).map((event) => event.data.n), [2, 12]);
    await roundTrip(client);
    assert.equal(client.pending('note.added').length, 0);
});

test('a renewal in time goes unnoticed', async () => {
    const client = await connectRooms(server.url, shortLived('alice'));
    await client.ack('authenticate', { token: longLived('alice') });
    await sleep(3500);
    await server.publish({ type: 'note.added', user: 'alice' });
    await client.event('note.added');
    assert.equal(client.pending('error').length, 0);
});

test('on a plain WebSocket too', async () => {
    const client = await connectPlain(server, shortLived('pia'));
    await client.subscribe(['workflow:plain-expiry']);
    assert.equal((await client.data('error')).code, 'token_expired');
    await server.publish(numberedEvents(3, { workflow: 'plain-expiry' }));
    await server.publish({ type: 'dashboard_update', n: 3 });
    await client.roundTrip();
    client.act('subscribe', { events: ['notification'] });
    assert.equal((await client.data('error')).code, 'token_expired');
    client.act('authenticate', { token: longLived('another') });
    assert.equal((await client.data('error')).code, 'forbidden');
    client.act('authenticate', { token: 'rubbish' });
    assert.equal((await client.data('error')).code, 'invalid_token');
    assert.equal(client.pending('node_completed').length + client.pending('dashboard_update').length, 0);
    const expiry = nowSeconds() + 600;
    client.act('authenticate', { token: longLived('pia', { exp: expiry }) });
    const { user_id, expires_at } = await client.data('authenticated');
    assert.equal(user_id, 'pia');
    assert.equal(Date.parse(expires_at), expiry * 1000);
    for (const n of range(3))
        assert.equal((await client.data('node_completed')).n, n);
    assert.equal((await client.data('dashboard_update')).n, 3);
});

test('whoever does not renew is closed with 4401 after 25 s', async () => {
    const rooms = await openSocketIoWebSocket(server.wsUrl, { path: '/ws/socket.io/', auth: { token: shortLived('r') }, greet: false });
    const plain = await connectPlain(server, shortLived('p'));
    const workflow = await openSocketIoWebSocket(server.wsUrl, { auth: { token: shortLived('w') } });
    const polling = await connectRooms(server.url, shortLived('q'), { transports: ['polling'] });
    await rooms.text('42["error"');
    const expired = Date.now();
    for (const socket of [rooms, plain, workflow])
        assert.equal((await socket.closed(40_000)).code, 4401);
    const waited = Date.now() - expired;
    assert.ok(waited > 20_000 && waited < 32_000, `${waited} ms`);
    assert.equal(rooms.frames.pending.filter((frame) => /^(1|41)/.test(frame)).length, 0, 'clients may return');
    // The official client comes back by itself, with the same token: within the leeway that is let in.
    assert.notEqual(await polling.disconnected(), 'io server disconnect');
    await until(() => polling.connects === 2, 'the client to come back');
});

/** Clients of all dialects and transports with the token, and how to see that they are cut for good. */
async function everyClient(own, token) {
    const rooms = await connectRooms(own.url, token);
    const polling = await connectRooms(own.url, token, { transports: ['polling'] });
    const alternative = await connectRooms(own.url, token, { namespace: '/', path: '/ws/socket.io/' });
    const workflow = await connectSocketIo(own.url, { transports: ['websocket'], auth: { token } });
    const workflowPolling = await connectSocketIo(own.url, { transports: ['polling'], auth: { token } });
    const python = new PythonClient('sync_client.py', [own.url, 'websocket', token, '--namespace', '/ws']);
    const pythonPolling = new PythonClient('asyncio_client.py', [own.url, 'polling', token, '--namespace', '/ws']);
    await python.ready();
    await pythonPolling.ready();
    return { officials: [rooms, polling, alternative, workflow, workflowPolling], pythons: [python, pythonPolling] };
}

test('a revoked token cuts its connections within a second, for good', async () => {
    const own = await start();
    const { id, token } = await issueToken(own, 'mallory');
    const { token: other } = await issueToken(own, 'mallory');
    const { officials, pythons } = await everyClient(own, token);
    const plain = await connectPlain(own, token);
    const survivor = await connectRooms(own.url, other);
    const began = Date.now();
    const answer = await revokeToken(own, id);
    assert.equal(answer.status, 200, answer.text);
    assert.equal((await plain.closed()).code, 4403);
    const reasons = await Promise.all(officials.map((client) => client.disconnected()));
    assert.ok(Date.now() - began < 1000, `${Date.now() - began} ms`);
    assert.deepEqual([...new Set(reasons)], ['io server disconnect']);
    for (const python of pythons)
        await python.next('disconnect');
    await own.publish({ type: 'secret.note', user: 'mallory' });
    await survivor.event('secret.note');
    await sleep(1000); // more than enough to come back in
    for (const client of officials) {
        assert.equal(client.connects, 1);
        assert.equal(client.pending('secret.note').length, 0);
    }
    for (const python of pythons)
        assert.equal(python.count('connect'), 1);
    const again = roomsClient(own.url, token);
    assert.equal((await again.event(':connect_error')).data.code, 'invalid_token');
    await assert.rejects(new PlainClient(`${own.wsUrl}/ws?token=${token}`).opened(), { status: 401 });
    assert.equal((await own.admin('/api/v1/tokens')).tokens.find((one) => one.id === id).status, 'revoked');
    assert.equal((await own.connectionCount()), 1);
});

test('a token of another program can be revoked by its jti', async () => {
    const own = await start();
    const token = longLived('alice', { jti: 'foreign-1' });
    const client = await connectRooms(own.url, token);
    const answer = await revokeToken(own, 'foreign-1');
    assert.equal(answer.status, 200, answer.text);
    assert.equal(await client.disconnected(), 'io server disconnect');
    const again = roomsClient(own.url, token);
    assert.equal((await again.event(':connect_error')).data.code, 'invalid_token');
});

test('4403 on the wire: 41 first, then the close', async () => {
    const own = await start();
    const { id, token } = await issueToken(own, 'u');
    const socket = await openSocketIoWebSocket(own.wsUrl, { path: '/ws/socket.io/', auth: { token }, greet: false });
    const polling = await openSocketIoPolling(own.url, { path: '/ws/socket.io/', auth: { token }, greet: false });
    await revokeToken(own, id);
    await socket.text('41');
    assert.equal((await socket.closed()).code, 4403);
    assert.equal(await polling.packet('41'), '41');
});

test('tokens are issued, listed and revoked by operators only, and shown once', async () => {
    const own = await start();
    const issued = await issueToken(own, 'alice', { rooms: ['project:7'], scopes: ['subscribe', 'publish'], ttl_seconds: 60, name: 'a phone' });
    assert.equal(JSON.parse(Buffer.from(issued.token.split('.')[1], 'base64url')).iss, 'signalbox');
    const list = await own.get('/api/v1/tokens', bearer(own.adminToken));
    assert.ok(!list.text.includes(issued.token) && !list.text.includes(issued.token.split('.')[2]));
    const [record] = list.json().tokens;
    assert.deepEqual([record.id, record.user, record.rooms, record.name, record.status], [issued.id, 'alice', ['project:7'], 'a phone', 'active']);
    assert.equal(Date.parse(record.expires_at) - Date.parse(record.created_at), 60_000);
    for (const headers of [{}, bearer(issued.token)]) {
        const status = headers.Authorization ? 403 : 401;
        assert.equal((await own.get('/api/v1/tokens', headers)).status, status);
        assert.equal((await own.request('/api/v1/tokens', { method: 'POST', headers, body: { user: 'x' } })).status, status);
        assert.equal((await own.request(`/api/v1/tokens/${issued.id}`, { method: 'DELETE', headers })).status, status);
        assert.equal((await own.request('/api/v1/emergency', { method: 'PUT', headers, body: { state: 'tripped' } })).status, status);
        assert.equal((await own.request('/api/v1/connections/x', { method: 'DELETE', headers })).status, status);
    }
    const admin = signedToken(Secret, 'boss', { scope: 'admin' });
    assert.equal((await own.get('/api/v1/tokens', bearer(admin))).status, 200);
});

test('scopes of a JWT count when publishing', async () => {
    const own = await start('--require-auth');
    assert.equal((await own.post({ type: 'x.y' })).status, 401);
    assert.equal((await own.post({ type: 'x.y' }, bearer(longLived('a')))).status, 403);
    assert.equal((await own.post({ type: 'x.y' }, bearer(longLived('a', { scope: 'publish' })))).status, 202);
    assert.equal((await own.post({ type: 'x.y' }, bearer(longLived('a', { scope: 'publish', ttl: -3600 })))).status, 401);
});

test('an operator ends a connection, for good', async () => {
    const own = await start();
    const drop = (sid) => own.request(`/api/v1/connections/${encodeURIComponent(sid)}`, {
        method: 'DELETE', headers: bearer(own.adminToken),
    });
    const token = longLived('alice');
    const clients = [
        await connectRooms(own.url, token), await connectRooms(own.url, token, { transports: ['polling'] }),
        await connectSocketIo(own.url, { transports: ['websocket'] }), await connectSocketIo(own.url, { transports: ['polling'] }),
    ];
    for (const client of clients) {
        const answer = await drop(client.id);
        assert.equal(answer.status, 200, answer.text);
        assert.equal(await client.disconnected(), 'io server disconnect');
    }
    const plain = await connectPlain(own, token);
    assert.equal((await drop(plain.greeting.data.sid)).status, 200);
    assert.equal((await plain.closed()).code, 4403);
    assert.equal((await drop('nobody')).status, 404);
    await sleep(700);
    assert.equal(await own.connectionCount(), 0);
});

test('the emergency stop is told to all, stops publishing, and survives a restart', async () => {
    const own = await start();
    const token = longLived('alice');
    const rooms = await connectRooms(own.url, token);
    const polling = await connectRooms(own.url, token, { transports: ['polling'] });
    const workflow = await connectSocketIo(own.url, { transports: ['websocket'] });
    const plain = await connectPlain(own, token);
    const python = new PythonClient('sync_client.py', [own.url, 'websocket', token, '--namespace', '/ws']);
    await python.ready();
    const told = async () => [
        await rooms.event('emergency'), await polling.event('emergency'), await workflow.event('emergency'),
        await python.event('emergency'), await plain.data('emergency'),
    ];

    assert.equal((await setEmergency(own, 'tripped', 'fire')).status, 200);
    for (const { state, reason } of await told())
        assert.deepEqual([state, reason], ['tripped', 'fire']);
    const refused = await own.post({ type: 'note.added' });
    assert.equal(refused.status, 503);
    assert.equal(refused.json().error.code, 'emergency');
    const health = await own.get('/health');
    assert.equal(health.status, 503);
    assert.equal(health.json().infrastructure.components.emergency, 'tripped');
    assert.equal((await own.get('/livez')).status, 200);

    python.disconnect();
    await own.restart();
    assert.equal((await own.post({ type: 'note.added' })).status, 503);
    assert.equal((await own.get('/health')).status, 503);
    const late = await connectRooms(own.url, token);
    assert.equal((await late.event('emergency')).reason, 'fire');
    const latePlain = await connectPlain(own, token);
    assert.equal((await latePlain.data('emergency')).reason, 'fire');

    assert.equal((await setEmergency(own, 'normal', 'over')).status, 200);
    assert.equal((await late.event('emergency')).state, 'normal');
    assert.equal((await latePlain.data('emergency')).state, 'normal');
    await own.publish({ type: 'note.added' });
    await late.event('note.added');
    assert.equal((await own.get('/health')).status, 200);
    await own.restart();
    await own.publish({ type: 'note.added' });
});

test('a repeated or malformed emergency', async () => {
    const own = await start();
    for (const body of [{}, { state: 'on' }, { state: 7 }, { state: 'tripped', reason: 7 }, '[', { state: 'tripped', more: 1 }]) {
        const options = { method: 'PUT', headers: { ...bearer(own.adminToken), 'Content-Type': 'application/json' }, body };
        const { status } = await own.request('/api/v1/emergency', options);
        assert.ok([400, 422].includes(status), `${JSON.stringify(body)}: ${status}`);
    }
    await own.publish({ type: 'note.added' });
});

const floods = [
    {
        name: 'rooms',
        async open(own) {
            const socket = await openSocketIoWebSocket(own.wsUrl, { path: '/ws/socket.io/', auth: { token: longLived('f') }, greet: false });
            await socket.text('42["connection.established"');
            return socket;
        },
        command: (n) => `42${n}["ping",{"timestamp":${n}}]`, pong: '42["pong"',
        limited: async (socket) => JSON.parse((await socket.text('42["error"')).slice(2))[1],
    },
    {
        name: 'plain', open: (own) => connectPlain(own, longLived('f')),
        command: (n) => `{"action":"ping","timestamp":${n}}`, pong: '{"type":"pong"', limited: (socket) => socket.data('error'),
    },
    {
        name: 'workflow', open: (own) => openSocketIoWebSocket(own.wsUrl, { auth: { token: longLived('f') } }),
        command: (n) => `42${n}["subscribe_workflow",{"workflow_id":"w"}]`, pong: '42["subscribed"',
        limited: async (socket) => JSON.parse((await socket.text('42["error"')).slice(2))[1],
    },
];

test.each(floods, 'too many commands are refused, and a flood is closed with 4429', async ({ open, command, pong, limited }) => {
    const own = await start('--command-rate', '5:10');
    const socket = await open(own);
    for (const n of range(11))
        socket.send(command(n));
    for (let n = 0; n < 10; n += 1)
        await socket.text(pong);
    const { code, retry_after_ms } = await limited(socket);
    assert.equal(code, 'rate_limited');
    assert.ok(Number.isInteger(retry_after_ms) && retry_after_ms > 0 && retry_after_ms <= 200, String(retry_after_ms));
    await sleep(retry_after_ms + 20);
    socket.send(command(50));
    await socket.text(pong);
    for (const n of range(100, 100))
        socket.send(command(n));
    assert.equal((await socket.closed()).code, 4429);
    assert.equal(socket.frames.pending.filter((frame) => /^(1|41)/.test(frame)).length, 0, 'clients may return');
});

test('the commands of all connections of a user count together', async () => {
    const own = await start('--command-rate', '1:10');
    const first = await connectPlain(own, longLived('f'));
    const second = await connectPlain(own, longLived('f'));
    const other = await connectPlain(own, longLived('g'));
    for (let n = 0; n < 9; n += 1)
        await first.roundTrip();
    for (const n of range(3))
        second.act('ping', { timestamp: n });
    assert.equal((await second.data('error')).code, 'rate_limited');
    await other.roundTrip();
});

test('--publish-rate: 429 and when to come again', async () => {
    const own = await start('--publish-rate', '1:5');
    await own.publish(numberedEvents(5));
    const answer = await own.post(numberedEvents(1));
    assert.equal(answer.status, 429);
    assert.equal(answer.json().error.code, 'rate_limited');
    assert.ok(Number(answer.headers['retry-after']) >= 1, answer.headers['retry-after']);
    await own.publish(numberedEvents(1), bearer(longLived('another', { scope: 'publish' })));
});

test('guessing tokens is slowed down; an expired one is no guess', async () => {
    const own = await start();
    const expired = longLived('a', { ttl: -3600 });
    for (let n = 0; n < 40; n += 1)
        assert.equal((await own.get('/api/v1/events?room=global', bearer(expired))).status, 401);
    await own.admin('/api/v1/tokens');
    let answer;
    for (let n = 0; n < 40; n += 1) {
        answer = await own.get('/api/v1/tokens', bearer(`guess-${n}`));
        if (answer.status !== 401)
            break;
    }
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers['retry-after']) >= 1);
    assert.equal((await own.get('/api/v1/tokens', bearer(own.adminToken))).status, 429, 'whatever it brings then');
    const plain = new PlainClient(`${own.wsUrl}/ws?token=${longLived('a')}`);
    await assert.rejects(plain.opened(), (error) => [401, 429].includes(error.status));
    const rooms = roomsClient(own.url, longLived('a'));
    assert.equal((await rooms.event(':connect_error')).message, 'Authentication failed');
    assert.equal((await own.get('/livez')).status, 200);
});

const formats = ['text', 'json'];

test.each(formats, 'no secret and no token appears in a log, an answer to a mistake or a metric', async (format) => {
    const own = await startSignalboxd({
        env: { JWT_SECRET: Secret, WS_AUTH_TOKEN: 'static-token-for-grep' },
        args: ['--log-level', 'debug', '--log-format', format],
    });
    const { id, token } = await issueToken(own, 'alice');
    const foreign = longLived('bob', { jti: 'b-1' });
    const bad = `${signedToken(newSecret(), 'eve')}`;
    const expired = longLived('old', { ttl: -3600 });
    const seen = [];
    await connectRooms(own.url, token);
    await connectRooms(own.url, undefined, { query: { token: foreign } });
    await connectRooms(own.url, undefined, { extraHeaders: bearer(foreign), transports: ['polling'] });
    const plain = await connectPlain(own, foreign);
    plain.act('authenticate', { token: bad });
    seen.push(JSON.stringify(await plain.data('error')));
    await connectSocketIo(own.url, { auth: { token: 'static-token-for-grep' } });
    for (const one of [bad, expired]) {
        await assert.rejects(new PlainClient(`${own.wsUrl}/ws?token=${one}`).opened(), (error) => seen.push(error.body) > 0);
        const client = roomsClient(own.url, one);
        const error = await client.event(':connect_error');
        seen.push(error.message + JSON.stringify(error.data));
        seen.push((await own.get(`/api/v1/events?room=global&token=${one}`, bearer(one))).text);
        seen.push((await own.get(`/nowhere?token=${one}`, bearer(one))).text);
        seen.push((await own.post({ type: 'a.b' }, bearer(one))).text);
    }
    await revokeToken(own, id);
    await setEmergency(own, 'tripped');
    seen.push((await own.get('/metrics', bearer(own.adminToken))).text);
    seen.push((await own.get('/metrics?format=prometheus')).text);
    seen.push(JSON.stringify(await own.admin('/api/v1/connections')), JSON.stringify(await own.admin('/ws/stats')));
    await own.stop();
    const text = [...own.log, ...seen].join('\n');
    assert.match(text, /client_connected|connected/);
    const secrets = [Secret, own.adminToken, 'static-token-for-grep', token, foreign, bad, expired];
    for (const secret of secrets) {
        for (const part of [secret, ...secret.split('.').slice(1)])
            assert.ok(!text.includes(part), `${part} is in ${text.split('\n').find((line) => line.includes(part))}`);
    }
});
