// SPDX-License-Identifier: GPL-3.0-or-later

// What the Socket.IO protocol, version 5, says, packet by packet.

import assert from 'node:assert/strict';

import { startConformance } from '../e2e/support/conformance.mjs';
import { openEngineWebSocket, openPolling, openSocketIoPolling, openSocketIoWebSocket } from '../e2e/support/engineio.mjs';
import { test, until } from '../e2e/support/harness.mjs';

const server = await startConformance();

const engine = () => openEngineWebSocket(server.wsUrl);

async function connected() {
    const socket = await openSocketIoWebSocket(server.wsUrl, { greet: false });
    assert.equal(await socket.text('42'), '42["auth",{}]');
    return socket;
}

const connects = [
    { name: 'the main namespace', packet: '40', answer: '40', event: '42["auth",{}]' },
    { name: 'the main namespace, with a payload', packet: '40{"token":"123"}', answer: '40', event: '42["auth",{"token":"123"}]' },
    { name: 'the main namespace, named', packet: '40/,{"token":"123"}', answer: '40', event: '42["auth",{"token":"123"}]' },
    { name: 'a custom namespace', packet: '40/custom,', answer: '40/custom,', event: '42/custom,["auth",{}]' },
    { name: 'a custom namespace, without a comma', packet: '40/custom', answer: '40/custom,', event: '42/custom,["auth",{}]' },
    { name: 'a custom namespace, with a payload', packet: '40/custom,{"token":"abc"}', answer: '40/custom,', event: '42/custom,["auth",{"token":"abc"}]' },
];

test.each(connects, 'connects to a namespace', async ({ packet, answer, event }) => {
    const socket = await engine();
    socket.send(packet);
    const first = await socket.next();
    assert.ok(first.startsWith(`${answer}{`), first);
    const payload = JSON.parse(first.slice(answer.length));
    assert.deepEqual(Object.keys(payload), ['sid']);
    assert.equal(typeof payload.sid, 'string');
    assert.notEqual(payload.sid, socket.handshake.sid);
    assert.equal(await socket.next(), event);
});

test('each namespace gives a sid of its own', async () => {
    const socket = await connected();
    socket.send('40/custom,');
    const other = JSON.parse((await socket.text('40/custom,')).slice('40/custom,'.length)).sid;
    assert.notEqual(other, socket.sid);
});

test('an unknown namespace is refused', async () => {
    const socket = await engine();
    socket.send('40/random');
    assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
});

test('an unknown namespace does not harm the others', async () => {
    const socket = await connected();
    socket.send('40/random,{}');
    assert.equal(await socket.next(), '44/random,{"message":"Invalid namespace"}');
    socket.send('42["message",1]');
    assert.equal(await socket.next(), '42["message-back",1]');
});

test('connects on polling', async () => {
    const session = await openPolling(server.url);
    await session.send('40{"token":"123"}');
    assert.match(await session.packet('40'), /^40\{"sid":"[^"]+"\}$/);
    assert.equal(await session.packet('42'), '42["auth",{"token":"123"}]');
});

test('leaving the main namespace keeps the connection', async () => {
    const socket = await connected();
    socket.send('41');
    socket.send('40');
    assert.match(await socket.next(), /^40\{/);
    assert.equal(await socket.next(), '42["auth",{}]');
});

test('leaving a custom namespace does not touch the main one', async () => {
    const socket = await connected();
    socket.send('40/custom');
    await socket.text('40/custom,');
    assert.equal(await socket.next(), '42/custom,["auth",{}]');
    socket.send('41/custom');
    socket.send('42["message","message to main namespace"]');
    assert.equal(await socket.next(), '42["message-back","message to main namespace"]');
});

const echoes = [
    { name: 'values of every kind', sent: '42["message",1,"2",{"3":[true]},null,false]', back: '42["message-back",1,"2",{"3":[true]},null,false]' },
    { name: 'no argument', sent: '42["message"]', back: '42["message-back"]' },
    { name: 'text beyond ASCII', sent: '42["message","h€llo \u{1F984}"]', back: '42["message-back","h€llo \u{1F984}"]' },
    { name: 'the main namespace, named', sent: '42/,["message",1]', back: '42["message-back",1]' },
    { name: 'an ack', sent: '42456["message-with-ack",1,"2",{"3":[false]}]', back: '43456[1,"2",{"3":[false]}]' },
    { name: 'the ack id 0', sent: '420["message-with-ack"]', back: '430[]' },
];

test.each(echoes, 'an event is answered', async ({ sent, back }) => {
    const socket = await connected();
    socket.send(sent);
    assert.equal(await socket.next(), back);
});

test.each(echoes, 'an event is answered on polling', async ({ sent, back }) => {
    const session = await openSocketIoPolling(server.url, { greet: false });
    await session.packet('42["auth"');
    await session.send(sent);
    assert.equal(await session.packet('4'), back);
});

test('an event in a custom namespace is answered there', async () => {
    const socket = await connected();
    socket.send('40/custom,');
    await socket.text('42/custom,');
    socket.send('42/custom,["message",1]');
    socket.send('42/custom,7["message-with-ack",2]');
    await socket.text('40/custom,');
    assert.equal(await socket.next(), '42/custom,["message-back",1]');
    assert.equal(await socket.next(), '43/custom,7[2]');
});

const Attachments = [Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6])];
const two = '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}';
const binaryEchoes = [
    { name: 'an event', sent: `452-["message",${two}]`, back: `452-["message-back",${two}]` },
    { name: 'nested placeholders', sent: `452-["message",{"a":{"_placeholder":true,"num":0},"b":[{"_placeholder":true,"num":1}]}]`, back: `452-["message-back",{"a":{"_placeholder":true,"num":0},"b":[{"_placeholder":true,"num":1}]}]` },
    { name: 'an ack', sent: `452-789["message-with-ack",${two}]`, back: `462-789[${two}]` },
];

