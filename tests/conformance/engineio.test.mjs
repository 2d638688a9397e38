// SPDX-License-Identifier: GPL-3.0-or-later

// What the Engine.IO protocol, version 4, says, against a server that echoes messages.

import assert from 'node:assert/strict';

import { startConformance } from '../e2e/support/conformance.mjs';
import { RawWebSocket, Separator, openEngineWebSocket, openPolling } from '../e2e/support/engineio.mjs';
import { test, until } from '../e2e/support/harness.mjs';
import { request } from '../e2e/support/http.mjs';
import { RawTcp } from '../e2e/support/rawtcp.mjs';

const path = '/engine.io/';
const server = await startConformance({ path, rawEngineIo: true });
const base = server.url + path;
const wsBase = server.wsUrl + path;

const poll = () => openPolling(server.url, { path });
const websocket = (options = {}) => openEngineWebSocket(server.wsUrl, { path, ...options });

async function assertRefusedUpgrade(url, status, code) {
    const error = await new RawWebSocket(url).opened().then(() => null, (reason) => reason);
    assert.ok(error, 'the upgrade went through');
    assert.equal(error.status, status);
    assert.equal(JSON.parse(error.body).code, code);
}

async function assertSessionGone(session) {
    const answer = await session.get();
    assert.equal(answer.status, 400);
    assert.deepEqual(answer.json(), { code: 1, message: 'Session ID unknown' });
}

test('a polling handshake opens a session', async () => {
    const answer = await request(`${base}?EIO=4&transport=polling`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers['content-type'], /^text\/plain; ?charset=utf-8$/i);
    assert.equal(answer.text[0], '0');
    const handshake = JSON.parse(answer.text.slice(1));
    assert.deepEqual(Object.keys(handshake).sort(), ['maxPayload', 'pingInterval', 'pingTimeout', 'sid', 'upgrades']);
    assert.deepEqual(handshake.upgrades, ['websocket']);
    assert.equal(handshake.pingInterval, 25_000);
    assert.equal(handshake.pingTimeout, 20_000);
    assert.equal(handshake.maxPayload, 1_000_000);
});

test('a websocket handshake opens a session that has nothing to upgrade to', async () => {
    const socket = await websocket();
    assert.deepEqual(Object.keys(socket.handshake).sort(),
        ['maxPayload', 'pingInterval', 'pingTimeout', 'sid', 'upgrades']);
    assert.deepEqual(socket.handshake.upgrades, []);
    assert.equal(socket.handshake.maxPayload, 1_000_000);
});

test('session ids cannot be guessed', async () => {
    const sessions = await Promise.all(Array.from({ length: 20 }, () => poll()));
    const sids = sessions.map((session) => session.sid);
    assert.equal(new Set(sids).size, sids.length);
    for (const sid of sids) {
        assert.match(sid, /^[A-Za-z0-9_-]+$/);
        assert.ok(sid.length >= 20, `${sid} is too short for 128 bits`);
    }
});

const refusals = [
    { name: 'no protocol version', query: 'transport=polling', code: 5 },
    { name: 'a protocol version that is no number', query: 'EIO=abc&transport=polling', code: 5 },
    { name: 'version 3', query: 'EIO=3&transport=polling', code: 5 },
    { name: 'no transport', query: 'EIO=4', code: 0 },
    { name: 'an unknown transport', query: 'EIO=4&transport=abc', code: 0 },
    { name: 'the name of a member of every JavaScript object', query: 'EIO=4&transport=constructor', code: 0 },
    { name: 'an unknown sid', query: 'EIO=4&transport=polling&sid=abc', code: 1 },
    { name: 'a POST without a session', query: 'EIO=4&transport=polling', method: 'POST', code: 2 },
    { name: 'a PUT', query: 'EIO=4&transport=polling', method: 'PUT', code: 2 },
    { name: 'a DELETE', query: 'EIO=4&transport=polling', method: 'DELETE', code: 2 },
    { name: 'websocket without an upgrade', query: 'EIO=4&transport=websocket', code: 3 },
];

