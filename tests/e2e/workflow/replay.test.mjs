// SPDX-License-Identifier: GPL-3.0-or-later

// What a room's history gives to whoever comes later, or comes back.

import assert from 'node:assert/strict';

import { openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const HalfMebibyte = 512 * 1024;

test.each(transports, 'a subscriber gets the recent events', async ({ options }) => {
    const server = await startSignalboxd();
    const ids = await server.publish(numberedEvents(5));
    const client = await connectSocketIo(server.url, options);
    const { ack } = await client.command('subscribe_workflow', { workflow_id: 'w1' }, 'subscribed');
    assert.deepEqual(ack, { type: 'workflow', workflow_id: 'w1' });
    const recent = await client.event('recent_events');
    assert.equal(recent.count, 5);
    assert.deepEqual(recent.events.map((event) => event.n), range(5));
    assert.deepEqual(recent.events.map((event) => event.event_id), ids);
    for (const event of recent.events)
        assert.deepEqual(Object.keys(event).sort(), ['event_id', 'n', 'node_id', 'timestamp', 'type', 'workflow_id']);
    const names = client.history.map((event) => event.name);
    assert.ok(names.indexOf('subscribed') < names.indexOf('recent_events'), 'first "subscribed", then the events');
});

test('the history keeps the last 100 of a room', async () => {
    const server = await startSignalboxd();
    await server.publish(numberedEvents(130));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    const recent = await client.event('recent_events');
    assert.equal(recent.count, 100);
    assert.deepEqual(recent.events.map((event) => event.n), range(100, 30));
});

test('or as many as it is told to', async () => {
    const server = await startSignalboxd({ args: ['--max-recent-events', '7'] });
    await server.publish(numberedEvents(30));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    assert.deepEqual((await client.event('recent_events')).events.map((event) => event.n), range(7, 23));
});

test('an empty history says nothing, unless it was asked', async () => {
    const server = await startSignalboxd();
    const [id] = await server.publish({ type: 'note', workflow_id: 'another' });
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    await client.subscribe('workflow', 'w2');
    assert.equal(client.pending('recent_events').length, 0);
    await client.subscribe('workflow', 'w1', { since: id });
    const { events, count, recovered } = await client.event('recent_events');
    assert.deepEqual({ events, count, recovered }, { events: [], count: 0, recovered: true });
});

test.each(transports, 'since gives what followed', async ({ options }) => {
    const server = await startSignalboxd();
    const ids = await server.publish(numberedEvents(10));
    const client = await connectSocketIo(server.url, options);
    await client.subscribe('workflow', 'w1', { since: ids[6] });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, true);
    assert.equal(recent.count, 3);
    assert.deepEqual(recent.events.map((event) => event.n), [7, 8, 9]);
    assert.ok(!recent.more);
});

test('since the last one gives nothing, and says that nothing is missing', async () => {
    const server = await startSignalboxd();
    const ids = await server.publish(numberedEvents(3));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1', { since: ids[2] });
    const { events, count, recovered } = await client.event('recent_events');
    assert.deepEqual({ events, count, recovered }, { events: [], count: 0, recovered: true });
});

test('a gap is never silent', async () => {
    const server = await startSignalboxd({ args: ['--max-recent-events', '10'] });
    const ids = await server.publish(numberedEvents(30));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1', { since: ids[3] });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, false);
    assert.deepEqual(recent.events.map((event) => event.n), range(10, 20));
});

test('the oldest retained event follows its predecessor without a gap', async () => {
    const server = await startSignalboxd({ args: ['--max-recent-events', '10'] });
    const ids = await server.publish(numberedEvents(30));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1', { since: ids[19] });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, true);
    assert.deepEqual(recent.events.map((event) => event.n), range(10, 20));
});

test('after a restart, an id of the earlier life is not recovered', async () => {
    const server = await startSignalboxd();
    const ids = await server.publish(numberedEvents(3));
    await server.restart();
    const [later] = await server.publish({ type: 'note', workflow_id: 'w1', n: 'after' });
    assert.notEqual(later.split(':')[0], ids[0].split(':')[0], 'the epoch has changed');
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1', { since: ids[1] });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, false);
    assert.deepEqual(recent.events.map((event) => event.n), ['after']);
});

test('a history bounded in bytes says what it has lost', async () => {
    const server = await startSignalboxd({ args: ['--max-history-bytes', '200000'] });
    const [first] = await server.publish({ type: 'note', workflow_id: 'idle', n: 0 });
    await server.publish({ type: 'note', workflow_id: 'idle', n: 1 });
    for (let batch = 0; batch < 10; batch += 1)
        await server.publish(numberedEvents(20, { workflow: `busy-${batch}`, filler: 'x'.repeat(5000) }));
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'idle', { since: first });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, false);
    assert.deepEqual(recent.events, []);
});

