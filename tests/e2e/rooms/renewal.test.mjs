// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens in less usual places: the workflow dialect, two namespaces on one connection, unusual
// claims, keys that change while clients are connected.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { onCleanup, temporaryFolder, test } from '../support/harness.mjs';
import { issueToken, newSecret, nowSeconds, revokeToken, signedToken } from '../support/jwt.mjs';
import { connectPlain } from '../support/plain.mjs';
import { connectRooms, joinRoom, roomsClient, roundTrip } from '../support/rooms.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const Secret = newSecret();
const server = await startSignalboxd({ env: { JWT_SECRET: Secret } });

const token = (sub, claims = {}) => signedToken(Secret, sub, claims);
const shortLived = (sub, claims = {}) => token(sub, { exp: nowSeconds() + 3, ...claims });

test('a token of the workflow dialect expires and is renewed, too', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'], auth: { token: shortLived('w') } });
    assert.equal((await client.event('auth_response')).success, true);
    await client.subscribe('workflow', 'expiring');
    assert.equal((await client.event('error')).code, 'token_expired');
    await server.publish(numberedEvents(3, { workflow: 'expiring' }));
    await client.command('authenticate', { token: 'rubbish' }, 'auth_response');
    assert.equal(client.pending('workflow_event').length, 0);
    const { ack } = await client.command('authenticate', { token: token('w') }, 'auth_response');
    assert.equal(ack.success, true);
    assert.deepEqual((await client.take(3)).map((event) => event.n), range(3));
});

test('what is unsubscribed between expiry and renewal does not come any more', async () => {
    const client = await connectRooms(server.url, shortLived('alice'));
    await joinRoom(client, 'workflow:left');
    await joinRoom(client, 'workflow:kept');
    await client.event('error');
    await server.publish([{ type: 'note.added', room: 'workflow:left' }, { type: 'note.added', room: 'workflow:kept' }]);
    await client.ack('unsubscribe', { room: 'workflow:left' });
    await client.ack('authenticate', { token: token('alice') });
    await roundTrip(client);
    assert.deepEqual(client.pending('note.added').map((event) => event.room), ['workflow:kept']);
});

test('a plain client that leaves a room keeps what is held for its types', async () => {
    const client = await connectPlain(server, shortLived('bob'));
    await client.subscribe(['workflow:left', 'workflow:kept', 'note.added']);
    await client.data('error', (error) => error.code === 'token_expired');
    await server.publish(['note.added', 'note.removed'].flatMap((type) =>
        ['workflow:left', 'workflow:kept'].map((room) => ({ type, room, data: { of: room } }))));
    await client.unsubscribe(['workflow:left']);
    client.act('authenticate', { token: token('bob') });
    await client.data('authenticated');
    await client.roundTrip();
    const rooms = (type) => client.pending(type).map((event) => event.data.of);
    assert.deepEqual(rooms('note.added'), ['workflow:left', 'workflow:kept']);
    assert.deepEqual(rooms('note.removed'), ['workflow:kept']);
});

test('two namespaces of one connection: each event once in each, and one end for both', async () => {
    const { id, token: issued } = await issueToken(server, 'both');
    const rooms = await connectRooms(server.url, issued, { forceNew: false, multiplex: true });
    const workflow = rooms.socket.io.socket('/', { auth: {} }); // connects by itself
    onCleanup(() => workflow.disconnect());
    const events = [];
    workflow.onAny((name, payload) => events.push({ name, payload }));
    await new Promise((resolve) => {
        workflow.once('connected', resolve);
    });
    await joinRoom(rooms, 'workflow:both');
    await new Promise((resolve) => workflow.emit('subscribe_workflow', { workflow_id: 'both' }, resolve));
    await server.publish({ type: 'note.added', workflow_id: 'both' });
    await rooms.event('note.added');
    await roundTrip(rooms);
    await new Promise((resolve) => workflow.emit('unsubscribe', { type: 'workflow', workflow_id: 'both' }, resolve));
    assert.equal(events.filter(({ name }) => name === 'workflow_event').length, 1);
    assert.equal(rooms.pending('note.added').length, 0);
    const ended = new Promise((resolve) => workflow.once('disconnect', resolve));
    await revokeToken(server, id);
    assert.equal(await rooms.disconnected(), 'io server disconnect');
    assert.equal(await ended, 'io server disconnect');
});

