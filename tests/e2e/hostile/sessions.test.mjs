// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions that are made to work against each other, and clients that were not let in.

import assert from 'node:assert/strict';

import { openEngineWebSocket, openPolling } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { RawTcp } from '../support/rawtcp.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const server = await startSignalboxd();

test('attachments are not kept for who is in no namespace', async () => {
    const socket = await openEngineWebSocket(server.wsUrl);
    socket.send('451-["a",{"_placeholder":true,"num":0}]');
    assert.equal((await socket.closed()).code, 1002);
});

test('sessions that end each other in a row end one after the other', async () => {
    // Behind each session's poll waits a request that ends the next session. Handled within one
    // another, they would need a stack as deep as the row is long.
    const sessions = [];
    for (let i = 0; i < 1500; ++i)
        sessions.push(await openPolling(server.url));
    const target = (session) => {
        const { pathname, search } = new URL(session.url);
        return `${pathname}${search}`;
    };
    const connections = [];
    for (let i = 0; i + 1 < sessions.length; ++i) {
        const connection = await RawTcp.connect(server.port);
        connection.write(`GET ${target(sessions[i])} HTTP/1.1\r\nHost: x\r\n\r\n`
            + `POST ${target(sessions[i + 1])} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n1`);
        connections.push(connection);
    }
    await sessions[0].post('1');
    const [, last] = await connections.at(-1).responses(2);
    assert.equal(last.body, 'ok');
    assert.equal((await server.get('/livez')).status, 200);
});
