// SPDX-License-Identifier: GPL-3.0-or-later

// WebSocket handshakes and frames that break RFC 6455, or the bank.

import assert from 'node:assert/strict';

import { openSocketIoWebSocket } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { RawTcp } from '../support/rawtcp.mjs';
import { EnginePath, Handshake, frame, openRawWebSocket } from '../support/rawwebsocket.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const server = await startSignalboxd();

const Text = 1;
const Binary = 2;
const Continuation = 0;
const Close = 8;
const Ping = 9;
const Pong = 10;

test('a correct handshake is answered correctly', async () => {
    const socket = await openRawWebSocket(server.port);
    const head = socket.connection.text.toLowerCase();
    assert.match(head, /\r\nupgrade: websocket\r\n/);
    assert.match(head, /\r\nconnection: upgrade\r\n/);
    assert.match(socket.connection.text, /\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/i);
    assert.doesNotMatch(head, /sec-websocket-extensions/);
    const first = await socket.connection.until(() => socket.frames()[0], 'the first frame');
    assert.equal(first.opcode, Text);
    assert.equal(first.isMasked, false);
    assert.match(first.payload.toString(), /^0\{/);
});

const violations = [
    { name: 'an unmasked frame', bytes: frame(Text, '40', { masked: false }), code: 1002 },
    { name: 'an unmasked empty frame', bytes: frame(Text, '', { masked: false }), code: 1002 },
    { name: 'an unmasked ping', bytes: frame(Ping, '', { masked: false }), code: 1002 },
    { name: 'an unmasked close', bytes: frame(Close, '', { masked: false }), code: 1002 },
    { name: 'a reserved bit', bytes: frame(Text, '40', { rsv: 4 }), code: 1002 },
    { name: 'a reserved opcode', bytes: frame(3, '40'), code: 1002 },
    { name: 'a reserved control opcode', bytes: frame(11, ''), code: 1002 },
    { name: 'a fragmented ping', bytes: frame(Ping, '', { fin: false }), code: 1002 },
    { name: 'a ping of 126 bytes', bytes: frame(Ping, 'x'.repeat(126)), code: 1002 },
    { name: 'a continuation of nothing', bytes: frame(Continuation, '40'), code: 1002 },
    { name: 'a message within a message', bytes: Buffer.concat([frame(Text, '4', { fin: false }), frame(Text, '0')]), code: 1002 },
    { name: 'a length of 64 bits with the top bit', bytes: frame(Text, '', { length: 1n << 63n }), code: 1002 },
    { name: 'a length in too long a form', bytes: frame(Text, '40', { form: 16 }), code: 1002 },
    { name: 'text that is no UTF-8', bytes: frame(Text, Buffer.from([0x34, 0xff])), code: 1007 },
    { name: 'a declared length of 4 EiB', bytes: frame(Text, '', { length: 1n << 62n }), code: 1009 },
    { name: 'a declared length just over the limit', bytes: frame(Text, '', { length: 1_000_001 }), code: 1009 },
    { name: 'binary just over the limit', bytes: frame(Binary, '', { length: 1_000_001 }), code: 1009 },
    {
        name: 'fragments over the limit together',
        bytes: Buffer.concat([frame(Text, `4${'x'.repeat(600_000)}`, { fin: false }), frame(Continuation, 'x'.repeat(600_000), { fin: false })]),
        code: 1009,
    },
];

test.each(violations, 'a violation closes the connection', async ({ bytes, code }) => {
    const socket = await openRawWebSocket(server.port);
    socket.write(bytes);
    assert.equal(await socket.closeCode(), code);
    await socket.connection.closed();
});

test('an endless train of fragments is stopped', async () => {
    const socket = await openRawWebSocket(server.port);
    socket.write(frame(Text, '', { fin: false }));
    const train = Buffer.concat(Array.from({ length: 1000 }, () => frame(Continuation, '', { fin: false })));
    for (let round = 0; round < 500 && !socket.connection.isClosed; round += 1) {
        socket.write(train);
        await new Promise(setImmediate);
    }
    await socket.connection.closed();
    const close = socket.frames().find((one) => one.opcode === Close);
    if (close) // a reset may outrun it
        assert.ok([1008, 1009].includes(close.payload.readUInt16BE(0)));
});

test('a message at the limit is taken, one over it closes with 1009', async () => {
    const socket = await openSocketIoWebSocket(server.wsUrl);
    const sized = (size) => {
        const head = '42["unknown","';
        return `${head}${'x'.repeat(size - head.length - 2)}"]`;
    };
    socket.send(sized(1_000_000));
    socket.send('42["unsubscribe",{"type":"bot","bot_id":"b1"}]');
    await socket.text('42["unsubscribed"');
    socket.send(sized(1_000_001));
    assert.equal((await socket.closed()).code, 1009);
});

test('the limit is an option', async () => {
    const own = await startSignalboxd({ args: ['--max-payload', '5000'] });
    const socket = await openSocketIoWebSocket(own.wsUrl);
    assert.equal(socket.handshake.maxPayload, 5000);
    socket.send(`42["unknown","${'x'.repeat(5000)}"]`);
    assert.equal((await socket.closed()).code, 1009);
});

test('a ping is answered with its own bytes', async () => {
    const socket = await openRawWebSocket(server.port);
    socket.write(frame(Ping, 'payload'));
    const pong = await socket.connection.until(() => socket.frames().find((one) => one.opcode === Pong), 'a pong');
    assert.equal(pong.payload.toString(), 'payload');
});

test('a close is answered with its own code', async () => {
    const socket = await openRawWebSocket(server.port);
    socket.write(frame(Close, Buffer.from([0x03, 0xe8])));
    assert.equal(await socket.closeCode(), 1000);
    await socket.connection.closed();
});

test('frames right behind the handshake are not lost', async () => {
    const connection = await RawTcp.connect(server.port);
    connection.write(Buffer.concat([
        Buffer.from(`GET ${EnginePath} HTTP/1.1\r\nHost: x\r\n${Handshake}\r\n`),
        frame(Text, '40'),
    ]));
    await connection.until((bytes) => bytes.includes('["connected"'), 'the greeting');
});

const WithoutKey = Handshake.replace(/Sec-WebSocket-Key: .*\r\n/, '');
const badHandshakes = [
    { name: 'no key', fields: WithoutKey },
    { name: 'a key that is none', fields: `${WithoutKey}Sec-WebSocket-Key: abc\r\n` },
    { name: 'an empty key', fields: `${WithoutKey}Sec-WebSocket-Key: \r\n` },
    { name: 'two keys', fields: `${Handshake}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` },
    { name: 'no version', fields: Handshake.replace(/Sec-WebSocket-Version: 13\r\n/, '') },
    { name: 'another version', fields: Handshake.replace('Version: 13', 'Version: 12') },
    { name: 'a version of letters', fields: Handshake.replace('Version: 13', 'Version: abc') },
    { name: 'a head that is too long', fields: `${Handshake}Sec-WebSocket-Extensions: ${'a'.repeat(9000)}\r\n` },
];

test.each(badHandshakes, 'a malformed handshake gets an HTTP answer', async ({ fields }) => {
    const connection = await RawTcp.connect(server.port);
    connection.write(`GET ${EnginePath} HTTP/1.1\r\nHost: x\r\n${fields}\r\n`);
    const { status } = await connection.response();
    assert.ok([400, 426, 431].includes(status), `${status}`);
});

const harmless = [
    { name: 'strange extensions', fields: 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits="a\\"b", x-y;=;;,,\r\n' },
    { name: 'a hundred extensions', fields: `Sec-WebSocket-Extensions: ${'permessage-deflate,'.repeat(100)}x\r\n` },
    { name: 'strange protocols', fields: 'Sec-WebSocket-Protocol: constructor, __proto__, toString\r\n' },
];

test.each(harmless, 'what we do not speak is ignored', async ({ fields }) => {
    const connection = await RawTcp.connect(server.port);
    connection.write(`GET ${EnginePath} HTTP/1.1\r\nHost: x\r\n${Handshake}${fields}\r\n`);
    await connection.until((bytes) => bytes.includes('\r\n\r\n'), 'an answer');
    assert.match(connection.text, /^HTTP\/1\.1 (101|400) /);
});

test('an upgrade elsewhere is no WebSocket', async () => {
    for (const path of ['/status', '/nothing', '/api/v1/events']) {
        const connection = await RawTcp.connect(server.port);
        connection.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n${Handshake}\r\n`);
        const { status } = await connection.response();
        assert.ok(status >= 200 && status < 500, `${path}: ${status}`);
    }
});

test('after all that, the server still serves', async () => {
    assert.equal((await server.get('/livez')).status, 200);
    await openSocketIoWebSocket(server.wsUrl);
});
