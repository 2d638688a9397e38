// SPDX-License-Identifier: GPL-3.0-or-later

// How a connection ends decides whether a client comes back.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../support/childprocess.mjs';
import { openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { temporaryFolder, test, until } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { PythonClient } from '../support/python.mjs';
import { signalboxdProgram, startSignalboxd } from '../support/signalboxd.mjs';
import { SocketIoClient, connectSocketIo } from '../support/socketio.mjs';

const ways = ['polling', 'websocket'];
const scripts = ['sync_client.py', 'asyncio_client.py'];
const pythons = scripts.flatMap((script) => ways.map((way) => ({ name: `${script}, ${way}`, script, way })));
const UnknownSid = { code: 1, message: 'Session ID unknown' };

/** What a pending poll, and those after it, are answered when `cause` ends the session: no packet 1. */
async function assertDropped(session, cause) {
    const pending = await session.beginPoll();
    await cause();
    let answer = await pending.response();
    while (answer.status === 200) { // what was still queued
        assert.ok(!answer.body.split('\x1e').includes('1'), `packet 1 in ${JSON.stringify(answer.body)}`);
        answer = await (await session.beginPoll()).response();
    }
    assert.equal(answer.status, 400);
    assert.deepEqual(JSON.parse(answer.body), UnknownSid);
}

test('draining: a websocket is closed with 1012, and no packet before it', async () => {
    const server = await startSignalboxd();
    const socket = await openSocketIoWebSocket(server.wsUrl);
    const code = server.stop();
    assert.equal((await socket.closed()).code, 1012);
    assert.deepEqual(socket.frames.pending.filter((frame) => /^(1|41)/.test(frame)), []);
    assert.equal(await code, 0);
});

test('draining: a pending poll is answered as if the session had never been', async () => {
    const server = await startSignalboxd();
    const session = await openSocketIoPolling(server.url);
    let code;
    await assertDropped(session, async () => {
        // An answer to a later request: the poll, sent before it, is there by now.
        await server.admin('/api/v1/connections');
        code = server.stop();
    });
    assert.equal(await code, 0);
});

test.each(ways, 'draining: the official client returns', async (way) => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, { transports: [way] });
    await server.restart();
    await client.event(':connect');
    assert.notEqual(client.disconnects[0], 'io server disconnect');
});

test.each(pythons, 'draining: python-socketio returns', async ({ script, way }) => {
    const server = await startSignalboxd();
    const client = new PythonClient(script, [server.url, way]);
    await client.ready();
    await server.restart();
    await client.next('connect');
});

async function startWithTokenFile() {
    const file = join(await temporaryFolder(), 'tokens');
    await writeFile(file, 'first-token-0123456789\nsecond-token-0123456789\n', { mode: 0o600 });
    const server = await startSignalboxd({ args: ['--auth-token-file', file, '--require-auth'] });
    const revokeFirst = async () => {
        await writeFile(file, 'second-token-0123456789\n');
        server.reload();
    };
    return { server, revokeFirst, first: 'first-token-0123456789', second: 'second-token-0123456789' };
}

test('revoked: packet 41 on the namespace, then 4403; others stay', async () => {
    const { server, revokeFirst, first, second } = await startWithTokenFile();
    const gone = await openSocketIoWebSocket(server.wsUrl, { auth: { token: first } });
    const stays = await openSocketIoWebSocket(server.wsUrl, { auth: { token: second } });
    await gone.text('42["auth_response"');
    await stays.text('42["auth_response"');
    await revokeFirst();
    assert.equal(await gone.text('4'), '41');
    assert.equal((await gone.closed()).code, 4403);
    stays.send('42["subscribe_bot",{"bot_id":"b1"}]');
    await stays.text('42["subscribed"');
});

test('revoked: packet 41 on polling, then the session is gone', async () => {
    const { server, revokeFirst, first } = await startWithTokenFile();
    const session = await openSocketIoPolling(server.url, { auth: { token: first } });
    await session.packet('42["auth_response"');
    await revokeFirst();
    assert.equal(await session.packet('4'), '41');
    await until(async () => (await session.get()).status === 400, 'the session to be gone');
});

test.each(ways, 'revoked: the official client stays away', async (way) => {
    const { server, revokeFirst, first, second } = await startWithTokenFile();
    const client = await connectSocketIo(server.url, { transports: [way], auth: { token: first } });
    await client.event('auth_response');
    await revokeFirst();
    assert.equal(await client.disconnected(), 'io server disconnect');
    assert.equal(client.socket.active, false, 'it does not mean to reconnect');
    await connectSocketIo(server.url, { transports: [way], auth: { token: second } });
    assert.equal(client.connects, 1);
});

test.each(pythons, 'revoked: python-socketio stays away', async ({ script, way }) => {
    const { server, revokeFirst, first, second } = await startWithTokenFile();
    const client = new PythonClient(script, [server.url, way, first]);
    await client.ready();
    await client.event('auth_response');
    await revokeFirst();
    await client.next('disconnect');
    // It would come back within 0.3 s; two others come and go in the meantime.
    for (let round = 0; round < 2; round += 1) {
        const other = new PythonClient(script, [server.url, way, second]);
        await other.ready();
        other.disconnect();
        await other.next('end');
    }
    assert.equal(client.count('connect'), 1);
});

