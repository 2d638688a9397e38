// SPDX-License-Identifier: GPL-3.0-or-later

// The rooms dialect: commands, rights, and which events reach whom in which shape.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { newSecret, signedToken } from '../support/jwt.mjs';
import { PythonClient } from '../support/python.mjs';
import { addresses, connectRooms, joinRoom, roundTrip } from '../support/rooms.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { transports } from '../support/socketio.mjs';
import { range } from '../support/workflow.mjs';

const Secret = newSecret();
const server = await startSignalboxd({ env: { JWT_SECRET: Secret } });

const token = (sub, claims = {}) => signedToken(Secret, sub, claims);
const connect = (sub, claims = {}, options = {}) => connectRooms(server.url, token(sub, claims), options);

const notes = (count, room, from = 0) => range(count, from).map((n) => ({ type: 'note.added', room, data: { n } }));

/** Asserts that the room is refused with that code, by event and ack alike. */
async function assertRefused(client, room, code) {
    const { ack, event } = await client.command('subscribe', { room }, 'error');
    assert.deepEqual(ack, event);
    assert.deepEqual([event.code, event.room], [code, room]);
    assert.equal(typeof event.message, 'string');
}

const ways = addresses.flatMap((address) => transports.map((transport) => ({
    name: `${address.name}, ${transport.name}`,
    options: { namespace: address.namespace, ...address.options, ...transport.options },
})));

test.each(ways, 'subscribe, unsubscribe and ping are answered by event and ack', async ({ options }) => {
    const client = await connect('alice', {}, options);
    const room = { room: 'workflow:w1' };
    assert.deepEqual(await client.command('subscribe', room, 'subscribed'), { ack: room, event: room });
    assert.deepEqual(await client.command('subscribe', room, 'subscribed'), { ack: room, event: room }, 'again');
    const pong = { timestamp: 1234567890.5 };
    assert.deepEqual(await client.command('ping', pong, 'pong'), { ack: pong, event: pong });
    assert.deepEqual(await client.command('unsubscribe', room, 'unsubscribed'), { ack: room, event: room });
    assert.deepEqual(await client.command('unsubscribe', room, 'unsubscribed'), { ack: room, event: room }, 'again');
    await server.publish({ type: 'note.added', room: 'workflow:w1' });
    await roundTrip(client);
    assert.equal(client.pending('note.added').length, 0);
    assert.equal(client.pending('recent_events').length, 0, 'only who says since gets a replay');
});

test('what no client should send is refused, and the connection stays', async () => {
    const client = await connect('alice');
    const { ack, event } = await client.command('no_such_command', {}, 'error');
    assert.deepEqual(ack, event);
    assert.equal(event.code, 'bad_request');
    for (const payload of [undefined, null, 7, 'project:7', [], {}, { room: 7 }]) {
        client.socket.emit('subscribe', payload);
        assert.equal((await client.event('error')).code, 'bad_room', JSON.stringify(payload));
    }
    client.socket.emit('subscribe', { room: 'workflow:w1', since: 'yesterday' });
    assert.equal((await client.event('error')).code, 'bad_request');
    await roundTrip(client);
    assert.deepEqual(client.disconnects, []);
});

test('names that are none of a room', async () => {
    const client = await connect('alice', { scope: 'admin' });
    for (const room of ['', 'lobby', 'project:', 'project:*', ':7', 'planet:7', 'project:a\nb', 'Project:7', `project:${'x'.repeat(256)}`])
        await assertRefused(client, room, 'bad_room');
    await joinRoom(client, `project:${'x'.repeat(255)}`);
    await joinRoom(client, 'project:Ünïcode ✓');
});

const rights = [
    {
        name: 'no rooms claim', claims: {},
        may: ['global', 'user:alice', 'workflow:w', 'bot:b', 'strategy:s'],
        mayNot: ['project:7', 'agent:a', 'user:bob', 'user:alice2'],
    },
    {
        name: 'exact names', claims: { rooms: ['project:7', 'user:bob'] },
        may: ['global', 'user:alice', 'project:7'],
        mayNot: ['project:8', 'project:77', 'workflow:w', 'agent:a'],
    },
    {
        name: 'all of a kind', claims: { rooms: ['project:*', 'agent:a'] },
        may: ['global', 'user:alice', 'project:7', 'project:8', 'agent:a'],
        mayNot: ['agent:b', 'workflow:w', 'bot:b', 'user:bob'],
    },
    { name: 'an empty list', claims: { rooms: [] }, may: ['global', 'user:alice'], mayNot: ['workflow:w', 'project:7'] },
    {
        name: 'scope admin', claims: { scope: 'admin', rooms: [] },
        may: ['project:7', 'agent:a', 'workflow:w', 'user:bob'], mayNot: [],
    },
];

