// SPDX-License-Identifier: GPL-3.0-or-later

// The rooms dialect: who gets in, by which address, and how a client is greeted.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { issueToken, newSecret, signedToken } from '../support/jwt.mjs';
import { PythonClient } from '../support/python.mjs';
import { addresses, connectRooms, roomsClient, roundTrip } from '../support/rooms.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { transports } from '../support/socketio.mjs';

const Secret = newSecret();
const server = await startSignalboxd({ env: { JWT_SECRET: Secret } });

const Timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function assertGreeted(client, user) {
    assert.deepEqual(client.sameGreeting, client.greeting, 'the same object under both names');
    assert.equal(client.greeting.type, 'connection.established');
    assert.match(client.greeting.timestamp, Timestamp);
    assert.deepEqual(Object.keys(client.greeting).sort(), ['data', 'timestamp', 'type']);
    const { sid, user_id, rooms } = client.greeting.data;
    assert.equal(sid, client.id);
    assert.equal(user_id, user);
    assert.deepEqual([...rooms].sort(), ['global', `user:${user}`]);
}

const ways = addresses.flatMap((address) => transports.map((transport) => ({
    name: `${address.name}, ${transport.name}`, namespace: address.namespace,
    options: { ...address.options, ...transport.options },
})));

test.each(ways, 'a valid token is let in, greeted and put into its rooms', async ({ namespace, options }) => {
    const { token } = await issueToken(server, 'alice');
    const client = await connectRooms(server.url, token, { namespace, ...options });
    assertGreeted(client, 'alice');
    const [id] = await server.publish({ type: 'system.note', text: 'to all' });
    const event = await client.event('system.note');
    assert.deepEqual(event, {
        type: 'system.note', room: 'global', timestamp: event.timestamp, event_id: id, data: { text: 'to all' },
    });
    await roundTrip(client);
    assert.equal(client.history.filter((one) => one.name === 'connected').length, 0, 'that is the workflow dialect');
});

test('a token that another program has signed is as good', async () => {
    const client = await connectRooms(server.url, signedToken(Secret, 'bob'));
    assertGreeted(client, 'bob');
});

const places = [
    { name: 'Authorization', give: (token) => ({ extraHeaders: bearer(token) }) },
    { name: '?token=', give: (token) => ({ query: { token } }) },
];

test.each(places, 'the token may stand elsewhere', async ({ give }) => {
    const client = await connectRooms(server.url, undefined, give(signedToken(Secret, 'carol')));
    assertGreeted(client, 'carol');
});

const wrong = newSecret();
const refusals = [
    { name: 'none', token: undefined, code: 'missing_token' },
    { name: 'an empty one', token: '', code: 'missing_token' },
    { name: 'no JWT', token: 'rubbish', code: 'invalid_token' },
    { name: 'another secret', token: signedToken(wrong, 'eve'), code: 'invalid_token' },
    { name: 'alg none', token: signedToken(Secret, 'eve', { header: { alg: 'none' } }), code: 'invalid_token' },
    { name: 'another algorithm', token: signedToken(Secret, 'eve', { header: { alg: 'HS512' } }), code: 'invalid_token' },
    { name: 'no expiry', token: signedToken(Secret, 'eve', { exp: undefined }), code: 'invalid_token' },
    { name: 'not yet', token: signedToken(Secret, 'eve', { nbf: 4e9 }), code: 'invalid_token' },
    { name: 'forged as ours', token: signedToken(wrong, 'eve', { iss: 'signalbox' }), code: 'invalid_token' },
    { name: 'expired', token: signedToken(Secret, 'eve', { ttl: -3600 }), code: 'token_expired' },
];
// A server of its own for each address: failed authentications of one address are limited.
for (const { name, namespace, options } of addresses) {
    test(`whoever has no valid token is refused [${name}]`, async () => {
        const own = await startSignalboxd({ env: { JWT_SECRET: Secret } });
        for (const { name: which, token, code } of refusals) {
            const client = roomsClient(own.url, token, { namespace, ...options });
            const error = await client.event(':connect_error');
            assert.equal(error.message, 'Authentication failed', which);
            assert.deepEqual(error.data, { type: 'connection.error', code }, which);
            assert.equal(client.connects, 0);
            client.close();
        }
    });
}

