// SPDX-License-Identifier: GPL-3.0-or-later

// The python-socketio client, as Debian has it, sync and asyncio.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { startNginx } from '../support/nginx.mjs';
import { PythonClient } from '../support/python.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const Token = 'python-token-0123456789';
const server = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth', '--trusted-proxy', '127.0.0.1'] });
const nginx = await startNginx(`http://127.0.0.1:${server.port}`);
const publish = (events) => server.publish(events, bearer(Token));

const clients = ['sync_client.py', 'asyncio_client.py'].flatMap((script) => ['polling', 'websocket', 'both']
    .flatMap((transport) => [['directly', server.url], ['through nginx', nginx.url]].map(([way, url]) => ({
        name: `${script}, ${transport}, ${way}`, script, transport, url,
    }))));

let counter = 0;

/** The sync client runs every handler in a thread of its own: only there the order is not ours. */
const inOrder = (script, numbers) => (script === 'sync_client.py' ? [...numbers].sort((a, b) => a - b) : numbers);

test.each(clients, 'python-socketio connects, subscribes, receives and leaves', async ({ script, transport, url }) => {
    const workflow = `python-${(counter += 1)}`;
    await publish(numberedEvents(3, { workflow }));
    const client = new PythonClient(script, [url, transport, Token]);
    await client.ready();
    const greeting = await client.event('connected');
    assert.equal(greeting.auth_required, true);
    assert.deepEqual(await client.event('auth_response'), { success: true, message: 'Authentication successful' });
    client.emit('subscribe_workflow', { workflow_id: workflow }, 7);
    const expected = { type: 'workflow', workflow_id: workflow };
    assert.deepEqual(await client.event('subscribed'), expected);
    assert.deepEqual(await client.next('ack'), { what: 'ack', id: 7, data: expected });
    const recent = await client.event('recent_events');
    assert.deepEqual(recent.events.map((event) => event.n), range(3));
    await publish(numberedEvents(5, { from: 3, workflow }));
    const events = await client.take(5, 'workflow_event');
    assert.deepEqual(inOrder(script, events.map((event) => event.data.n)), range(5, 3));
    client.emit('unsubscribe', expected, 8);
    assert.deepEqual((await client.next('ack')).data, expected);
    await server.connections((list) => list.some((one) => one.sid === greeting.sid), 'the connection to be there');
    client.disconnect();
    await client.next('end');
    await server.connections((list) => !list.some((one) => one.sid === greeting.sid), 'the connection to be gone');
    assert.equal(client.count('connect'), 1);
});

test.each(['sync_client.py', 'asyncio_client.py'], 'a wrong token leaves python-socketio connected', async (script) => {
    const client = new PythonClient(script, [server.url, 'both', 'wrong']);
    await client.ready();
    assert.deepEqual(await client.event('auth_response'), { success: false, message: 'Invalid token' });
    client.emit('subscribe_workflow', { workflow_id: 'w1' }, 1);
    const expected = { message: 'Authentication required', code: 'auth_required' };
    assert.deepEqual(await client.event('error'), expected);
    assert.deepEqual((await client.next('ack')).data, expected);
    assert.equal(client.count('connect'), 1);
});

const polling = clients.filter((client) => client.transport === 'polling');

test.each(polling, '200 events in a burst on polling: no reconnect storm', async ({ script, url }) => {
    const workflow = `storm-${(counter += 1)}`;
    const client = new PythonClient(script, [url, 'polling', Token]);
    await client.ready();
    client.emit('subscribe_workflow', { workflow_id: workflow }, 1);
    await client.next('ack');
    await publish(numberedEvents(200, { workflow }));
    const events = await client.take(200, 'workflow_event');
    assert.deepEqual(inOrder(script, events.map((event) => event.data.n)), range(200));
    client.emit('unsubscribe', { type: 'workflow', workflow_id: workflow }, 2);
    await client.next('ack');
    assert.equal(client.count('connect'), 1);
    assert.equal(client.count('disconnect'), 0);
});