test.each(binaryEchoes, 'binary is answered by binary', async ({ sent, back }) => {
    const socket = await connected();
    socket.send(sent);
    for (const attachment of Attachments)
        socket.send(attachment);
    assert.equal(await socket.next(), back);
    assert.deepEqual(await socket.next(), Attachments[0]);
    assert.deepEqual(await socket.next(), Attachments[1]);
});

test.each(binaryEchoes, 'binary is answered by binary on polling', async ({ sent, back }) => {
    const session = await openSocketIoPolling(server.url, { greet: false });
    await session.packet('42["auth"');
    await session.send(sent, ...Attachments.map((attachment) => `b${attachment.toString('base64')}`));
    assert.equal(await session.packet('4'), back);
    assert.equal(await session.packet('b'), 'bAQID');
    assert.equal(await session.packet('b'), 'bBAUG');
});

test('attachments may come in several requests', async () => {
    const session = await openSocketIoPolling(server.url, { greet: false });
    await session.packet('42["auth"');
    await session.send(binaryEchoes[0].sent);
    await session.send('bAQID');
    await session.send('bBAUG');
    assert.equal(await session.packet('4'), binaryEchoes[0].back);
});

test('binary in a custom namespace', async () => {
    const socket = await connected();
    socket.send('40/custom,');
    await socket.text('42/custom,["auth"');
    socket.send('451-/custom,5["message-with-ack",{"_placeholder":true,"num":0}]');
    socket.send(Attachments[0]);
    assert.equal(await socket.text('46'), '461-/custom,5[{"_placeholder":true,"num":0}]');
    assert.deepEqual(await socket.frames.next((frame) => typeof frame !== 'string'), Attachments[0]);
});

test('ten attachments are taken', async () => {
    const socket = await connected();
    const placeholders = Array.from({ length: 10 }, (_, num) => `{"_placeholder":true,"num":${num}}`).join(',');
    socket.send(`4510-["message",${placeholders}]`);
    for (let num = 0; num < 10; num += 1)
        socket.send(Buffer.from([num]));
    assert.equal(await socket.next(), `4510-["message-back",${placeholders}]`);
    for (let num = 0; num < 10; num += 1)
        assert.deepEqual(await socket.next(), Buffer.from([num]));
});

test('the event name "error" is an ordinary one', async () => {
    const socket = await connected();
    socket.send('42["error","mine"]');
    socket.send('42["message",1]');
    assert.equal(await socket.next(), '42["message-back",1]');
});

test('an ack that nobody waits for is ignored', async () => {
    const socket = await connected();
    socket.send('43999["x"]');
    socket.send('42["message",1]');
    assert.equal(await socket.next(), '42["message-back",1]');
});