test.each(rights, 'a token says what may be joined', async ({ claims, may, mayNot }) => {
    const client = await connect('alice', claims);
    for (const room of may)
        await joinRoom(client, room);
    for (const room of mayNot)
        await assertRefused(client, room, 'forbidden');
});

test('--default-rooms is for those whose token has no rooms claim', async () => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret }, args: ['--default-rooms', 'project:* agent:7'] });
    const plain = await connectRooms(own.url, token('alice'));
    for (const room of ['project:1', 'agent:7', 'workflow:w'])
        await joinRoom(plain, room);
    await assertRefused(plain, 'agent:8', 'forbidden');
    const narrow = await connectRooms(own.url, token('alice', { rooms: ['project:1'] }));
    await joinRoom(narrow, 'project:1');
    for (const room of ['project:2', 'agent:7', 'workflow:w'])
        await assertRefused(narrow, room, 'forbidden');
});

test('a connection may be in --max-rooms rooms', async () => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret }, args: ['--max-rooms', '5'] });
    const client = await connectRooms(own.url, token('alice'));
    for (const n of range(3)) // and in two since it connected
        await joinRoom(client, `workflow:w${n}`);
    await assertRefused(client, 'workflow:w3', 'limit');
    await joinRoom(client, 'workflow:w0');
    await client.ack('unsubscribe', { room: 'workflow:w0' });
    await joinRoom(client, 'workflow:w3');
});

test('1024 rooms at once is what one may be in, and a client may join them all in one go', async () => {
    const client = await connect('many');
    const acks = await Promise.all(range(1022).map((n) => client.ack('subscribe', { room: `workflow:many-${n}` })));
    assert.ok(acks.every((ack, n) => ack.room === `workflow:many-${n}` && !ack.code));
    await assertRefused(client, 'workflow:one-more', 'limit');
});

test.each(ways, 'since gives what followed, and live events come after it', async ({ name, options }) => {
    const room = `project:replay ${name}`;
    const ids = await server.publish(notes(10, room));
    const client = await connect('alice', { rooms: ['project:*'] }, options);
    await joinRoom(client, room, { since: ids[6] });
    const recent = await client.event('recent_events');
    assert.deepEqual([recent.room, recent.count, recent.recovered], [room, 3, true]);
    assert.deepEqual(recent.events.map((event) => event.event_id), ids.slice(7));
    assert.deepEqual(recent.events.map(({ type, room: of, data }) => ({ type, room: of, data })),
        range(3, 7).map((n) => ({ type: 'note.added', room, data: { n } })));
    await server.publish(notes(2, room, 10));
    assert.deepEqual((await client.take(2, 'note.added')).map((event) => event.data.n), [10, 11]);
});

test('a gap is never silent, and an empty answer is one', async () => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret }, args: ['--max-recent-events', '5'] });
    const ids = await own.publish(notes(12, 'workflow:w1'));
    const client = await connectRooms(own.url, token('alice'));
    await joinRoom(client, 'workflow:w1', { since: ids[2] });
    let recent = await client.event('recent_events');
    assert.equal(recent.recovered, false);
    assert.deepEqual(recent.events.map((event) => event.data.n), range(5, 7));
    await joinRoom(client, 'workflow:w1', { since: ids[11] });
    recent = await client.event('recent_events');
    assert.deepEqual([recent.events, recent.count, recent.recovered], [[], 0, true]);
    await own.restart();
    const later = await connectRooms(own.url, token('alice'));
    await joinRoom(later, 'workflow:w1', { since: ids[11] });
    assert.equal((await later.event('recent_events')).recovered, false);
});

