// SPDX-License-Identifier: GPL-3.0-or-later

// Behind nginx with the usual configuration, which sends `Connection: upgrade` with every request.

import assert from 'node:assert/strict';

import { openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { request } from '../support/http.mjs';
import { startNginx } from '../support/nginx.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo, transports } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const server = await startSignalboxd({ args: ['--trusted-proxy', '127.0.0.1/32', '--trusted-proxy', '::1'] });
const nginx = await startNginx(`http://127.0.0.1:${server.port}`);

test.each(transports, 'the official client works', async ({ options, upgrades }) => {
    const client = await connectSocketIo(nginx.url, options);
    const workflow = `nginx-${client.id}`;
    assert.deepEqual(await client.subscribe('workflow', workflow), { type: 'workflow', workflow_id: workflow });
    await server.publish(numberedEvents(50, { workflow }));
    if (upgrades)
        await client.upgraded();
    await server.publish(numberedEvents(50, { from: 50, workflow }));
    assert.deepEqual((await client.take(100)).map((event) => event.n), range(100));
    assert.equal(client.connects, 1);
});

test.each(transports, 'the official client returns after a restart of the server', async ({ options }) => {
    const own = await startSignalboxd();
    const front = await startNginx(`http://127.0.0.1:${own.port}`);
    const client = await connectSocketIo(front.url, options);
    await own.stop();
    await client.disconnected();
    await own.restart();
    await client.event(':connect');
    assert.deepEqual(await client.subscribe('bot', 'b1'), { type: 'bot', bot_id: 'b1' });
});

test('HTTP requests are ordinary ones', async () => {
    const status = await request(`${nginx.url}/status`);
    assert.equal(status.status, 200);
    assert.equal(status.json().product, 'signalbox');
    const headers = { 'Content-Type': 'application/json' };
    const accepted = await request(`${nginx.url}/api/v1/events`,
        { method: 'POST', headers, body: { type: 'note', workflow_id: 'http' } });
    assert.equal(accepted.status, 202);
});

const addressOf = async (at, sid) => {
    const list = await at.connections((all) => all.some((one) => one.sid === sid), 'the connection');
    return list.find((one) => one.sid === sid).address;
};

test('a trusted proxy says where a client is', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.9' };
    const socket = await openSocketIoWebSocket(nginx.wsUrl, { headers });
    assert.match(await addressOf(server, socket.sid), /^203\.0\.113\.9(:\d+)?$/);
    const polling = await openSocketIoPolling(nginx.url, { headers });
    assert.match(await addressOf(server, polling.socketSid), /^203\.0\.113\.9(:\d+)?$/);
});

test('the nearest address that is no trusted proxy counts: what stands before it may be a lie', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' };
    const socket = await openSocketIoWebSocket(nginx.wsUrl, { headers });
    assert.match(await addressOf(server, socket.sid), /^203\.0\.113\.9(:\d+)?$/);
});

test('others are not believed', async () => {
    const own = await startSignalboxd({ args: ['--trusted-proxy', '10.0.0.0/8'] });
    const headers = { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9' };
    const socket = await openSocketIoWebSocket(own.wsUrl, { headers });
    const polling = await openSocketIoPolling(own.url, { headers });
    for (const sid of [socket.sid, polling.socketSid])
        assert.match(await addressOf(own, sid), /^(127\.0\.0\.1|\[?::1\]?)(:\d+)?$/);
});
