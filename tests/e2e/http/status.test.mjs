// SPDX-License-Identifier: GPL-3.0-or-later

// What monitoring and operators read.

import assert from 'node:assert/strict';

import { openSocketIoPolling } from '../support/engineio.mjs';
import { test, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo } from '../support/socketio.mjs';
import { numberedEvents } from '../support/workflow.mjs';

const Token = 'status-token-0123456789';
const server = await startSignalboxd();
const Timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

test('/status', async () => {
    const answer = await server.get('/status');
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^application\/json/);
    const { status, server: name, product, version, timestamp } = answer.json();
    assert.deepEqual({ status, name, product }, { status: 'ok', name: 'workflow-websocket-server', product: 'signalbox' });
    assert.match(version, /^\d+\.\d+/);
    assert.match(timestamp, Timestamp);
});

test('/livez and /readyz', async () => {
    assert.equal((await server.get('/livez')).status, 200);
    assert.equal((await server.get('/readyz')).status, 200);
});

test('/health', async () => {
    const own = await startSignalboxd();
    const client = await connectSocketIo(own.url, { transports: ['websocket'] });
    const answer = await own.get('/health');
    assert.equal(answer.status, 200);
    const health = answer.json();
    assert.match(health.timestamp, Timestamp);
    assert.ok(health.uptime_seconds >= 0);
    assert.deepEqual(health.websocket, { connected_clients: 1, total_connections: 1 });
    assert.deepEqual(Object.keys(health.infrastructure.components).sort(), ['emergency', 'events', 'state']);
    assert.equal(typeof health.status, 'string');
    assert.equal(typeof health.infrastructure.status, 'string');
    client.close();
    await until(async () => {
        const { websocket } = (await own.get('/health')).json();
        return websocket.connected_clients === 0 && websocket.total_connections === 1;
    }, 'the client to be no longer counted');
});

test('/metrics as JSON', async () => {
    const own = await startSignalboxd();
    const client = await connectSocketIo(own.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    await client.subscribe('workflow', 'w2');
    await client.subscribe('bot', 'b1');
    await own.publish(numberedEvents(5, { bot_id: 'b1' }));
    await client.take(5);
    const metrics = (await own.get('/metrics')).json();
    assert.match(metrics.timestamp, Timestamp);
    assert.ok(metrics.uptime_seconds >= 0);
    assert.deepEqual(metrics.connections, { current: 1, total: 1 });
    assert.equal(metrics.subscriptions.total, 3);
    assert.deepEqual(metrics.subscriptions.by_client, [
        { sid: client.id, workflow_count: 2, bot_count: 1, strategy_count: 0, room_count: 3, type_count: 0 },
    ]);
    // In two rooms, accepted once, delivered once.
    assert.deepEqual(metrics.events, { received: 5, sent: 5, recent_buffer: 10 });
});

const json = [
    { name: 'no Accept', headers: {} },
    { name: 'anything', headers: { Accept: '*/*' } },
    { name: 'JSON', headers: { Accept: 'application/json' } },
    { name: 'what axios sends', headers: { Accept: 'application/json, text/plain, */*' } },
    { name: 'text less than JSON', headers: { Accept: 'text/plain;q=0.5, application/json' } },
    { name: 'text as much as JSON', headers: { Accept: 'text/plain;q=0.5, application/json;q=0.5' } },
    { name: 'a browser', headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } },
];

test.each(json, '/metrics is JSON for', async ({ headers }) => {
    const answer = await server.get('/metrics', headers);
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^application\/json/);
    assert.ok(answer.json().events);
});

const prometheus = [
    { name: 'text', headers: { Accept: 'text/plain' } },
    { name: 'text more than JSON', headers: { Accept: 'application/json;q=0.5, text/plain' } },
    { name: 'text more than anything', headers: { Accept: 'text/plain;version=0.0.4;q=0.8, */*;q=0.1' } },
    {
        name: 'Prometheus itself',
        headers: {
            Accept: 'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,'
                + 'text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
        },
    },
    { name: 'the parameter', headers: { Accept: 'application/json' }, query: '?format=prometheus' },
];