// The rate of commands is an option; where there is none, there is no limit.
const help = (await run(signalboxdProgram(), ['--help'])).stdout;
const testFlood = help.includes('--command-rate') ? test : test.skip;

const flood = (send) => {
    for (let index = 0; index < 6000; index += 1)
        send(index);
};

testFlood('flooding: a websocket is closed with 4429', async () => {
    const server = await startSignalboxd();
    const socket = await openSocketIoWebSocket(server.wsUrl);
    flood((index) => socket.send(`42["unsubscribe",{"type":"bot","bot_id":"${index}"}]`));
    assert.equal((await socket.closed()).code, 4429);
    await openSocketIoWebSocket(server.wsUrl);
});

testFlood('flooding: a polling session is dropped', async () => {
    const server = await startSignalboxd();
    const session = await openSocketIoPolling(server.url);
    const packets = [];
    flood((index) => packets.push(`42["unsubscribe",{"type":"bot","bot_id":"${index}"}]`));
    await session.post(packets.join('\x1e'));
    const answer = await until(async () => {
        const got = await session.get();
        assert.ok(!got.text.split('\x1e').includes('1'));
        return got.status === 400 && got;
    }, 'the session to be dropped');
    assert.deepEqual(answer.json(), UnknownSid);
});

testFlood.each(ways, 'flooding: the official client returns', async (way) => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, { transports: [way] });
    flood((index) => client.socket.emit('unsubscribe', { type: 'bot', bot_id: `${index}` }));
    await client.disconnected();
    await client.event(':connect');
    assert.notEqual(client.disconnects[0], 'io server disconnect');
});

// Not on polling: with 16 packets in a POST these clients take long to flood anybody.
testFlood.each(pythons.filter(({ way }) => way === 'websocket'), 'flooding: python-socketio returns', async ({ script, way }) => {
    const server = await startSignalboxd();
    const client = new PythonClient(script, [server.url, way]);
    await client.ready();
    flood((index) => client.emit('unsubscribe', { type: 'bot', bot_id: `${index}` }));
    await client.next('disconnect');
    await client.next('connect');
});

/** Publishes until `isClosed`: how much the kernel buffers on the way is not ours to say. */
async function publishUntil(server, workflow, isClosed) {
    const filler = 'x'.repeat(200_000);
    for (let round = 0; round < 400 && !(await isClosed()); round += 1)
        await server.publish([1, 2, 3, 4].map((n) => ({ type: 'note', workflow_id: workflow, n, filler })));
}

test('slow: a websocket that does not read is closed with 4408, and the others are not', async () => {
    const server = await startSignalboxd();
    const slow = await openSocketIoWebSocket(server.wsUrl);
    const good = await connectSocketIo(server.url, { transports: ['websocket'] });
    slow.send('42["subscribe_workflow",{"workflow_id":"w1"}]');
    await slow.text('42["subscribed"');
    await good.subscribe('workflow', 'w1');
    slow.socket.pause();
    const isClosed = async () => !(await server.admin('/api/v1/connections')).connections.some((one) => one.sid === slow.sid);
    await publishUntil(server, 'w1', isClosed);
    assert.ok(await isClosed(), 'the slow one is no longer counted');
    slow.socket.resume();
    const { code } = await slow.closed();
    // A frame that was half sent cannot be followed by a close frame within the time: then it is cut.
    assert.ok(code === 4408 || code === 1006, `closed with ${code}`);
    assert.equal(good.connects, 1);
    assert.deepEqual(good.disconnects, []);
});

test('slow: a polling session that does not fetch is dropped', async () => {
    const server = await startSignalboxd();
    const session = await openSocketIoPolling(server.url);
    await session.send('42["subscribe_workflow",{"workflow_id":"w1"}]');
    await session.packet('42["subscribed"');
    await publishUntil(server, 'w1', async () => !(await server.admin('/api/v1/connections')).connections
        .some((one) => one.sid === session.socketSid));
    const answer = await session.get();
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.json(), UnknownSid);
});

test('slow: the official client returns', async () => {
    const server = await startSignalboxd();
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    const { id } = client;
    await client.subscribe('workflow', 'w1');
    client.engine.transport.ws.pause();
    await publishUntil(server, 'w1', async () => !(await server.admin('/api/v1/connections')).connections
        .some((one) => one.sid === id));
    client.engine.transport.ws.resume();
    await client.disconnected();
    await client.event(':connect');
    assert.notEqual(client.disconnects[0], 'io server disconnect');
});

test.each(ways, 'a client that leaves by itself is gone at once, and stays away', async (way) => {
    const server = await startSignalboxd({ args: ['--auth-token', 'x'.repeat(20)] });
    const client = new SocketIoClient(server.url, { transports: [way], extraHeaders: bearer('x'.repeat(20)) });
    await client.connected();
    await server.connections((list) => list.length === 1, 'the connection');
    client.close();
    await server.connections((list) => list.length === 0, 'its end');
    assert.equal(client.disconnects[0], 'io client disconnect');
});