const events = (count, from = 0) => numberedEvents(count, { from, filler: 'x'.repeat(20_000) });

/** The JSON text of a packet's only argument. */
const argument = (packet) => packet.slice(packet.indexOf(',') + 1, -1);

test('without since, a big history is cut at half a mebibyte: the oldest are left out', async () => {
    const server = await startSignalboxd();
    for (let at = 0; at < 80; at += 20)
        await server.publish(events(20, at));
    const socket = await openSocketIoWebSocket(server.wsUrl);
    socket.send('42["subscribe_workflow",{"workflow_id":"w1"}]');
    const packet = await socket.text('42["recent_events"');
    const text = argument(packet);
    assert.ok(Buffer.byteLength(text) <= HalfMebibyte, `${text.length} bytes`);
    const recent = JSON.parse(text);
    assert.equal(recent.count, recent.events.length);
    assert.ok(recent.count >= 20, `only ${recent.count} events`);
    assert.deepEqual(recent.events.map((event) => event.n), range(recent.count, 80 - recent.count));
});

const raws = [
    {
        name: 'websocket',
        open: (server) => openSocketIoWebSocket(server.wsUrl),
        packet: (connection) => connection.text('42["recent_events"'),
    },
    {
        name: 'polling',
        open: (server) => openSocketIoPolling(server.url),
        packet: (connection) => connection.packet('42["recent_events"'),
    },
];

test.each(raws, 'with since, a big history comes in several parts', async ({ open, packet }) => {
    const server = await startSignalboxd({ args: ['--max-recent-events', '200'] });
    const [first] = await server.publish({ type: 'note', workflow_id: 'w1' });
    for (let at = 0; at < 150; at += 30)
        await server.publish(events(30, at));
    const connection = await open(server);
    await connection.send(`42["subscribe_workflow",{"workflow_id":"w1","since":"${first}"}]`);
    const received = [];
    let parts = 0;
    for (let more = true; more;) {
        const text = argument(await packet(connection));
        assert.ok(Buffer.byteLength(text) <= HalfMebibyte, `${text.length} bytes`);
        const part = JSON.parse(text);
        assert.equal(part.recovered, true);
        assert.equal(part.count, part.events.length);
        received.push(...part.events.map((event) => event.n));
        more = part.more === true;
        parts += 1;
    }
    assert.deepEqual(received, range(150));
    assert.ok(parts >= 6, `${parts} parts`);
});

test.each(transports, 'live events follow the replay without gap, duplicate or reordering', async ({ options }) => {
    const server = await startSignalboxd({ args: ['--max-recent-events', '1000'] });
    const filler = { filler: 'y'.repeat(10_000) };
    const [first] = await server.publish({ type: 'note', workflow_id: 'w1' });
    for (let at = 0; at < 150; at += 50)
        await server.publish(numberedEvents(50, { from: at, ...filler }));
    const client = await connectSocketIo(server.url, options);
    const publishing = (async () => {
        for (let at = 150; at < 350; at += 5)
            await server.publish(numberedEvents(5, { from: at })); // small: who cannot keep up with them is slow
    })();
    client.socket.emit('subscribe_workflow', { workflow_id: 'w1', since: first });
    const received = [];
    while (received.length < 350) {
        const isEvent = ({ name }) => name === 'recent_events' || name === 'workflow_event';
        const { name, args: [payload] } = await client.events.next(isEvent, `event ${received.length}`);
        if (name === 'recent_events')
            assert.equal(payload.recovered, true);
        received.push(...(name === 'recent_events' ? payload.events : [payload]).map((event) => event.n));
    }
    await publishing;
    assert.deepEqual(received, range(350));
    assert.equal(client.connects, 1);
});

test('a replay makes nobody slow: many rooms at once, five times the queue', async () => {
    const server = await startSignalboxd();
    const firsts = {};
    for (const workflow of ['w1', 'w2', 'w3', 'w4']) {
        [firsts[workflow]] = await server.publish({ type: 'note', workflow_id: workflow });
        for (let at = 0; at < 90; at += 30)
            await server.publish(numberedEvents(30, { from: at, workflow, filler: 'z'.repeat(15_000) }));
    }
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    for (const [workflow, since] of Object.entries(firsts))
        client.socket.emit('subscribe_workflow', { workflow_id: workflow, since });
    const received = { w1: [], w2: [], w3: [], w4: [] };
    while (Object.values(received).some((list) => list.length < 90)) {
        for (const event of (await client.event('recent_events')).events)
            received[event.workflow_id].push(event.n);
    }
    for (const list of Object.values(received))
        assert.deepEqual(list, range(90));
    assert.equal(client.connects, 1);
});