const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
const malformed = [
    { name: 'no packet type', packets: ['4'] },
    { name: 'an unknown packet type', packets: ['4abc'] },
    { name: 'packet type 7', packets: ['47["message"]'] },
    { name: 'an event that is no array', packets: ['42{}'] },
    { name: 'an event without payload', packets: ['42'] },
    { name: 'an event without name', packets: ['42[]'] },
    { name: 'an event name that is a number', packets: ['42[1]'] },
    { name: 'an event name that is null', packets: ['42[null]'] },
    { name: 'an event name that is an object', packets: ['42[{"toString":"x"}]'] },
    { name: 'an event cut short', packets: ['42["message"'] },
    { name: 'something after the event', packets: ['42["message"]]'] },
    { name: 'an ack id that is none', packets: ['42abc["message"]'] },
    { name: 'an ack id beyond all bounds', packets: [`42${'9'.repeat(40)}["message-with-ack"]`] },
    { name: 'a reserved name: connect', packets: ['42["connect"]'] },
    { name: 'a reserved name: connect_error', packets: ['42["connect_error"]'] },
    { name: 'a reserved name: disconnect', packets: ['42["disconnect"]'] },
    { name: 'a reserved name: disconnecting', packets: ['42["disconnecting"]'] },
    { name: 'a reserved name: newListener', packets: ['42["newListener"]'] },
    { name: 'a reserved name: removeListener', packets: ['42["removeListener"]'] },
    { name: 'nesting without end', packets: [`42["message",${deep}]`] },
    { name: 'an ack without id', packets: ['43["x"]'] },
    { name: 'an ack that is no array', packets: ['431{}'] },
    { name: 'a disconnect with payload', packets: ['41{}'] },
    { name: 'a binary event without count', packets: ['45["message"]'] },
    { name: 'a binary event without dash', packets: ['451["message"]'] },
    { name: 'a negative attachment count', packets: ['45-1-["message"]'] },
    { name: 'eleven attachments', packets: ['4511-["message"]'] },
    { name: 'millions of attachments', packets: ['4599999999-["message"]'] },
    { name: 'text where an attachment belongs', packets: ['451-["message",{"_placeholder":true,"num":0}]', '42["message"]'] },
    { name: 'a placeholder out of range', packets: ['451-["message",{"_placeholder":true,"num":1}]', Buffer.from([1])] },
    { name: 'a negative placeholder', packets: ['451-["message",{"_placeholder":true,"num":-1}]', Buffer.from([1])] },
    { name: 'a placeholder that is a text', packets: ['451-["message",{"_placeholder":true,"num":"splice"}]', Buffer.from([1])] },
    { name: 'a placeholder between two numbers', packets: ['451-["message",{"_placeholder":true,"num":0.5}]', Buffer.from([1])] },
    { name: 'an attachment that nobody announced', packets: [Buffer.from([1])] },
    { name: 'an event for a namespace that was not joined', packets: ['42/custom,["message"]'] },
];

test.each(malformed, 'a malformed packet closes the session', async ({ packets }) => {
    const socket = await connected();
    for (const packet of packets)
        socket.send(packet);
    await socket.closed();
});

const base64 = (packet) => (Buffer.isBuffer(packet) ? `b${packet.toString('base64')}` : packet);

test.each(malformed, 'a malformed packet closes the session on polling', async ({ packets }) => {
    const session = await openSocketIoPolling(server.url, { greet: false });
    await session.packet('42["auth"');
    await session.post(packets.map(base64).join('\x1e'));
    await until(async () => (await session.get()).status === 400, 'the session to be closed');
});

const beforeConnect = [
    { name: 'an event', packets: ['42["message"]'] },
    { name: 'an ack', packets: ['431[]'] },
    { name: 'an attachment', packets: [Buffer.from([1])] },
    { name: 'a binary event', packets: ['451-["message",{"_placeholder":true,"num":0}]', Buffer.from([1])] },
    { name: 'garbage', packets: ['4abc'] },
    { name: 'a payload that is a text', packets: ['40"abc"'] },
    { name: 'a payload that is a list', packets: ['40["abc"]'] },
    { name: 'a payload cut short', packets: ['40{"token":'] },
];

test.each(beforeConnect, 'what cannot come before CONNECT closes the session', async ({ packets }) => {
    const socket = await engine();
    for (const packet of packets)
        socket.send(packet);
    await socket.closed();
});

test('after all that, the server still serves', async () => {
    const socket = await connected();
    socket.send('42["message","well"]');
    assert.equal(await socket.next(), '42["message-back","well"]');
});
