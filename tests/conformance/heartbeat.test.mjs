// SPDX-License-Identifier: GPL-3.0-or-later

// Heartbeats (they go from server to client in version 4) and the time that a client has to connect.

import assert from 'node:assert/strict';

import { startConformance } from '../e2e/support/conformance.mjs';
import { openEngineWebSocket, openPolling, openSocketIoWebSocket } from '../e2e/support/engineio.mjs';
import { test, until } from '../e2e/support/harness.mjs';

const path = '/engine.io/';
// Patient with clients that do answer, so that a loaded machine does not fail them.
const patient = await startConformance({ path, rawEngineIo: true, pingInterval: 300, pingTimeout: 10_000 });
const hasty = await startConformance({ path, rawEngineIo: true, pingInterval: 300, pingTimeout: 200 });
const socketio = await startConformance({ connectTimeout: 500 });

test('pings come at the interval on polling', async () => {
    const session = await openPolling(patient.url, { path });
    let last = Date.now();
    for (let round = 0; round < 3; round += 1) {
        assert.deepEqual(await session.poll(), ['2']);
        assert.ok(Date.now() - last >= 200, `ping ${round} came after ${Date.now() - last} ms`);
        last = Date.now();
        await session.send('3');
    }
});

test('pings come at the interval on a websocket', async () => {
    const socket = await openEngineWebSocket(patient.wsUrl, { path, answersPings: false });
    let last = Date.now();
    for (let round = 0; round < 3; round += 1) {
        assert.equal(await socket.next(), '2');
        assert.ok(Date.now() - last >= 200, `ping ${round} came after ${Date.now() - last} ms`);
        last = Date.now();
        socket.send('3');
    }
});

test('a polling session whose pings are not answered is closed', async () => {
    const session = await openPolling(hasty.url, { path });
    const answer = await until(async () => {
        const got = await session.get();
        return got.status !== 200 && got;
    }, 'the session to be closed');
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, 1);
});

test('a polling session that never comes back is closed', async () => {
    const session = await openPolling(hasty.url, { path });
    const opened = Date.now();
    // Nothing may be asked meanwhile: what is awaited is another session's end, which began later.
    const later = await openEngineWebSocket(hasty.wsUrl, { path, answersPings: false });
    await later.closed();
    assert.ok(Date.now() - opened >= 400);
    assert.equal((await session.post('3')).status, 400);
});

test('a websocket whose pings are not answered is closed', async () => {
    const opened = Date.now();
    const socket = await openEngineWebSocket(hasty.wsUrl, { path, answersPings: false });
    assert.equal(await socket.next(), '2');
    await socket.closed();
    assert.ok(Date.now() - opened >= 400, 'closed before the time was over');
});

test('unsolicited pongs do no harm', async () => {
    const socket = await openEngineWebSocket(patient.wsUrl, { path });
    for (let round = 0; round < 1000; round += 1)
        socket.send('3');
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

test('a websocket session that connects to no namespace is closed', async () => {
    const socket = await openEngineWebSocket(socketio.wsUrl);
    await socket.closed();
});

test('a polling session that connects to no namespace is closed', async () => {
    const session = await openPolling(socketio.url);
    await until(async () => (await session.get()).status === 400, 'the session to be closed');
});

test('a session that has connected outlives the connect timeout', async () => {
    const connected = await openSocketIoWebSocket(socketio.wsUrl, { greet: false });
    const silent = await openEngineWebSocket(socketio.wsUrl);
    await silent.closed();
    connected.send('42["message","still here"]');
    assert.equal(await connected.text('42["message-back"'), '42["message-back","still here"]');
});
