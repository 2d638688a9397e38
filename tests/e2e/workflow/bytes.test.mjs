// SPDX-License-Identifier: GPL-3.0-or-later

// The body is passed byte for byte: a number is never re-encoded, keys keep their order.

import assert from 'node:assert/strict';

import { openSocketIoPolling, openSocketIoWebSocket } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const server = await startSignalboxd();

const Members = '"z":1.0,"a":12345678901234567890,"m":1e400,"tiny":-0.0e-5,"k":{"z":1.50,"a":-0,"b":[1.0,1E+2]},'
    + '"text":"\\u00e9\\/\\ud83e\\udd84 \u00e9 \u{1F984}","empty":{ },"list":[ 1 ,2]';

const bodies = [
    {
        name: 'members beside the type',
        event: (workflow) => `{"type":"node_completed","workflow_id":"${workflow}",${Members}}`,
    },
    {
        name: 'a body in data',
        event: (workflow) => `{"type":"node_completed","workflow_id":"${workflow}","data":{${Members}}}`,
    },
    {
        name: 'a type that comes last',
        event: (workflow) => `{${Members},"workflow_id":"${workflow}","type":"node_completed"}`,
    },
    {
        name: 'white space around',
        event: (workflow) => ` \n{ "workflow_id" : "${workflow}" , ${Members}, "type" : "node_completed" }\n`,
    },
    {
        name: 'a timestamp of the publisher\'s',
        event: (workflow) => `{"timestamp":1700000000.10,"type":"node_completed",${Members},"workflow_id":"${workflow}"}`,
        also: '1700000000.10',
    },
    {
        name: 'in a batch',
        event: (workflow) => `[{"type":"node_completed","workflow_id":"other"},`
            + `{"type":"node_completed","workflow_id":"${workflow}",${Members}}]`,
    },
];

let counter = 0;

test.each(bodies, 'bytes are kept live and in the history, on every way', async ({ event, also }) => {
    const workflow = `bytes-${(counter += 1)}`;
    const subscribe = `42["subscribe_workflow",{"workflow_id":"${workflow}"}]`;
    const socket = await openSocketIoWebSocket(server.wsUrl);
    const polling = await openSocketIoPolling(server.url);
    for (const client of [socket, polling])
        await client.send(subscribe);
    await socket.text('42["subscribed"');
    await polling.packet('42["subscribed"');
    const [id] = (await server.publish(event(workflow))).slice(-1);

    const late = await openSocketIoWebSocket(server.wsUrl);
    const frames = {
        websocket: await socket.text('42["workflow_event"'),
        polling: await polling.packet('42["workflow_event"'),
        'the history': await (late.send(subscribe), late.text('42["recent_events"')),
        'the history over HTTP': (await server.get(`/api/v1/events?room=workflow:${workflow}`)).text,
    };
    for (const [where, text] of Object.entries(frames)) {
        assert.ok(text.includes(Members), `${where}: ${text}`);
        assert.ok(text.includes(`"${id}"`), `${where} names the event: ${text}`);
        assert.equal(text.split('"type"').length, 2, `${where} has one type: ${text}`);
        assert.equal(text.split('"timestamp"').length, 2, `${where} has one timestamp: ${text}`);
        if (also)
            assert.ok(text.includes(also), `${where}: ${text}`);
    }
    assert.equal(frames.polling, frames.websocket);
    // And it is JSON after all.
    const parsed = JSON.parse(frames.websocket.slice(2))[1];
    assert.equal(parsed.type, 'node_completed');
    assert.equal(parsed.event_id, id);
});

test('keys keep their order, whatever stands between them', async () => {
    const socket = await openSocketIoWebSocket(server.wsUrl);
    socket.send('42["subscribe_workflow",{"workflow_id":"order"}]');
    await socket.text('42["subscribed"');
    await server.publish('{"q":1,"type":"note","b":2,"timestamp":"2024-01-01T00:00:00Z","workflow_id":"order","a":3,"room":"bot:1","c":4}');
    const event = JSON.parse((await socket.text('42["workflow_event"')).slice(2))[1];
    const order = Object.keys(event).filter((key) => 'qbac'.includes(key));
    assert.deepEqual(order, ['q', 'b', 'a', 'c']);
});

test('members of the body cannot pose as the server\'s', async () => {
    const socket = await openSocketIoWebSocket(server.wsUrl);
    socket.send('42["subscribe_workflow",{"workflow_id":"forged"}]');
    await socket.text('42["subscribed"');
    const [id] = await server.publish('{"type":"note","workflow_id":"forged","event_id":"9:9","data":'
        + '{"type":"connected","event_id":"8:8","timestamp":"never","n":1}}');
    const text = await socket.text('42["workflow_event"');
    const event = JSON.parse(text.slice(2))[1];
    assert.equal(event.type, 'note');
    assert.equal(event.event_id, id);
    assert.notEqual(event.timestamp, 'never');
    assert.equal(event.n, 1);
});