test('a forbidden room gives no history either', async () => {
    const [id] = await server.publish(notes(3, 'project:closed'));
    const client = await connect('alice');
    const { ack } = await client.command('subscribe', { room: 'project:closed', since: id }, 'error');
    assert.equal(ack.code, 'forbidden');
    await roundTrip(client);
    assert.equal(client.pending('recent_events').length, 0);
});

test('an event is named by its type and comes once, whatever rooms it is for', async () => {
    const claims = { rooms: ['project:*', 'agent:*', 'workflow:*'] };
    const all = await connect('alice', claims);
    for (const room of ['project:once', 'agent:once', 'workflow:once'])
        await joinRoom(all, room);
    const second = await connect('alice', claims);
    await joinRoom(second, 'agent:once');
    const third = await connect('bob', claims);
    await joinRoom(third, 'workflow:once');
    await joinRoom(third, 'agent:once');
    const none = await connect('carol', claims);

    const data = { a: [1, { b: null }], text: 'ü✓' };
    const rooms = ['project:once', 'agent:once', 'workflow:once'];
    const [id] = await server.publish({ type: 'thing.happened', rooms, timestamp: '2026-01-02T03:04:05.678Z', data });
    const shape = (room) => ({ type: 'thing.happened', room, timestamp: '2026-01-02T03:04:05.678Z', event_id: id, data });
    assert.deepEqual(await all.event('thing.happened'), shape('project:once'));
    assert.deepEqual(await second.event('thing.happened'), shape('agent:once'));
    assert.deepEqual(await third.event('thing.happened'), shape('agent:once'));
    for (const client of [all, second, third, none]) {
        await roundTrip(client);
        assert.equal(client.pending('thing.happened').length, 0);
    }
});

test('ids in an event are rooms', async () => {
    const client = await connect('alice', { rooms: ['project:*', 'agent:*', 'workflow:*', 'bot:*', 'strategy:*'] });
    for (const kind of ['project', 'agent', 'workflow', 'bot', 'strategy']) {
        await joinRoom(client, `${kind}:42`);
        await server.publish([
            { type: `of.${kind}`, [`${kind}_id`]: '42', where: 'top' },
            { type: `of.${kind}`, data: { [`${kind}_id`]: 42, where: 'body' } },
        ]);
        const [top, body] = await client.take(2, `of.${kind}`);
        assert.equal(top.room, `${kind}:42`);
        assert.equal(top.data.where, 'top');
        assert.equal(body.room, `${kind}:42`);
        assert.equal(body.data.where, 'body');
    }
});

test('what is for one user reaches all connections of that user, and nobody else', async () => {
    const mine = [
        await connect('u1'),
        await connect('u1', {}, { transports: ['polling'] }),
        await connect('u1', {}, { namespace: '/', path: '/ws/socket.io/' }),
    ];
    const python = new PythonClient('sync_client.py', [server.url, 'both', token('u1'), '--namespace', '/ws']);
    await python.ready();
    const others = [await connect('u2'), await connect('u11'), await connect('U1', { rooms: ['project:*', 'user:*'] })];
    for (const client of [...mine, ...others])
        await joinRoom(client, 'global');
    await joinRoom(others[2], 'project:p');
    const [id] = await server.publish({ type: 'notification', user: 'u1', room: 'project:p', project_id: 'p', text: 'psst' });
    for (const client of mine) {
        const event = await client.event('notification');
        assert.deepEqual([event.room, event.event_id, event.data.text], ['user:u1', id, 'psst']);
    }
    assert.equal((await python.event('notification')).event_id, id);
    for (const client of [...mine, ...others]) {
        await roundTrip(client);
        assert.equal(client.pending('notification').length, 0);
    }
    python.disconnect();
});

test('numbers, keys and their order are the publisher\'s own', async () => {
    const client = await connect('alice');
    let packet = '';
    client.engine.on('packet', ({ data }) => {
        if (String(data).includes('exact.bytes'))
            packet = data;
    });
    const body = '{"z":1.0,"a":12345678901234567890,"e":1e400,"t":"\\u00fc"}';
    await server.publish(`{"type":"exact.bytes","data":${body}}`);
    await client.event('exact.bytes');
    assert.ok(packet.endsWith(`"data":${body}}]`), packet);
});