test.each(prometheus, '/metrics is Prometheus text for', async ({ headers, query = '' }) => {
    const answer = await server.get(`/metrics${query}`, headers);
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\/plain; ?version=0\.0\.4/);
    const lines = answer.text.trimEnd().split('\n');
    const sample = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)*\})? (NaN|[+-]Inf|[-+0-9.eE]+)( \d+)?$/;
    const types = new Set();
    for (const line of lines) {
        if (line.startsWith('# TYPE ')) {
            const name = line.split(' ')[2];
            assert.ok(!types.has(name), `${name} is typed twice`);
            types.add(name);
        } else if (!line.startsWith('#')) {
            assert.match(line, sample);
        }
    }
    assert.ok(types.size >= 4, 'there is something to scrape');
    assert.ok([...types].every((name) => name.startsWith('signalbox_') || /^(process|exposer)_/.test(name)),
        [...types].join(' '));
});

const operator = ['/api/v1/connections', '/api/v1/rooms', '/api/v1/tokens', '/api/v1/emergency'];

test.each(operator, 'an operator endpoint needs an operator', async (path) => {
    const own = await startSignalboxd({ args: ['--auth-token', Token] });
    const none = await own.get(path);
    assert.equal(none.status, 401);
    assert.equal(none.json().error.code, 'auth_required');
    const wrong = await own.get(path, bearer('wrong'));
    assert.equal(wrong.status, 401);
    assert.equal(wrong.json().error.code, 'invalid_token');
    const weak = await own.get(path, bearer(Token));
    assert.equal(weak.status, 403);
    assert.equal(weak.json().error.code, 'forbidden');
    assert.equal((await own.get(path, bearer(own.adminToken))).status, 200);
});

test('/api/v1/connections', async () => {
    const own = await startSignalboxd();
    const client = await connectSocketIo(own.url, { transports: ['websocket'], extraHeaders: { 'User-Agent': 'e2e/1.0' } });
    const polling = await openSocketIoPolling(own.url);
    await client.subscribe('workflow', 'w1');
    await own.publish(numberedEvents(3));
    await client.take(3);
    const list = await own.connections((all) => all.length === 2, 'both connections');
    const one = list.find((entry) => entry.sid === client.id);
    assert.deepEqual(Object.keys(one).sort(), ['address', 'connected_at', 'dialect', 'idle_seconds', 'queued_bytes',
        'received', 'rooms', 'rtt_ms', 'sent', 'sid', 'transport', 'types', 'user', 'user_agent']);
    assert.equal(one.transport, 'websocket');
    assert.equal(one.user_agent, 'e2e/1.0');
    assert.deepEqual(one.rooms, ['workflow:w1']);
    assert.match(one.address, /^(127\.0\.0\.1|\[?::1\]?)/);
    assert.match(one.connected_at, Timestamp);
    assert.ok(one.idle_seconds >= 0);
    assert.ok(one.sent.messages >= 3 && one.sent.bytes > 100, JSON.stringify(one.sent));
    assert.ok(one.received.messages >= 1 && one.received.bytes > 10, JSON.stringify(one.received));
    assert.equal(list.find((entry) => entry.sid === polling.socketSid).transport, 'polling');
});

test('an upgrade shows', async () => {
    const own = await startSignalboxd();
    const client = await connectSocketIo(own.url, {});
    await client.upgraded();
    await own.connections((list) => list[0]?.transport === 'websocket', 'the new transport');
});

test('/api/v1/rooms', async () => {
    const own = await startSignalboxd();
    const client = await connectSocketIo(own.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    await client.subscribe('bot', 'idle');
    const ids = await own.publish(numberedEvents(3));
    const rooms = new Map((await own.admin('/api/v1/rooms')).rooms.map((room) => [room.room, room]));
    assert.deepEqual(rooms.get('workflow:w1'), { room: 'workflow:w1', members: 1, retained: 3, last_event_id: ids[2] });
    const { members, retained } = rooms.get('bot:idle');
    assert.deepEqual({ members, retained }, { members: 1, retained: 0 });
});

test('where a token is required, strangers see totals only', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth'] });
    const client = await connectSocketIo(own.url, { transports: ['websocket'], auth: { token: Token } });
    await client.subscribe('workflow', 'w1');
    for (const path of ['/status', '/health', '/livez', '/readyz', '/metrics', '/metrics?format=prometheus']) {
        const answer = await own.get(path);
        assert.equal(answer.status, 200, path);
        assert.ok(!answer.text.includes(client.id), `${path} shows a sid`);
    }
    assert.equal((await own.get('/metrics')).json().connections.current, 1);
    const seen = (await own.get('/metrics', bearer(Token))).json();
    assert.deepEqual(seen.subscriptions.by_client.map((one) => one.sid), [client.id]);
});
