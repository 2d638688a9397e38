// SPDX-License-Identifier: GPL-3.0-or-later

// The server goes away and comes back, and so do its clients.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';

const ends = [
    { name: 'stopped', end: (server) => server.stop() },
    { name: 'killed', end: (server) => server.kill() },
].flatMap((how) => transports.map((transport) => ({
    name: `${how.name}, ${transport.name}`, end: how.end, options: transport.options,
})));

test.each(ends, 'clients return to a server that was restarted', async ({ end, options }) => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, options);
    await client.subscribe('workflow', 'w1');
    const firstId = client.id;
    const [last] = await server.publish({ type: 'note', workflow_id: 'w1', n: 1 });
    await client.event('workflow_event');
    await end(server);
    await client.disconnected();
    await server.restart();
    await client.event(':connect');
    const greeting = await client.event('connected');
    assert.equal(greeting.sid, client.id);
    assert.notEqual(client.id, firstId);
    await client.subscribe('workflow', 'w1', { since: last });
    assert.equal((await client.event('recent_events')).recovered, false);
    await server.publish({ type: 'note', workflow_id: 'w1', n: 2 });
    assert.equal((await client.event('workflow_event')).n, 2);
    assert.equal(client.connects, 2);
});

test('a client that was cut off continues where it was', async () => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'w1');
    await server.publish({ type: 'note', workflow_id: 'w1', n: 1 });
    const last = (await client.event('workflow_event')).event_id;
    client.engine.transport.ws.terminate();
    await client.disconnected();
    await server.publish([2, 3, 4].map((n) => ({ type: 'note', workflow_id: 'w1', n })));
    await client.event(':connect');
    await client.subscribe('workflow', 'w1', { since: last });
    const recent = await client.event('recent_events');
    assert.equal(recent.recovered, true);
    assert.deepEqual(recent.events.map((event) => event.n), [2, 3, 4]);
});