const invalid = [
    { name: 'project.updated without a name', event: { type: 'project.updated', data: { project_id: '1', status: 's', updated_by: 'u' } }, path: 'project_name' },
    { name: 'a status that no agent has', event: { type: 'agent.status_changed', data: { agent_id: 'a', status: 'asleep' } }, path: 'status' },
    { name: 'progress over 100', event: { type: 'workflow.progress', data: { workflow_id: 'w', progress: 101 } }, path: 'progress' },
    { name: 'progress as text', event: { type: 'workflow.progress', workflow_id: 'w', progress: '5' }, path: 'progress' },
    { name: 'a failure without its error', event: { type: 'workflow.failed', workflow_id: 'w' }, path: 'error' },
    { name: 'half a pull request', event: { type: 'pr.created', data: { pr_number: 1.5, project_id: 'p', title: 't' } }, path: 'pr_number' },
    { name: 'an issue without a title', event: { type: 'issue.closed', data: { issue_number: 1, project_id: 'p' } }, path: 'title' },
    { name: 'a confidence over 1', event: { type: 'ai.suggestion', data: { suggestion_id: 's', project_id: 'p', suggestion: 't', confidence: 1.1 } }, path: 'confidence' },
    { name: 'an analysis without an id', event: { type: 'ai.analysis_complete', data: { project_id: 'p' } }, path: 'analysis_id' },
];

test.each(invalid, 'an event that breaks the catalogue is refused with the path', async ({ event, path }) => {
    const inBody = event.data ? `data.${path}` : path;
    const answer = await server.post(event);
    assert.equal(answer.status, 422, answer.text);
    assert.ok(answer.text.includes(path), `${answer.text} should name ${inBody}`);
    const several = await server.post([{ type: 'fine', room: 'project:p' }, event]);
    assert.equal(several.status, 422);
    assert.ok(several.text.includes(path) && several.text.includes('1'), several.text);
});

test('the server\'s own events are not publishable', async () => {
    for (const type of ['connection.established', 'connection.error', 'connection_established', 'emergency', 'recent_events']) {
        const answer = await server.post({ type, data: {} });
        assert.equal(answer.status, 422, type);
        assert.equal(answer.json().error.code, 'reserved_type', type);
    }
});

const catalogue = [
    ['project.updated', { project_id: '9', project_name: 'n', status: 's', updated_by: 'u', changes: {}, more: 1 }],
    ['project.deleted', { project_id: '9', deleted_by: 'u' }],
    ['agent.status_changed', { agent_id: '9', status: 'idle', previous_status: 'busy' }],
    ['agent.connected', { agent_id: '9' }],
    ['agent.disconnected', { agent_id: '9', reason: 'r' }],
    ['workflow.started', { workflow_id: '9' }],
    ['workflow.progress', { workflow_id: '9', progress: 99.5 }],
    ['workflow.completed', { workflow_id: '9', duration_ms: 5 }],
    ['workflow.failed', { workflow_id: '9', error: 'e' }],
    ...['created', 'updated', 'closed'].map((what) => [`pr.${what}`, { pr_number: 4, project_id: '9', title: 't' }]),
    ...['created', 'updated', 'closed'].map((what) => [`issue.${what}`, { issue_number: 4, project_id: '9', title: 't' }]),
    ['ai.suggestion', { suggestion_id: 's', project_id: '9', suggestion: 't', confidence: 1 }],
    ['ai.analysis_complete', { analysis_id: 'a', project_id: '9' }],
];

test('each event of the catalogue reaches its room', async () => {
    const client = await connect('alice', { rooms: ['project:9', 'agent:9', 'workflow:9'] });
    for (const room of ['project:9', 'agent:9', 'workflow:9'])
        await joinRoom(client, room);
    for (const [type, data] of catalogue) {
        await server.publish({ type, data });
        const event = await client.event(type);
        assert.deepEqual(event.data, data);
        assert.match(event.room, /^(project|agent|workflow):9$/);
    }
});

test('rooms vanish with their last member', async () => {
    const client = await connect('alice');
    const room = 'workflow:vanishing';
    await joinRoom(client, room);
    assert.equal((await server.admin('/ws/stats')).rooms[room], 1);
    await client.ack('unsubscribe', { room });
    assert.equal((await server.admin('/ws/stats')).rooms[room], undefined);
});
