// SPDX-License-Identifier: GPL-3.0-or-later

// The official clients on our generic layers.

import assert from 'node:assert/strict';

import { startConformance } from '../e2e/support/conformance.mjs';
import { Inbox, onCleanup, test } from '../e2e/support/harness.mjs';
import { EngineSocket, SocketIoClient, io, transports } from '../e2e/support/socketio.mjs';

const server = await startConformance();
const raw = await startConformance({ path: '/engine.io/', rawEngineIo: true });

test.each(transports, 'the official client: events, acks and binary', async ({ options, upgrades }) => {
    const client = await new SocketIoClient(server.url, { ...options, auth: { token: 'abc' } }).connected();
    assert.deepEqual(await client.event('auth'), { token: 'abc' });
    for (let round = 0; round < 2; round += 1) {
        client.socket.emit('message', 1, 'two', { three: [true, null] });
        const { args } = await client.events.next((event) => event.name === 'message-back');
        assert.deepEqual(args, [1, 'two', { three: [true, null] }]);
        client.socket.emit('message', Buffer.from([1, 2, 3]), { deep: [Buffer.from('four')] });
        const binary = await client.events.next((event) => event.name === 'message-back');
        assert.deepEqual(Buffer.from(binary.args[0]), Buffer.from([1, 2, 3]));
        assert.deepEqual(Buffer.from(binary.args[1].deep[0]), Buffer.from('four'));
        assert.deepEqual(await client.ack('message-with-ack', 'x'), 'x');
        assert.deepEqual(Buffer.from(await client.ack('message-with-ack', Buffer.from('y'))), Buffer.from('y'));
        if (upgrades)
            await client.upgraded();
    }
    assert.equal(client.connects, 1);
});

test.each(transports, 'the official client: two namespaces on one connection', async ({ options }) => {
    const client = await new SocketIoClient(server.url, options).connected();
    const custom = client.socket.io.socket('/custom', {});
    const received = new Inbox('events in /custom');
    custom.onAny((name, ...args) => received.push({ name, args }));
    await received.next((event) => event.name === 'auth', 'auth');
    custom.emit('message', 'there');
    assert.deepEqual((await received.next()).args, ['there']);
    custom.disconnect();
    client.socket.emit('message', 'here');
    assert.equal(await client.event('message-back'), 'here');
});

test.each(transports, 'the official client: an unknown namespace', async ({ options }) => {
    const socket = io(`${server.url}/unknown`, { forceNew: true, ...options });
    onCleanup(() => socket.disconnect());
    const error = await new Promise((resolve) => {
        socket.once('connect_error', resolve);
    });
    assert.equal(error.message, 'Invalid namespace');
});

test.each(transports, 'the official client: a burst of acks in order', async ({ options }) => {
    const client = await new SocketIoClient(server.url, options).connected();
    const answers = await Promise.all(Array.from({ length: 300 }, (_, index) => client.ack('message-with-ack', index)));
    assert.deepEqual(answers, Array.from({ length: 300 }, (_, index) => index));
    assert.equal(client.connects, 1);
});

test.each(transports, 'the official Engine.IO client echoes', async ({ options, upgrades }) => {
    const socket = new EngineSocket(raw.url, { path: '/engine.io/', ...options });
    onCleanup(() => socket.close());
    const messages = new Inbox('messages');
    const opened = new Promise((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
    });
    const upgrade = upgrades ? new Promise((resolve) => {
        socket.once('upgrade', resolve);
    }) : null;
    socket.on('message', (data) => messages.push(data));
    await opened;
    const sent = Array.from({ length: 200 }, (_, index) => `text ${index} €`);
    for (const [index, text] of sent.entries()) {
        socket.send(text);
        if (index === 100)
            await upgrade;
    }
    assert.deepEqual(await messages.take(sent.length), sent);
    socket.send(Buffer.from([0, 255, 1]));
    assert.deepEqual(Buffer.from(await messages.next()), Buffer.from([0, 255, 1]));
});