const unusual = [
    { name: 'a lifetime in milliseconds', claims: { exp: Date.now() + 3_600_000 }, good: false },
    { name: 'the largest integer', claims: { exp: Number.MAX_SAFE_INTEGER } },
    { name: 'a century', claims: { ttl: 3_155_760_000 }, good: true },
    { name: 'a fraction of a second', claims: { exp: nowSeconds() + 3600.5 }, good: true },
    { name: 'an expiry as text', claims: { exp: '4000000000' }, good: false },
    { name: 'a negative expiry', claims: { exp: -1 }, good: false },
    { name: 'no user', claims: { sub: undefined }, good: false },
    { name: 'an empty user', claims: { sub: '' }, good: false },
    { name: 'a user with an asterisk', claims: { sub: '*' }, good: false },
    { name: 'a user with a line feed', claims: { sub: 'a\nb' }, good: false },
    { name: 'a user of many letters', claims: { sub: 'ü✓ a:b' }, good: true },
    { name: 'rooms that are no list', claims: { rooms: 'project:7' } },
    { name: 'rooms that are no text', claims: { rooms: [7] } },
    { name: 'a scope that nobody knows', claims: { scope: 'subscribe dance' } },
    { name: 'a scope as list', claims: { scope: ['subscribe'] } },
];

test.each(unusual, 'a token with unusual claims does no harm', async ({ claims, good }) => {
    const own = await startSignalboxd({ env: { JWT_SECRET: Secret } });
    const client = roomsClient(own.url, token('usual', claims));
    const first = await client.events.next(({ name }) => [':connect', ':connect_error'].includes(name));
    const isIn = first.name === ':connect';
    if (good !== undefined)
        assert.equal(isIn, good, JSON.stringify(first.args));
    if (isIn) {
        await client.event('connection_established');
        await roundTrip(client);
        assert.equal(client.pending('error').length, 0);
        const { ack } = await client.command('subscribe', { room: 'project:8' }, 'error');
        assert.equal(ack.code, 'forbidden', 'nothing unusual gives more rights');
    } else {
        assert.ok(['invalid_token', 'token_expired'].includes(first.args[0].data.code));
    }
});

test('a key that is gone after SIGHUP cuts the connections of its tokens, and no other', async () => {
    const folder = await temporaryFolder();
    const secrets = [newSecret(), newSecret()];
    const files = secrets.map((_, index) => join(folder, `secret-${index}`));
    await Promise.all(files.map((file, index) => writeFile(file, secrets[index], { mode: 0o600 })));
    const config = join(folder, 'signalbox.ini');
    await writeFile(config, `jwt-secret-file=${files.join(',')}\n`);
    const own = await startSignalboxd({ args: ['--config', config] });
    const olds = [await connectRooms(own.url, signedToken(secrets[1], 'old')),
        await connectRooms(own.url, signedToken(secrets[1], 'old'), { transports: ['polling'] })];
    const plain = await connectPlain(own, signedToken(secrets[1], 'old'));
    const kept = await connectRooms(own.url, signedToken(secrets[0], 'new'));
    const issued = await connectRooms(own.url, (await issueToken(own, 'issued')).token);
    await writeFile(config, `jwt-secret-file=${files[0]}\n`);
    own.reload();
    for (const client of olds)
        assert.equal(await client.disconnected(), 'io server disconnect');
    assert.equal((await plain.closed()).code, 4403);
    for (const client of [kept, issued]) {
        await roundTrip(client);
        assert.deepEqual(client.disconnects, []);
    }
});
