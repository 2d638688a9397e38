// SPDX-License-Identifier: GPL-3.0-or-later

// Many events at once: on polling, during an upgrade, and in both directions.

import assert from 'node:assert/strict';

import { openSocketIoPolling, parseEvent } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { SocketIoClient, connectSocketIo, transports } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const server = await startSignalboxd();

test('a poll answer holds at most 16 packets, and nothing is lost', async () => {
    const session = await openSocketIoPolling(server.url);
    await session.send('42["subscribe_workflow",{"workflow_id":"poll"}]');
    await session.packet('42["subscribed"');
    await server.publish(numberedEvents(200, { workflow: 'poll' }));
    session.answers.length = 0;
    const received = [];
    while (received.length < 200) {
        const packet = await session.packet('42["workflow_event"');
        received.push(parseEvent(packet).args[0].n);
    }
    assert.deepEqual(received, range(200));
    for (const answer of session.answers)
        assert.ok(answer.length <= 16, `${answer.length} packets in one answer`);
    assert.ok(session.answers.some((answer) => answer.length > 1), 'packets are sent together');
});

test.each(transports, 'a burst of 500 events', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const workflow = `burst-${client.id}`;
    await client.subscribe('workflow', workflow);
    await server.publish(numberedEvents(500, { workflow }));
    assert.deepEqual((await client.take(500)).map((event) => event.n), range(500));
    assert.equal(client.connects, 1);
});

test('an upgrade while events flow loses, doubles and reorders nothing', async () => {
    const clients = await Promise.all(range(5).map(async (index) => {
        const client = await new SocketIoClient(server.url, { transports: ['polling', 'websocket'] }).connected();
        const workflow = `upgrade-${index}`;
        const upgrade = client.upgraded();
        client.socket.emit('subscribe_workflow', { workflow_id: workflow });
        const numbers = [];
        const done = (async () => {
            while (numbers.length < 500)
                numbers.push((await client.event('workflow_event')).n);
        })();
        // The history would hide a loss: everything is published after the subscription.
        await client.event('subscribed');
        const publishing = (async () => {
            for (let at = 0; at < 500; at += 10)
                await server.publish(numberedEvents(10, { from: at, workflow }));
        })();
        await Promise.all([publishing, upgrade, done]);
        return { client, numbers };
    }));
    for (const { client, numbers } of clients) {
        assert.equal(client.transport, 'websocket');
        assert.deepEqual(numbers, range(500));
        assert.equal(client.pending('workflow_event').length, 0);
        assert.equal(client.connects, 1);
    }
});

test.each(transports, 'a burst of commands: each is acknowledged', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const answers = await Promise.all(range(600).map((index) => client.subscribe('workflow', `many-${index}`)));
    assert.deepEqual(answers.map((answer) => answer.workflow_id), range(600).map((index) => `many-${index}`));
    assert.equal(client.connects, 1);
});

test('big events come whole', async () => {
    const filler = 'é'.repeat(300_000);
    for (const { options } of transports) {
        const client = await connectSocketIo(server.url, options);
        await client.subscribe('workflow', `big-${client.id}`);
        await server.publish({ type: 'node_completed', workflow_id: `big-${client.id}`, outputs: { filler } });
        assert.equal((await client.event('workflow_event')).outputs.filler, filler);
    }
});