test('the static token is none of a user', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', 'static-token-0123456789'] });
    const client = roomsClient(own.url, 'static-token-0123456789');
    assert.equal((await client.event(':connect_error')).data.code, 'invalid_token');
});

test('a leeway of a minute: clocks differ', async () => {
    const client = await connectRooms(server.url, signedToken(Secret, 'dora', { ttl: -20 }));
    assertGreeted(client, 'dora');
});

test('a token without the right to subscribe is refused', async () => {
    const client = roomsClient(server.url, signedToken(Secret, 'erik', { scope: 'publish' }));
    assert.equal((await client.event(':connect_error')).data.code, 'forbidden');
});

const pythons = ['sync_client.py', 'asyncio_client.py'].flatMap((script) => addresses
    .flatMap(({ name, namespace, options }) => ['polling', 'websocket', 'both'].map((transport) => ({
        name: `${script}, ${name}, ${transport}`, script, transport,
        more: ['--namespace', namespace, ...(options.path ? ['--path', options.path] : [])],
    }))));

test.each(pythons, 'python-socketio connects, subscribes, receives', async ({ script, transport, more }) => {
    const client = new PythonClient(script, [server.url, transport, signedToken(Secret, 'py', { rooms: ['project:*'] }), ...more]);
    const { sid } = await client.ready();
    const greeting = await client.event('connection_established');
    assert.deepEqual(await client.event('connection.established'), greeting);
    assert.equal(greeting.data.sid, sid);
    client.emit('subscribe', { room: 'project:py' }, 1);
    assert.deepEqual(await client.event('subscribed'), { room: 'project:py' });
    assert.deepEqual((await client.next('ack')).data, { room: 'project:py' });
    const [id] = await server.publish({ type: 'note.added', room: 'project:py', data: { n: 1.0 } });
    const event = await client.event('note.added');
    assert.deepEqual([event.room, event.event_id, event.data], ['project:py', id, { n: 1 }]);
    client.emit('subscribe', { room: 'agent:7' }, 2);
    const error = await client.event('error');
    assert.equal(error.code, 'forbidden');
    assert.equal(error.room, 'agent:7');
    client.emit('unsubscribe', { room: 'project:py' }, 3);
    assert.deepEqual(await client.event('unsubscribed'), { room: 'project:py' });
    client.disconnect();
    await client.next('end');
    assert.equal(client.count('connect'), 1);
});

test('python-socketio is told why it may not come in', async () => {
    const client = new PythonClient('sync_client.py', [server.url, 'websocket', 'rubbish', '--namespace', '/ws']);
    const { data } = await client.next('connect_error');
    assert.match(data, /Authentication failed/);
    assert.match(data, /invalid_token/);
});

test('/ws/stats tells of users and rooms, as of now', async () => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret } });
    const first = await connectRooms(own.url, signedToken(Secret, 'alice'));
    await connectRooms(own.url, signedToken(Secret, 'alice'), { transports: ['polling'] });
    await connectRooms(own.url, signedToken(Secret, 'bob'));
    for (const path of ['/ws/stats', '/api/v1/websocket/stats']) {
        const stats = await own.admin(path);
        assert.equal(stats.total_connections, 3);
        assert.equal(stats.unique_users, 2);
        assert.deepEqual(stats.connections_by_user, { alice: 2, bob: 1 });
        assert.deepEqual(stats.connections_by_transport, { polling: 1, websocket: 2 });
        assert.deepEqual(stats.rooms, { global: 3, 'user:alice': 2, 'user:bob': 1 });
    }
    first.close();
    await own.connections((list) => list.length === 2);
    assert.deepEqual((await own.admin('/ws/stats')).rooms, { global: 2, 'user:alice': 1, 'user:bob': 1 });
});

test('/ws/stats keeps users to itself while authentication is required', async () => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret }, args: ['--require-auth'] });
    await connectRooms(own.url, signedToken(Secret, 'alice'));
    const stats = (await own.get('/ws/stats')).json();
    assert.deepEqual([stats.total_connections, stats.unique_users], [1, 1]);
    assert.equal(stats.connections_by_user, undefined);
    assert.equal(stats.rooms, undefined);
});