test.each(refusals, 'a bad request is refused', async ({ query, method, code }) => {
    const answer = await request(`${base}?${query}`, { method });
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, code);
    const messages = ['Transport unknown', 'Session ID unknown', 'Bad handshake method', 'Bad request', 'Forbidden',
        'Unsupported protocol version'];
    assert.equal(answer.json().message, messages[code]);
});

const upgradeRefusals = [
    { name: 'no protocol version', query: 'transport=websocket', code: 5 },
    { name: 'a protocol version that is no number', query: 'EIO=abc&transport=websocket', code: 5 },
    { name: 'no transport', query: 'EIO=4', code: 0 },
    { name: 'an unknown transport', query: 'EIO=4&transport=abc', code: 0 },
    { name: 'an unknown sid', query: 'EIO=4&transport=websocket&sid=abc', code: 1 },
];

test.each(upgradeRefusals, 'a bad upgrade is refused', async ({ query, code }) => {
    await assertRefusedUpgrade(`${wsBase}?${query}`, 400, code);
});

const payloads = [
    { name: 'one text packet', packets: ['4hello'] },
    { name: 'several text packets', packets: ['4one', '4two', '4three'] },
    { name: 'text beyond the BMP', packets: ['4h€llo \u{1F984} \u0000 \u2028'] },
    { name: 'an empty message', packets: ['4'] },
    { name: 'binary', packets: ['bAQIDBA=='] },
    { name: 'binary of every length class', packets: ['b', 'bAA==', 'bAAE=', 'bAAEC'] },
    { name: 'text and binary', packets: ['4hello', 'bAQIDBA==', '4again'] },
];

test.each(payloads, 'a payload is echoed on polling', async ({ packets }) => {
    const session = await poll();
    await session.send(...packets);
    const received = [];
    while (received.length < packets.length)
        received.push(...await session.poll());
    assert.deepEqual(received, packets);
});

test('text is echoed on a websocket', async () => {
    const socket = await websocket();
    for (const message of ['4hello', '4h€llo \u{1F984}', '4', `4${'x'.repeat(200_000)}`]) {
        socket.send(message);
        assert.equal(await socket.next(), message);
    }
});

test('binary is echoed on a websocket, as it is', async () => {
    const socket = await websocket();
    for (const message of [Buffer.from([1, 2, 3, 4]), Buffer.alloc(0), Buffer.alloc(200_000, 7)]) {
        socket.send(message);
        assert.deepEqual(await socket.next(), message);
    }
});

test('a fragmented message is one message', async () => {
    const socket = await websocket();
    socket.socket.send('4he', { fin: false });
    socket.socket.send('ll', { fin: false });
    socket.socket.send('o', { fin: true });
    assert.equal(await socket.next(), '4hello');
});

test('a burst keeps its order on polling', async () => {
    const session = await poll();
    const packets = Array.from({ length: 300 }, (_, index) => `4${index}`);
    await session.send(...packets);
    const received = [];
    while (received.length < packets.length) {
        const answer = await session.poll();
        assert.ok(answer.length <= 16, `${answer.length} packets in one answer`);
        received.push(...answer);
    }
    assert.deepEqual(received, packets);
});

const malformed = ['abc', '9', `4ok${Separator}`, `${Separator}4ok`, 'b!!!'];

test.each(malformed.map((body) => ({ name: JSON.stringify(body), body })), 'a malformed payload closes the session',
    async ({ body }) => {
        const session = await poll();
        assert.equal((await session.post(body)).status, 400);
        await assertSessionGone(session);
    });

test.each(['abc', '9', ''], 'a malformed packet closes the websocket', async (packet) => {
    const socket = await websocket();
    socket.send(packet);
    await socket.closed();
});

