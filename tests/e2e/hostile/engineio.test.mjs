// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO sessions that break the rules, on the real server. What every server of ours does is in
// the conformance tests; here is what the limits and the dialect add.

import assert from 'node:assert/strict';

import { RawWebSocket, openEngineWebSocket, openPolling, openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { test, until } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { RawTcp } from '../support/rawtcp.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const server = await startSignalboxd();
const base = `${server.url}/socket.io/`;

test('the handshake tells the documented defaults', async () => {
    const { handshake } = await openPolling(server.url);
    assert.equal(handshake.pingInterval, 25_000);
    assert.equal(handshake.pingTimeout, 20_000);
    assert.equal(handshake.maxPayload, 1_000_000);
});

test('the timings are options', async () => {
    const own = await startSignalboxd({ args: ['--ping-interval', '7', '--ping-timeout', '3'] });
    const { handshake } = await openEngineWebSocket(own.wsUrl);
    assert.equal(handshake.pingInterval, 7000);
    assert.equal(handshake.pingTimeout, 3000);
});

const errors = [
    { name: 'unknown transport', query: 'EIO=4&transport=carrier-pigeon', code: 0, message: 'Transport unknown' },
    { name: 'unknown sid', query: 'EIO=4&transport=polling&sid=nope', code: 1, message: 'Session ID unknown' },
    { name: 'a method that opens nothing', query: 'EIO=4&transport=polling', method: 'POST', code: 2, message: 'Bad handshake method' },
    { name: 'websocket without upgrade', query: 'EIO=4&transport=websocket', code: 3, message: 'Bad request' },
    { name: 'version 3', query: 'EIO=3&transport=polling', code: 5, message: 'Unsupported protocol version' },
    { name: 'no version', query: 'transport=polling', code: 5, message: 'Unsupported protocol version' },
];

test.each(errors, 'a documented error', async ({ query, method, code, message }) => {
    const answer = await request(`${base}?${query}`, { method });
    assert.equal(answer.status, 400);
    assert.match(answer.headers['content-type'], /^application\/json/);
    assert.deepEqual(answer.json(), { code, message });
});

const strange = ['%00', '__proto__', 'a'.repeat(3000), '%F0%9F%A6%84', '..%2f..', '%22%7B', '-1', '1e999', 'null',
    '%0d%0aSet-Cookie:x'];

test.each(strange, 'a strange value of any parameter is an error, no more', async (value) => {
    for (const name of ['EIO', 'transport', 'sid', 't', 'b64', 'j']) {
        const parameters = { EIO: '4', transport: 'polling', [name]: value };
        const query = Object.entries(parameters).map(([key, text]) => `${key}=${text}`).join('&');
        const answer = await request(`${base}?${query}`);
        assert.ok(answer.status === 200 || answer.status === 400, `${name}: ${answer.status}`);
        assert.equal(answer.headers['set-cookie'], undefined);
    }
    assert.equal((await server.get('/livez')).status, 200);
});

test('two polls at once end the session', async () => {
    const session = await openSocketIoPolling(server.url);
    const polls = [await session.beginPoll(), await session.beginPoll()];
    const answers = await Promise.all(polls.map((connection) => connection.response()));
    assert.ok(answers.some((answer) => answer.status === 400));
    assert.equal((await session.get()).status, 400);
    await server.connections((list) => !list.some((one) => one.sid === session.socketSid), 'the connection to be gone');
});

test('two posts at once end the session', async () => {
    const session = await openSocketIoPolling(server.url);
    const { pathname, search } = new URL(session.url);
    const head = `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n`;
    // The interim answer proves that the first one's head has been read.
    const first = await RawTcp.connect(server.port);
    first.write(head);
    await first.response();
    await session.post('3').catch(() => null);
    first.write('x'.repeat(1000));
    await until(async () => (await session.get()).status === 400, 'the session to be gone');
});

test('a payload over the limit gets 413 before it is read', async () => {
    const session = await openSocketIoPolling(server.url);
    const { pathname, search } = new URL(session.url);
    const connection = await RawTcp.connect(server.port);
    connection.write(`POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000001\r\n\r\n`);
    assert.equal((await connection.response()).status, 413);
});

test('a payload at the limit is taken, whatever its number of packets', async () => {
    const session = await openSocketIoPolling(server.url);
    // Pongs are small; a million bytes hold 500,000 of them.
    await session.send('3\x1e'.repeat(499_999) + '3');
    await session.send('42["unsubscribe",{"type":"bot","bot_id":"b1"}]');
    await session.packet('42["unsubscribed"');
});

const malformed = ['4', '42', '42[]', '42[1]', '42{}', '42["disconnect"]', '4abc', '451["x"]', '4511-["x"]', '9', 'abc',
    `42["subscribe_workflow",${'['.repeat(100_000)}`];

test.each(malformed.map((packet) => ({ name: packet.slice(0, 40), packet })), 'a malformed packet ends the session',
    async ({ packet }) => {
        const socket = await openSocketIoWebSocket(server.wsUrl);
        socket.send(packet);
        await socket.closed();
        const session = await openSocketIoPolling(server.url);
        await session.post(packet);
        await until(async () => (await session.get()).status === 400, 'the session to be gone');
    });

test('a partial packet does not outlive its connection', async () => {
    for (let round = 0; round < 50; round += 1) {
        const socket = await openSocketIoWebSocket(server.wsUrl);
        socket.send('4510-["x",{"_placeholder":true,"num":0}]');
        socket.send(Buffer.alloc(100_000));
        socket.socket.terminate();
    }
    await server.connections((list) => list.every((one) => one.dialect !== undefined), 'the list');
    assert.equal((await server.get('/livez')).status, 200);
});

test('a client that vanishes in the middle of an upgrade harms nobody', async () => {
    for (let round = 0; round < 20; round += 1) {
        const session = await openSocketIoPolling(server.url);
        const socket = await new RawWebSocket(`${server.wsUrl}/socket.io/?EIO=4&transport=websocket&sid=${session.sid}`).opened();
        if (round % 2)
            socket.send('2probe');
        if (round % 4 === 3)
            socket.send('5');
        socket.socket.terminate();
    }
    assert.equal((await server.get('/livez')).status, 200);
});

test('a limit of rooms is told, not enforced by silence', async () => {
    const own = await startSignalboxd({ args: ['--max-rooms', '3'] });
    const socket = await openSocketIoWebSocket(own.wsUrl);
    for (let index = 0; index < 3; index += 1) {
        socket.send(`42${index}["subscribe_bot",{"bot_id":"b${index}"}]`);
        await socket.text(`43${index}[{"type":"bot"`);
    }
    socket.send('429["subscribe_bot",{"bot_id":"b9"}]');
    assert.equal(JSON.parse((await socket.text('439')).slice(3))[0].code, 'limit');
    // A room that one is in already costs nothing.
    socket.send('428["subscribe_bot",{"bot_id":"b1"}]');
    await socket.text('438[{"type":"bot"');
});
