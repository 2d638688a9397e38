// SPDX-License-Identifier: GPL-3.0-or-later

// Who gets which events, how often, in which order, in which shape.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const server = await startSignalboxd();
let counter = 0;
/** Ids of their own for every test, so that one's history is not another's. */
const fresh = (kind) => `${kind}-${(counter += 1)}`;

test.each(transports, 'an event comes in the dialect\'s shape', async ({ options }) => {
    const workflow = fresh('w');
    const client = await connectSocketIo(server.url, options);
    await client.subscribe('workflow', workflow);
    const sent = {
        type: 'node_completed', execution_id: 'e1', workflow_id: workflow, node_id: 'n1', node_name: 'Fetch prices',
        node_category: 'data', duration_ms: 12.5, status: 'success', outputs: { rows: [1, 2], none: null },
    };
    const [id] = await server.publish(sent);
    const { timestamp, ...event } = await client.event('workflow_event');
    assert.deepEqual(event, { ...sent, event_id: id });
    assert.match(timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a body in `data` stands beside type, event_id and timestamp', async () => {
    const workflow = fresh('w');
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', workflow);
    const timestamp = '2024-01-02T03:04:05.678Z';
    const [id] = await server.publish({ type: 'node_failed', timestamp, data: { workflow_id: workflow, error: 'no' } });
    assert.deepEqual(await client.event('workflow_event'),
        { type: 'node_failed', event_id: id, timestamp, workflow_id: workflow, error: 'no' });
});

test('an unknown type is as good as a known one', async () => {
    const workflow = fresh('w');
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', workflow);
    await server.publish({ type: 'My.own:type-2', workflow_id: workflow, anything: true });
    assert.equal((await client.event('workflow_event')).type, 'My.own:type-2');
});

test.each(transports, 'each event comes once, in order, also through several rooms', async ({ options }) => {
    const ids = { workflow: fresh('w'), bot: fresh('b'), strategy: fresh('s') };
    const client = await connectSocketIo(server.url, options);
    for (const [kind, id] of Object.entries(ids))
        await client.subscribe(kind, id);
    const events = numberedEvents(60, { workflow: ids.workflow, bot_id: ids.bot, strategy_id: ids.strategy });
    for (let at = 0; at < events.length; at += 20)
        await server.publish(events.slice(at, at + 20));
    await server.publish({ type: 'execution_completed', bot_id: ids.bot, n: 'end' });
    const received = await client.take(61);
    assert.deepEqual(received.map((event) => event.n), [...range(60), 'end']);
    assert.equal(client.pending('workflow_event').length, 0);
    const offsets = received.map((event) => Number(event.event_id.split(':')[1]));
    assert.ok(offsets.every((offset, index) => index === 0 || offset > offsets[index - 1]), 'offsets increase');
});

test('a socket that joined nothing gets nothing', async () => {
    const workflow = fresh('w');
    const idle = await connectSocketIo(server.url, { transports: ['websocket'] });
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', workflow);
    await server.publish([{ type: 'strategy_created', n: 1 }, { type: 'node_started', workflow_id: workflow, n: 2 }]);
    assert.equal((await client.event('workflow_event')).n, 2);
    // Its own command is answered after whatever was sent before.
    await idle.ack('unsubscribe', { type: 'workflow', workflow_id: 'none' });
    assert.equal(idle.pending('workflow_event').length, 0);
});

test('only the subscribed workflow comes, and none after leaving it', async () => {
    const [mine, other] = [fresh('w'), fresh('w')];
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', mine);
    await server.publish([
        { type: 'node_started', workflow_id: other, n: 1 },
        { type: 'node_started', workflow_id: mine, n: 2 },
    ]);
    assert.equal((await client.event('workflow_event')).n, 2);
    await client.ack('unsubscribe', { type: 'workflow', workflow_id: mine });
    await server.publish({ type: 'node_started', workflow_id: mine, n: 3 });
    await client.ack('unsubscribe', { type: 'workflow', workflow_id: mine });
    assert.equal(client.pending('workflow_event').length, 0);
});

test('rooms can be named instead', async () => {
    const [first, second] = [fresh('w'), fresh('b')];
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', first);
    await client.subscribe('bot', second);
    await server.publish([
        { type: 'note', room: `workflow:${first}`, n: 1 },
        { type: 'note', rooms: [`bot:${second}`, 'project:7'], n: 2 },
        { type: 'note', rooms: [`bot:${second}`, `workflow:${first}`], n: 3 },
    ]);
    assert.deepEqual((await client.take(3)).map((event) => event.n), [1, 2, 3]);
    await client.ack('unsubscribe', { type: 'bot', bot_id: 'none' });
    assert.equal(client.pending('workflow_event').length, 0);
});

test('node events reach the room of the bot whose execution they belong to', async () => {
    const [workflow, bot, execution] = [fresh('w'), fresh('b'), fresh('e')];
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('bot', bot);
    await server.publish({ type: 'execution_started', execution_id: execution, workflow_id: workflow, bot_id: bot, n: 0 });
    await server.publish([
        { type: 'node_started', execution_id: execution, workflow_id: workflow, n: 1 },
        { type: 'node_completed', execution_id: execution, workflow_id: workflow, n: 2 },
        { type: 'node_started', execution_id: `${execution}-other`, workflow_id: workflow, n: 'not ours' },
        { type: 'execution_completed', execution_id: execution, workflow_id: workflow, n: 3 },
        { type: 'node_started', execution_id: execution, workflow_id: workflow, n: 'too late' },
        { type: 'end', bot_id: bot, n: 4 },
    ]);
    assert.deepEqual((await client.take(5)).map((event) => event.n), [0, 1, 2, 3, 4]);
});

test('and the strategy\'s, also within one batch', async () => {
    const [workflow, strategy, execution] = [fresh('w'), fresh('s'), fresh('e')];
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('strategy', strategy);
    await server.publish([
        { type: 'execution_started', execution_id: execution, workflow_id: workflow, strategy_id: strategy, n: 0 },
        { type: 'node_failed', execution_id: execution, workflow_id: workflow, n: 1 },
        { type: 'execution_failed', execution_id: execution, workflow_id: workflow, n: 2 },
    ]);
    assert.deepEqual((await client.take(3)).map((event) => event.n), [0, 1, 2]);
});

test('an event for one user is seen by nobody else, whatever rooms it names', async () => {
    const [workflow, bot] = [fresh('w'), fresh('b')];
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', workflow);
    await client.subscribe('bot', bot);
    await server.publish([
        { type: 'secret', user: 'alice', workflow_id: workflow, n: 1 },
        { type: 'secret', user: 'alice', room: `workflow:${workflow}`, rooms: [`bot:${bot}`], n: 2 },
        { type: 'open', workflow_id: workflow, n: 3 },
    ]);
    assert.equal((await client.event('workflow_event')).n, 3);
    assert.equal(client.pending('workflow_event').length, 0);
    // Nor later, from the history.
    const late = await connectSocketIo(server.url, { transports: ['websocket'] });
    await late.subscribe('workflow', workflow);
    assert.deepEqual((await late.event('recent_events')).events.map((event) => event.n), [3]);
});

test('many clients get the same', async () => {
    const workflow = fresh('w');
    const clients = await Promise.all(Array.from({ length: 30 }, (_, index) => (
        connectSocketIo(server.url, transports[index % 3].options))));
    await Promise.all(clients.map((client) => client.subscribe('workflow', workflow)));
    await server.publish(numberedEvents(50, { workflow }));
    for (const client of clients)
        assert.deepEqual((await client.take(50)).map((event) => event.n), range(50));
});