test('two polls at once close the session', async () => {
    const session = await poll();
    const polls = [await session.beginPoll(), await session.beginPoll()];
    const answers = await Promise.all(polls.map((connection) => connection.response()));
    // Whichever comes second loses; the first learns that the session is over.
    const first = answers.find((answer) => answer.status === 200);
    assert.equal(first?.body, '1');
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 400]);
    await assertSessionGone(session);
});

test('a poll whose client goes away closes the session', async () => {
    const session = await poll();
    const { pathname, search } = new URL(session.url);
    const connection = await RawTcp.connect(server.port);
    await connection.writeAndLeave(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await until(async () => (await session.post('6')).status === 400, 'the session to be closed');
    await assertSessionGone(session);
});

test('a client that closes ends its pending poll with a noop', async () => {
    // From outside, nothing tells that the poll is pending: when the POST overtakes it, try again.
    for (let attempt = 1; ; attempt += 1) {
        const session = await poll();
        const pending = await session.beginPoll();
        await session.send('6');
        assert.equal((await session.post('1')).status, 200);
        const answer = await pending.response();
        await assertSessionGone(session);
        if (answer.status === 400 && attempt < 10)
            continue;
        assert.equal(answer.status, 200);
        assert.equal(answer.body, '6');
        return;
    }
});

test('a client that closes on a websocket is closed', async () => {
    const socket = await websocket();
    socket.send('1');
    await socket.closed();
});

test('a websocket upgrades a polling session', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    const pending = await session.beginPoll();
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    const answer = await pending.response();
    assert.equal(answer.status, 200);
    assert.equal(answer.body, '6');
    socket.send('5');
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

test('a poll that comes during the probe is ended, too', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    assert.deepEqual(await session.poll(), ['6']);
    socket.send('5');
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

test('what was queued before an upgrade is sent after it, in order', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    const sent = Array.from({ length: 40 }, (_, index) => `4${index}`);
    await session.send(...sent.slice(0, 20));
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    const received = (await session.poll()).filter((packet) => packet !== '6');
    await session.send(...sent.slice(20, 30));
    socket.send('5');
    for (const packet of sent.slice(30))
        socket.send(packet);
    while (received.length < sent.length)
        received.push(await socket.text('4'));
    assert.deepEqual(received, sent);
});

async function upgraded() {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    socket.send('5');
    socket.send('4marker');
    assert.equal(await socket.text('4'), '4marker');
    return { session, socket };
}

test('after an upgrade, polling with the same sid is refused', async () => {
    const { session, socket } = await upgraded();
    const answer = await session.get();
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, 3);
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

// Refusing with an HTTP status would be an error where clients expect a close: ws throws it at whoever
// has no handler for it.
test('after an upgrade, a second websocket with the same sid is opened, and closed', async () => {
    const { session, socket } = await upgraded();
    const second = new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`);
    await second.opened();
    await second.closed();
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

test('also when it comes while the upgrade is still going on', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    const second = new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`);
    await second.opened();
    await second.closed();
    socket.send('5');
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});

test('a client may say that it upgrades without waiting for the answer to its probe', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('2probe');
    socket.send('5');
    socket.send('4hello');
    assert.equal(await socket.next(), '3probe');
    assert.equal(await socket.text('4'), '4hello');
});

test('a probe that fails leaves the session on polling', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('2probe');
    assert.equal(await socket.next(), '3probe');
    socket.socket.terminate();
    await socket.closed();
    await session.send('4still here');
    assert.equal(await session.packet('4'), '4still here');
});

test('a probe that begins with something else is closed, and the session stays', async () => {
    const session = await poll();
    const socket = await new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${session.sid}`).opened();
    socket.send('4hello');
    await socket.closed();
    await session.send('4still here');
    assert.equal(await session.packet('4'), '4still here');
});

test('a session that was opened on a websocket takes no second one', async () => {
    const socket = await websocket();
    const second = new RawWebSocket(`${wsBase}?EIO=4&transport=websocket&sid=${socket.handshake.sid}`);
    await second.closed();
    socket.send('4hello');
    assert.equal(await socket.text('4'), '4hello');
});
