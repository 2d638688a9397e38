// SPDX-License-Identifier: GPL-3.0-or-later

// Tokens: when they are needed, where they may stand, and what a wrong one does.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';

const Token = 'correct-horse-battery-staple';
const Other = 'second-token-for-rotation';
const server = await startSignalboxd({
    args: ['--auth-token', Token, '--auth-token', Other, '--require-auth'],
});

const Required = { message: 'Authentication required', code: 'auth_required' };
const Success = { success: true, message: 'Authentication successful' };
const Failure = { success: false, message: 'Invalid token' };

async function assertSubscribes(client) {
    assert.deepEqual(await client.subscribe('workflow', 'w1'), { type: 'workflow', workflow_id: 'w1' });
}

async function assertMayNotSubscribe(client) {
    for (const kind of ['workflow', 'bot', 'strategy']) {
        const payload = { [`${kind}_id`]: 'x' };
        const { ack, event } = await client.command(`subscribe_${kind}`, payload, 'error');
        assert.deepEqual(ack, Required);
        assert.deepEqual(event, Required);
    }
}

test.each(transports, 'without a token nothing can be subscribed, and nothing arrives', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    assert.equal(client.greeting.auth_required, true);
    await assertMayNotSubscribe(client);
    await server.publish({ type: 'note', workflow_id: 'x' }, bearer(Token));
    await assertMayNotSubscribe(client);
    assert.equal(client.pending('workflow_event').length, 0);
    assert.equal(client.pending('recent_events').length, 0);
    assert.deepEqual(client.disconnects, []);
});

test.each(transports, 'authenticating later is as good', async ({ options }) => {
    const client = await connectSocketIo(server.url, options);
    const wrong = await client.command('authenticate', { token: 'wrong' }, 'auth_response');
    assert.deepEqual(wrong, { ack: Failure, event: Failure });
    await assertMayNotSubscribe(client);
    const right = await client.command('authenticate', { token: Token }, 'auth_response');
    assert.deepEqual(right, { ack: Success, event: Success });
    await assertSubscribes(client);
});

test('each of several tokens is good', async () => {
    for (const token of [Token, Other]) {
        const client = await connectSocketIo(server.url, { transports: ['websocket'], auth: { token } });
        assert.deepEqual(await client.event('auth_response'), Success);
    }
});

const notTokens = [
    { name: 'no payload', args: [] },
    { name: 'no token', args: [{}] },
    { name: 'an empty token', args: [{ token: '' }] },
    { name: 'a number', args: [{ token: 42 }] },
    { name: 'null', args: [{ token: null }] },
    { name: 'a list with the right one', args: [{ token: [Token] }] },
    { name: 'the right one in other letters', args: [{ token: Token.toUpperCase() }] },
    { name: 'the beginning of the right one', args: [{ token: Token.slice(0, -1) }] },
    { name: 'the right one and more', args: [{ token: `${Token} ` }] },
];

test.each(notTokens, 'what is no token does not authenticate', async ({ args }) => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const ack = await client.ack('authenticate', ...args);
    assert.notEqual(ack.success, true);
    await assertMayNotSubscribe(client);
});

const places = [
    { name: 'auth.token', options: (token) => ({ auth: { token } }) },
    { name: 'Authorization', options: (token) => ({ extraHeaders: bearer(token) }) },
    { name: 'the query', options: (token) => ({ query: { token } }) },
].flatMap((place) => transports.map((transport) => ({
    name: `${place.name}, ${transport.name}`,
    options: (token) => ({ ...transport.options, ...place.options(token) }),
})));

test.each(places, 'a token in the handshake authenticates at once', async ({ options }) => {
    const client = await connectSocketIo(server.url, options(Token));
    assert.deepEqual(await client.event('auth_response'), Success);
    await assertSubscribes(client);
});

test.each(places, 'a wrong token in the handshake leaves the client connected', async ({ options }) => {
    const client = await connectSocketIo(server.url, options('wrong'));
    assert.deepEqual(await client.event('auth_response'), Failure);
    await assertMayNotSubscribe(client);
    assert.equal(client.connects, 1);
    assert.deepEqual(client.disconnects, []);
});

test('without a token in the handshake there is no auth_response', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await assertMayNotSubscribe(client);
    assert.ok(!client.history.some((event) => event.name === 'auth_response'));
});

test('a reconnecting client is authenticated again', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth'] });
    const client = await connectSocketIo(own.url, { auth: { token: Token } });
    assert.deepEqual(await client.event('auth_response'), Success);
    await own.kill();
    await own.restart();
    await client.event(':connect');
    assert.deepEqual(await client.event('auth_response'), Success);
    await assertSubscribes(client);
});

test('anonymous clients may subscribe, but not publish, where that is allowed', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth', '--allow-anonymous'] });
    const client = await connectSocketIo(own.url, { transports: ['websocket'] });
    await assertSubscribes(client);
    assert.equal((await own.post({ type: 'note', workflow_id: 'w1', n: 1 })).status, 401);
    await own.publish({ type: 'note', workflow_id: 'w1', n: 2 }, bearer(Token));
    assert.equal((await client.event('workflow_event')).n, 2);
});

test('where none is required, a token is answered all the same', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token] });
    const client = await connectSocketIo(own.url, { transports: ['websocket'], auth: { token: Token } });
    assert.equal(client.greeting.auth_required, false);
    assert.equal((await client.event('auth_response')).success, true);
    await assertSubscribes(client);
});
