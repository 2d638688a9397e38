// SPDX-License-Identifier: GPL-3.0-or-later

// Connecting, subscribing and leaving with the official client, whichever way it comes.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';

const server = await startSignalboxd();

test.each(transports, 'the greeting says who we are', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const { sid, message, auth_required: authRequired, server_time: serverTime } = client.greeting;
    assert.deepEqual(Object.keys(client.greeting).sort(), ['auth_required', 'message', 'server_time', 'sid']);
    assert.equal(sid, client.id);
    assert.equal(message, 'Connected to workflow events');
    assert.equal(authRequired, false);
    assert.ok(Math.abs(Date.parse(serverTime) - Date.now()) < 300_000, `server_time is ${serverTime}`);
});

const kinds = ['workflow', 'bot', 'strategy'];

test.each(transports, 'subscribing is answered by an event and by the ack, with the same object', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    for (const kind of kinds) {
        const key = `${kind}_id`;
        const { ack, event } = await client.command(`subscribe_${kind}`, { [key]: `${kind}-1` }, 'subscribed');
        assert.deepEqual(ack, { type: kind, [key]: `${kind}-1` });
        assert.deepEqual(event, ack);
    }
});

test.each(transports, 'unsubscribing is answered alike, also when there is nothing to leave', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    for (const kind of kinds) {
        const payload = { type: kind, [`${kind}_id`]: 'never-joined' };
        for (let round = 0; round < 2; round += 1) {
            const { ack, event } = await client.command('unsubscribe', payload, 'unsubscribed');
            assert.deepEqual(ack, payload);
            assert.deepEqual(event, payload);
        }
    }
});

test.each(transports, 'where no token is needed, authenticating says so', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const { ack, event } = await client.command('authenticate', { token: 'whatever' }, 'auth_response');
    assert.deepEqual(ack, { success: true, message: 'Authentication not required' });
    assert.deepEqual(event, ack);
});

const integers = [
    { name: 'a number is taken by its decimal text', subscribed: 42, published: '42' },
    { name: 'and matches a number', subscribed: '43', published: 43 },
];

test.each(integers, 'ids may be integers', async ({ subscribed, published }) => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const answer = await client.subscribe('workflow', subscribed);
    assert.equal(answer.type, 'workflow');
    await server.publish({ type: 'node_started', workflow_id: published, n: 1 });
    assert.equal((await client.event('workflow_event')).n, 1);
});

const mistakes = [
    { name: 'no payload', command: 'subscribe_workflow', args: [], message: 'workflow_id is required' },
    { name: 'no id', command: 'subscribe_workflow', args: [{}], message: 'workflow_id is required' },
    { name: 'an empty id', command: 'subscribe_workflow', args: [{ workflow_id: '' }] },
    { name: 'no bot id', command: 'subscribe_bot', args: [{ workflow_id: 'w1' }], message: 'bot_id is required' },
    { name: 'no strategy id', command: 'subscribe_strategy', args: [{}], message: 'strategy_id is required' },
    { name: 'an id that is a list', command: 'subscribe_workflow', args: [{ workflow_id: ['w1'] }] },
    { name: 'an id that is an object', command: 'subscribe_workflow', args: [{ workflow_id: {} }] },
    { name: 'an id that is null', command: 'subscribe_workflow', args: [{ workflow_id: null }] },
    { name: 'an id with a control character', command: 'subscribe_workflow', args: [{ workflow_id: 'a\u0007b' }] },
    { name: 'an id with a star', command: 'subscribe_workflow', args: [{ workflow_id: '*' }] },
    { name: 'an id of 256 bytes', command: 'subscribe_workflow', args: [{ workflow_id: 'x'.repeat(256) }] },
    { name: 'a payload that is a text', command: 'subscribe_workflow', args: ['w1'] },
    { name: 'a payload that is binary', command: 'subscribe_workflow', args: [Buffer.from('w1')] },
    { name: 'a since that is none', command: 'subscribe_workflow', args: [{ workflow_id: 'w1', since: 'yesterday' }] },
    { name: 'unsubscribing from nothing', command: 'unsubscribe', args: [{}] },
    { name: 'unsubscribing from an unknown kind', command: 'unsubscribe', args: [{ type: 'planet', planet_id: 1 }] },
    { name: 'unsubscribing without id', command: 'unsubscribe', args: [{ type: 'workflow' }], message: 'workflow_id is required' },
];

test.each(mistakes, 'a mistake is answered by an error, as event and as ack', async ({ command, args, message }) => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const [ack, event] = await Promise.all([client.ack(command, ...args), client.event('error')]);
    assert.deepEqual(event, ack);
    assert.match(ack.code, /^bad_(request|room)$/);
    assert.equal(typeof ack.message, 'string');
    if (message)
        assert.deepEqual(ack, { message, code: 'bad_request' });
    // And the connection is as good as before.
    assert.deepEqual(await client.subscribe('bot', 'b1'), { type: 'bot', bot_id: 'b1' });
    assert.deepEqual(client.disconnects, []);
});

test('an id of 255 bytes is taken', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const id = 'é'.repeat(127) + 'x';
    assert.deepEqual(await client.subscribe('workflow', id), { type: 'workflow', workflow_id: id });
});

test('an unknown command harms nobody', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    client.socket.emit('make_coffee', { strong: true });
    assert.deepEqual(await client.subscribe('bot', 'b1'), { type: 'bot', bot_id: 'b1' });
});

test('another namespace is refused', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const other = client.socket.io.socket('/nowhere', {});
    const refused = new Promise((resolve) => {
        other.once('connect_error', resolve);
    });
    assert.equal((await refused).message, 'Invalid namespace');
    assert.equal(client.socket.connected, true);
});

test.each(transports, 'leaving is seen by the server', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const sid = client.id;
    await server.connections((list) => list.some((one) => one.sid === sid), 'the connection to be there');
    client.close();
    await server.connections((list) => !list.some((one) => one.sid === sid), 'the connection to be gone');
});

test('binary from a client does no harm', async () => {
    for (const { options } of transports) {
        const client = await connectSocketIo(server.url, options);
        client.socket.emit('blob', Buffer.alloc(10_000, 1), { more: [Buffer.from('x')] });
        client.socket.emit('subscribe_workflow', { workflow_id: Buffer.from('x') });
        await client.event('error');
        assert.deepEqual(await client.subscribe('workflow', 'w1'), { type: 'workflow', workflow_id: 'w1' });
        assert.equal(client.connects, 1);
        assert.deepEqual(client.disconnects, []);
    }
});
