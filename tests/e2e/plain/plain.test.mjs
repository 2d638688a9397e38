// SPDX-License-Identifier: GPL-3.0-or-later

// The plain WebSocket dialect, with Node's ws and with aiohttp; and one event over all dialects.

import assert from 'node:assert/strict';

import { test, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { issueToken, newSecret, signedToken } from '../support/jwt.mjs';
import { carriers, connectPlain, PlainClient } from '../support/plain.mjs';
import { PythonClient } from '../support/python.mjs';
import { frame, openRawWebSocket } from '../support/rawwebsocket.mjs';
import { addresses, connectRooms, joinRoom, roundTrip } from '../support/rooms.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const Secret = newSecret();
const start = (...args) => startSignalboxd({ env: { JWT_SECRET: Secret }, args });
const server = await start();

const token = (sub, claims = {}) => signedToken(Secret, sub, claims);
const Defaults = ['backtest_completed', 'backtest_started', 'dashboard_update', 'strategy_created'];
const sorted = (list) => [...list].sort();

test.each(carriers, 'a valid token is let in and greeted', async (carrier) => {
    const { token: issued } = await issueToken(server, 'pia');
    const client = await connectPlain(server, issued, carrier);
    const { type, data } = client.greeting;
    assert.equal(type, 'connected');
    assert.deepEqual([data.message, data.user_id], ['WebSocket connected successfully', 'pia']);
    const [connection] = await server.connections((list) => list.filter((one) => one.sid === data.sid).length === 1)
        .then((list) => list.filter((one) => one.sid === data.sid));
    assert.deepEqual([connection.user, connection.dialect, connection.transport], ['pia', 'plain', 'websocket']);
    assert.deepEqual(sorted(connection.types), Defaults);
});

const refusals = [
    { name: 'none', path: '/ws', status: 401, code: 'auth_required' },
    { name: 'an empty one', path: '/ws?token=', status: 401, code: 'auth_required' },
    { name: 'rubbish', path: '/ws?token=rubbish', status: 401, code: 'invalid_token' },
    { name: 'another secret', path: `/ws?token=${signedToken(newSecret(), 'eve')}`, status: 401, code: 'invalid_token' },
    { name: 'alg none', path: `/ws?token=${token('eve', { header: { alg: 'none' } })}`, status: 401, code: 'invalid_token' },
    { name: 'expired', path: `/ws?token=${token('eve', { ttl: -3600 })}`, status: 401, code: 'token_expired' },
    { name: 'expired, in a header', path: '/ws', headers: bearer(token('eve', { ttl: -3600 })), status: 401, code: 'token_expired' },
    { name: 'no right to subscribe', path: `/ws?token=${token('eve', { scope: 'publish' })}`, status: 403, code: 'forbidden' },
];

test.each(refusals, 'whoever has no valid token gets JSON instead of an upgrade', async ({ path, headers = {}, status, code }) => {
    const client = new PlainClient(server.wsUrl + path, { headers });
    await assert.rejects(client.opened(), (error) => {
        assert.equal(error.status, status);
        assert.match(error.headers['content-type'], /^application\/json/);
        const answer = JSON.parse(error.body);
        assert.equal(answer.error.code, code);
        assert.equal(typeof answer.error.message, 'string');
        return true;
    });
});

const pythons = [
    { name: '?token=', open: (it) => new PythonClient('websocket_client.py', [`${server.wsUrl}/ws?token=${it}`]) },
    { name: 'Authorization', open: (it) => new PythonClient('websocket_client.py', [`${server.wsUrl}/ws`, '--bearer', it]) },
];

test.each(pythons, 'a Python client connects, subscribes, receives and leaves', async ({ open }) => {
    const client = open(token('py', { rooms: ['project:py'] }));
    await client.ready();
    const sid = (await client.event('connected')).data.sid;
    client.emit('', { action: 'subscribe', events: ['project:py', 'notification'] });
    const { data } = await client.event('subscribed');
    assert.deepEqual(data.events, ['project:py', 'notification']);
    assert.deepEqual(sorted(data.current), sorted([...Defaults, 'notification', 'project:py']));
    const [id] = await server.publish({ type: 'note.added', room: 'project:py', timestamp: '2026-01-02T03:04:05.678Z', data: { n: 1 } });
    assert.deepEqual(await client.event('note.added'), {
        type: 'note.added', event_id: id, timestamp: '2026-01-02T03:04:05.678Z', data: { n: 1 },
    });
    client.disconnect();
    await client.next('end');
    await server.connections((list) => !list.some((one) => one.sid === sid), 'the connection to be gone');
});

test('a Python client is refused with 401', async () => {
    const client = new PythonClient('websocket_client.py', [`${server.wsUrl}/ws?token=rubbish`]);
    assert.equal((await client.next('refused')).status, 401);
});

test('some types are subscribed from the start, others not', async () => {
    const client = await connectPlain(server, token('pia'));
    for (const type of Defaults) {
        const [id] = await server.publish({ type, data: { of: type } });
        const event = await client.message(type);
        assert.deepEqual(event, { type, event_id: id, timestamp: event.timestamp, data: { of: type } });
    }
    const others = ['backtest_progress', 'backtest_failed', 'notification', 'anything.else'];
    await server.publish(others.map((type) => ({ type })));
    await client.roundTrip();
    for (const type of others)
        assert.equal(client.pending(type).length, 0, type);
    const { current } = await client.subscribe(others);
    assert.deepEqual(sorted(current), sorted([...Defaults, ...others]));
    await server.publish(others.map((type) => ({ type, n: 1 })));
    for (const type of others)
        assert.equal((await client.data(type)).n, 1);
});

test('subscribe and unsubscribe tell what was asked and what is', async () => {
    const client = await connectPlain(server, token('pia'));
    let answer = await client.subscribe(['notification', 'workflow:1', 'notification', 'dashboard_update']);
    assert.deepEqual(answer.events, ['notification', 'workflow:1', 'notification', 'dashboard_update']);
    assert.deepEqual(sorted(answer.current), sorted([...Defaults, 'notification', 'workflow:1']));
    answer = await client.unsubscribe(['dashboard_update', 'workflow:1', 'never.subscribed']);
    assert.deepEqual(answer.events, ['dashboard_update', 'workflow:1', 'never.subscribed']);
    assert.deepEqual(sorted(answer.current), sorted([...Defaults.filter((type) => type !== 'dashboard_update'), 'notification']));
    await server.publish([{ type: 'dashboard_update' }, { type: 'x.y', workflow_id: '1' }, { type: 'notification' }]);
    await client.message('notification');
    assert.equal(client.pending('dashboard_update').length + client.pending('x.y').length, 0);
    assert.deepEqual(await client.subscribe([]), { events: [], current: answer.current });
});

test('a user\'s own messages cannot be unsubscribed, and subscriptions belong to a connection', async () => {
    const first = await connectPlain(server, token('dup'));
    const second = await connectPlain(server, token('dup'));
    await first.subscribe(['notification']);
    const { current } = await second.unsubscribe(['user:dup', ...Defaults]);
    assert.deepEqual(current, []);
    await server.publish([{ type: 'notification', n: 1 }, { type: 'dashboard_update', n: 2 }, { type: 'private.note', user: 'dup', n: 3 }]);
    assert.equal((await second.data('private.note')).n, 3);
    assert.equal((await first.data('private.note')).n, 3);
    assert.equal(second.pending('notification').length + second.pending('dashboard_update').length, 0);
    assert.equal((await first.data('notification')).n, 1);
    assert.equal((await first.data('dashboard_update')).n, 2);
});

test('ping, and what no client should send', async () => {
    const client = await connectPlain(server, token('pia'));
    client.send('{"action":"ping","timestamp":1234567890.50}');
    assert.equal(await client.text('{"type":"pong"'), '{"type":"pong","data":{"timestamp":1234567890.50}}');
    const mistakes = ['{"action":"dance"}', '{}', '{"action":7}', '[]', '7', '"subscribe"', 'rubbish', '', '{"action":"subscribe"',
        '{"action":"subscribe"}', '{"action":"subscribe","events":"all"}', '{"action":"subscribe","events":[7]}',
        '{"action":"subscribe","events":["notification"],"since":"x"}', '{"action":"unsubscribe","events":{}}'];
    for (const mistake of [...mistakes, Buffer.from('{"action":"ping"}')]) {
        client.send(mistake);
        const error = await client.data('error');
        assert.equal(error.code, 'bad_request', String(mistake));
        assert.equal(typeof error.message, 'string');
    }
    await client.roundTrip();
});

test('a forbidden room gets an error, the others are joined', async () => {
    const client = await connectPlain(server, token('pia', { rooms: ['project:1'] }));
    client.act('subscribe', { events: ['project:1', 'project:2', 'notification', 'user:bob', 'no such name'] });
    const errors = [await client.data('error'), await client.data('error'), await client.data('error')];
    assert.deepEqual(errors.map(({ code }) => code), ['forbidden', 'forbidden', 'bad_room']);
    assert.match(JSON.stringify(errors[0]), /project:2/);
    const { current } = await client.data('subscribed');
    assert.deepEqual(sorted(current), sorted([...Defaults, 'notification', 'project:1']));
    await server.publish([1, 2].map((n) => ({ type: 'note.added', room: `project:${n}`, n })));
    assert.equal((await client.data('note.added')).n, 1);
    await client.roundTrip();
    assert.equal(client.pending('note.added').length, 0);
});

test('a type is heard only in rooms that the token opens', async () => {
    const narrow = await connectPlain(server, token('pia', { rooms: ['project:1'] }));
    const wide = await connectPlain(server, token('max', { rooms: ['project:*'] }));
    for (const client of [narrow, wide])
        await client.subscribe(['note.typed']);
    await server.publish([
        { type: 'note.typed', room: 'project:2', n: 1 },
        { type: 'note.typed', rooms: ['project:2', 'project:1'], n: 2 },
        { type: 'note.typed', n: 3 },
        { type: 'note.typed', user: 'somebody', n: 4 },
        { type: 'note.typed', room: 'project:1', n: 5 },
    ]);
    for (const [client, expected] of [[narrow, [2, 3, 5]], [wide, [1, 2, 3, 5]]]) {
        await client.roundTrip();
        assert.deepEqual(client.pending('note.typed').map((event) => event.data.n), expected);
    }
});

test('not all of global, unless it is asked for; and once, by type and rooms alike', async () => {
    const client = await connectPlain(server, token('pia'));
    await server.publish({ type: 'global.note', n: 1 });
    await client.subscribe(['global', 'workflow:both', 'bot:both', 'global.note']);
    await server.publish([{ type: 'global.note', n: 2 }, { type: 'global.note', n: 3, workflow_id: 'both', bot_id: 'both', room: 'global' }]);
    await client.roundTrip();
    assert.deepEqual(client.pending('global.note').map((event) => event.data.n), [2, 3]);
});

test('what is for one user reaches all connections of that user, and nobody else', async () => {
    const mine = await Promise.all(range(3).map(() => connectPlain(server, token('uma'))));
    const others = [await connectPlain(server, token('um')), await connectPlain(server, token('uma2', { rooms: ['project:*'] }))];
    for (const client of others)
        await client.subscribe(['notification', 'global', 'dashboard_update']);
    const [id] = await server.publish({ type: 'notification', user: 'uma', text: 'psst' });
    await server.publish({ type: 'dashboard_update', user: 'uma' });
    for (const client of mine) {
        assert.equal((await client.message('notification')).event_id, id);
        await client.message('dashboard_update');
    }
    for (const client of [...mine, ...others]) {
        await client.roundTrip();
        assert.equal(client.pending('notification').length + client.pending('dashboard_update').length, 0);
    }
});

test('since, for a room', async () => {
    const ids = await server.publish(numberedEvents(10, { workflow: 'plain-replay' }));
    const client = await connectPlain(server, token('pia'));
    await client.subscribe(['workflow:plain-replay'], { since: ids[6] });
    const recent = await client.data('recent_events');
    assert.deepEqual([recent.room, recent.count, recent.recovered], ['workflow:plain-replay', 3, true]);
    assert.deepEqual(recent.events.map((event) => event.event_id), ids.slice(7));
    assert.deepEqual(Object.keys(recent.events[0]), ['type', 'event_id', 'timestamp', 'data']);
    await client.subscribe(['workflow:plain-replay']);
    await client.roundTrip();
    assert.equal(client.pending('recent_events').length, 0);
    await server.publish(numberedEvents(1, { workflow: 'plain-replay', from: 10 }));
    assert.equal((await client.data('node_completed')).n, 10);
});

test('since, for a type: of global and of the own user', async () => {
    const [first] = await server.publish({ type: 'typed.past', n: 0 });
    await server.publish([
        { type: 'typed.past', n: 1 }, { type: 'another.type', n: 2 }, { type: 'typed.past', user: 'tia', n: 3 },
        { type: 'typed.past', user: 'somebody', n: 4 }, { type: 'typed.past', room: 'workflow:typed', n: 5 }, { type: 'typed.past', n: 6 },
    ]);
    const client = await connectPlain(server, token('tia'));
    await client.subscribe(['typed.past', 'user:tia'], { since: first });
    const replays = [await client.data('recent_events'), await client.data('recent_events')];
    assert.deepEqual(replays.map(({ events }) => events.map((event) => event.data.n)), [[1, 3, 6], [3]]);
    assert.deepEqual(replays.map(({ recovered }) => recovered), [true, true]);
});

test('a gap is never silent', async () => {
    const own = await start('--max-recent-events', '3');
    const ids = await own.publish([...numberedEvents(8), ...range(8).map((n) => ({ type: 'notification', n }))]);
    const client = await connectPlain(own, token('pia'));
    await client.subscribe(['workflow:w1', 'notification', 'bot:none'], { since: ids[1] });
    const byRoom = {};
    for (const _ of range(3)) {
        const recent = await client.data('recent_events');
        byRoom[recent.room] = recent;
    }
    assert.deepEqual(byRoom['workflow:w1'].events.map((event) => event.data.n), [5, 6, 7]);
    assert.equal(byRoom['workflow:w1'].recovered, false);
    assert.equal(byRoom.notification.recovered, false);
    assert.deepEqual(byRoom.notification.events.map((event) => event.data.n), [5, 6, 7]);
    assert.equal(byRoom['bot:none'].recovered, true);
});

test('at most --max-rooms subscriptions', async () => {
    const own = await start('--max-rooms', '8');
    const client = await connectPlain(own, token('pia'));
    client.act('subscribe', { events: ['a.a', 'b.b', 'c.c', 'd.d'] });
    assert.equal((await client.data('error')).code, 'limit');
    const { current } = await client.data('subscribed');
    assert.ok(current.length <= 8 && current.includes('c.c') && !current.includes('d.d'), current.join());
});

test('a silent peer is closed; one that answers, or says anything, is not', async () => {
    const own = await start('--ping-interval', '0.3', '--ping-timeout', '0.3');
    const path = `/ws?token=${token('pia')}`;
    const silent = await openRawWebSocket(own.port, path);
    const talking = await openRawWebSocket(own.port, path);
    const living = await connectPlain(own, token('pia'));
    const talk = setInterval(() => talking.write(frame(1, '{"action":"ping"}')), 100);
    try {
        const code = await silent.closeCode();
        assert.ok(silent.frames().some((one) => one.opcode === 9), 'an RFC 6455 ping came first');
        assert.notEqual(code, 4403);
        await until(() => talking.frames().filter((one) => one.opcode === 9).length >= 4, 'more pings');
        const list = await own.connections((all) => all.length === 2, 'the silent one to be gone');
        assert.ok(list.some((one) => one.sid === living.greeting.data.sid));
        assert.equal(talking.frames().filter((one) => one.opcode === 8).length, 0);
        const isMeasured = (all) => Number.isFinite(all.find((one) => one.sid === living.greeting.data.sid).rtt_ms);
        await own.connections(isMeasured, 'the round trip to be measured');
        assert.equal(living.closeEvent, null);
    } finally {
        clearInterval(talk);
    }
});

test('a message over the limit ends the connection with 1009', async () => {
    const own = await start('--max-payload', '5000');
    const client = await connectPlain(own, token('pia'));
    client.send('x'.repeat(6000));
    assert.equal((await client.closed()).code, 1009);
});

test('draining closes with 1012', async () => {
    const own = await start();
    const client = await connectPlain(own, token('pia'));
    await own.stop();
    assert.equal((await client.closed()).code, 1012);
});

test('one publish reaches clients of all dialects, each once, in its own shape', async () => {
    const claims = { rooms: ['workflow:*', 'project:*'] };
    const rooms = [];
    for (const address of addresses) {
        for (const transport of transports)
            rooms.push(await connectRooms(server.url, token('r', claims), { namespace: address.namespace, ...address.options, ...transport.options }));
    }
    const workflows = [];
    for (const transport of transports)
        workflows.push(await connectSocketIo(server.url, transport.options));
    const plains = [await connectPlain(server, token('p', claims)), await connectPlain(server, token('p2', claims), carriers[1])];
    const pyRooms = new PythonClient('sync_client.py', [server.url, 'both', token('r', claims), '--namespace', '/ws']);
    const pyWorkflow = new PythonClient('asyncio_client.py', [server.url, 'both']);
    const pyPlain = new PythonClient('websocket_client.py', [`${server.wsUrl}/ws?token=${token('p', claims)}`]);
    for (const python of [pyRooms, pyWorkflow, pyPlain])
        await python.ready();

    for (const client of rooms) {
        await joinRoom(client, 'project:every');
        await joinRoom(client, 'workflow:every');
    }
    for (const client of workflows)
        await client.subscribe('workflow', 'every');
    await plains[0].subscribe(['workflow:every', 'workflow.progress']);
    await plains[1].subscribe(['workflow.progress']);
    pyRooms.emit('subscribe', { room: 'workflow:every' }, 1);
    pyWorkflow.emit('subscribe_workflow', { workflow_id: 'every' }, 1);
    pyPlain.emit('', { action: 'subscribe', events: ['workflow:every'] });
    await pyRooms.next('ack');
    await pyWorkflow.next('ack');
    await pyPlain.event('subscribed');

    const data = { workflow_id: 'every', progress: 50, project_id: 'every', deep: [{ a: null }] };
    const timestamp = '2026-02-03T04:05:06.789Z';
    const type = 'workflow.progress';
    const [event_id] = await server.publish({ type, timestamp, data });
    const inRooms = (room) => ({ type, room, timestamp, event_id, data });
    const inWorkflow = { ...data, type, event_id, timestamp };
    const inPlain = { type, event_id, timestamp, data };

    const roomsFirst = (await rooms[0].event(type)).room;
    assert.ok(['workflow:every', 'project:every'].includes(roomsFirst));
    for (const client of rooms.slice(1))
        assert.deepEqual(await client.event(type), inRooms(roomsFirst));
    for (const client of workflows)
        assert.deepEqual(await client.event('workflow_event'), inWorkflow);
    for (const client of plains)
        assert.deepEqual(await client.message(type), inPlain);
    assert.deepEqual(await pyRooms.event(type), inRooms('workflow:every'));
    assert.deepEqual(await pyWorkflow.event('workflow_event'), inWorkflow);
    assert.deepEqual(await pyPlain.event(type), inPlain);

    for (const client of rooms) {
        await roundTrip(client);
        assert.equal(client.pending(type).length, 0);
    }
    for (const client of workflows) {
        await client.ack('unsubscribe', { type: 'workflow', workflow_id: 'every' });
        assert.equal(client.pending('workflow_event').length, 0);
    }
    for (const client of plains) {
        await client.roundTrip();
        assert.equal(client.pending(type).length, 0);
    }
    for (const python of [pyRooms, pyWorkflow, pyPlain])
        assert.equal(python.all.filter(({ what, name }) => what === 'event' && [type, 'workflow_event'].includes(name)).length, 1);
});
