// SPDX-License-Identifier: GPL-3.0-or-later

// How an HTTP server behaves: with curl, with pipelining, with old load balancers.

import assert from 'node:assert/strict';

import { run } from '../support/childprocess.mjs';
import { openPolling } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { RawTcp } from '../support/rawtcp.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const server = await startSignalboxd();

/** curl's view: {code, headers, body}. */
async function curl(...args) {
    const result = await run('/usr/bin/curl', ['-sS', '-i', '--max-time', '30', ...args]);
    assert.equal(result.code, 0, result.stderr);
    const end = result.stdout.lastIndexOf('\r\n\r\nHTTP/');
    const last = end < 0 ? result.stdout : result.stdout.slice(end + 4);
    const [head, ...rest] = last.split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n'), all: result.stdout };
}

async function exchange(text) {
    const connection = await RawTcp.connect(server.port);
    connection.write(text);
    return connection;
}

test('curl publishes and reads', async () => {
    const url = `${server.url}/api/v1/events`;
    const posted = await curl('-H', 'Content-Type: application/json', '-d', '{"type":"note","workflow_id":"curl"}', url);
    assert.equal(posted.status, 202);
    const read = await curl(`${url}?room=workflow:curl`);
    assert.equal(JSON.parse(read.body).count, 1);
});

test('curl sends a chunked body', async () => {
    const answer = await curl('-H', 'Content-Type: application/json', '-H', 'Transfer-Encoding: chunked',
        '-d', JSON.stringify({ type: 'note', filler: 'x'.repeat(100_000) }), `${server.url}/api/v1/events`);
    assert.equal(answer.status, 202);
});

test('curl expects to be told to continue', async () => {
    const answer = await curl('-H', 'Content-Type: application/json', '-H', 'Expect: 100-continue',
        '-d', '{"type":"note"}', `${server.url}/api/v1/events`);
    assert.equal(answer.status, 202);
    assert.match(answer.all, /^HTTP\/1\.1 100 /);
});

test('the interim answer comes before the body is sent', async () => {
    const body = '{"type":"note"}';
    const connection = await exchange('POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
        + `Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`);
    const interim = await connection.response();
    assert.equal(interim.status, 100);
    connection.write(body);
    const [, answer] = await connection.responses(2);
    assert.equal(answer.status, 202);
});

test('who would be refused anyway is not told to continue', async () => {
    const connection = await exchange('POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
        + 'Content-Length: 999999999\r\nExpect: 100-continue\r\n\r\n');
    assert.equal((await connection.response()).status, 413);
});

const heads = ['/status', '/health', '/livez', '/readyz', '/metrics', '/nothing-here'];

test.each(heads, 'HEAD is GET without the body', async (path) => {
    const connection = await exchange(`HEAD ${path} HTTP/1.1\r\nHost: x\r\n\r\nGET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [head, get] = await connection.responses(2, [0]);
    assert.equal(head.status, get.status);
    assert.equal(head.headers['content-type'], get.headers['content-type']);
    assert.ok(Number(head.headers['content-length']) > 0);
});

test('curl -I', async () => {
    const answer = await curl('-I', `${server.url}/status`);
    assert.equal(answer.status, 200);
    assert.equal(answer.body.trim(), '');
});

test('a chunked body, in pieces, with extensions and trailers', async () => {
    const connection = await exchange('POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
        + 'Transfer-Encoding: chunked\r\n\r\n');
    for (const part of ['8;ext="a"\r', '\n{"type":\r\n', '7\r\n"note"}', '\r\n0\r\nTrailer: x\r\n', '\r\n'])
        connection.write(part);
    assert.equal((await connection.response()).status, 202);
});

test('pipelined requests are answered in order, on one connection', async () => {
    const event = (n) => `{"type":"note","workflow_id":"pipe","n":${n}}`;
    const requests = [
        'GET /status HTTP/1.1\r\nHost: x\r\n\r\n',
        `POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${event(1).length}\r\n\r\n${event(1)}`,
        'GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n',
        'GET /api/v1/events?room=workflow:pipe HTTP/1.1\r\nHost: x\r\n\r\n',
        `POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${event(2).length.toString(16)}\r\n${event(2)}\r\n0\r\n\r\n`,
        'GET /livez HTTP/1.1\r\nHost: x\r\n\r\n',
        'GET /api/v1/events?room=workflow:pipe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    ];
    const connection = await exchange(requests.join(''));
    const answers = await connection.responses(requests.length);
    assert.deepEqual(answers.map((answer) => answer.status), [200, 202, 404, 200, 202, 200, 200]);
    assert.equal(JSON.parse(answers[0].body).product, 'signalbox');
    assert.equal(JSON.parse(answers[3].body).count, 1);
    assert.equal(JSON.parse(answers[6].body).count, 2);
    await connection.closed();
});

test('hundreds of pipelined requests', async () => {
    const count = 300;
    const connection = await exchange(Array.from({ length: count }, (_, index) => (
        `GET ${index % 2 ? '/livez' : '/nothing'} HTTP/1.1\r\nHost: x\r\n\r\n`)).join(''));
    const answers = await connection.responses(count);
    assert.ok(answers.every((answer, index) => answer.status === (index % 2 ? 200 : 404)));
});

test('a request behind a long poll waits for it', async () => {
    const session = await openPolling(server.url);
    const { pathname, search } = new URL(session.url);
    const connection = await exchange(`GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\nGET /status HTTP/1.1\r\nHost: x\r\n\r\n`);
    await session.send('40');
    const [poll, status] = await connection.responses(2);
    assert.equal(poll.status, 200);
    assert.match(poll.body, /^40\{/);
    assert.equal(JSON.parse(status.body).product, 'signalbox');
});

test('a request that comes byte by byte', async () => {
    const connection = await RawTcp.connect(server.port);
    for (const byte of 'GET /status HTTP/1.1\r\nHost: x\r\n\r\n')
        connection.write(byte);
    assert.equal((await connection.response()).status, 200);
});

test('the connection is kept, and closed when asked', async () => {
    const connection = await exchange('GET /status HTTP/1.1\r\nHost: x\r\n\r\n');
    await connection.responses(1);
    connection.write('GET /status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const answers = await connection.responses(2);
    assert.match(answers[1].headers.connection ?? '', /close/i);
    await connection.closed();
});

test('HTTP/1.0 without Host is served and closed, as load balancers ask', async () => {
    const connection = await exchange('GET /livez HTTP/1.0\r\n\r\n');
    await connection.closed();
    const answer = await connection.response();
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['transfer-encoding'], undefined);
});

test('a half-closed connection still gets its answer', async () => {
    const connection = await exchange('GET /status HTTP/1.1\r\nHost: x\r\n\r\n');
    connection.finish();
    assert.equal((await connection.response()).status, 200);
});

const upgrades = [
    { name: 'Connection: upgrade alone', fields: 'Connection: upgrade\r\n' },
    { name: 'Connection: upgrade with an empty Upgrade', fields: 'Connection: upgrade\r\nUpgrade:\r\n' },
    { name: 'h2c', fields: 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n' },
    { name: 'Upgrade without Connection', fields: 'Upgrade: websocket\r\n' },
    { name: 'TLS', fields: 'Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n' },
];

test.each(upgrades, 'what asks for no WebSocket is an ordinary request', async ({ fields }) => {
    const request = `GET /status HTTP/1.1\r\nHost: x\r\n${fields}\r\n`;
    const connection = await exchange(request + request);
    const answers = await connection.responses(2);
    assert.deepEqual(answers.map((answer) => answer.status), [200, 200]);
});

const wrongMethods = [
    { name: 'DELETE /status', method: 'DELETE', path: '/status', allows: /GET/ },
    { name: 'POST /health', method: 'POST', path: '/health', allows: /GET/ },
    { name: 'PUT /metrics', method: 'PUT', path: '/metrics', allows: /GET/ },
    { name: 'PATCH /api/v1/events', method: 'PATCH', path: '/api/v1/events', allows: /(GET.*POST|POST.*GET)/ },
    { name: 'POST /api/v1/rooms', method: 'POST', path: '/api/v1/rooms', allows: /GET/ },
];

test.each(wrongMethods, 'a wrong method gets 405 and the right ones', async ({ method, path, allows }) => {
    const body = method === 'DELETE' ? undefined : {};
    const answer = await server.request(path, { method, body });
    assert.equal(answer.status, 405);
    assert.match(answer.headers.allow, allows);
    assert.equal(answer.json().error.code, 'method_not_allowed');
});

const missing = ['/nothing', '/api/v1/nothing', '/api/v2/events', '/status/x', '/..%2f..%2fetc/passwd', '/api/v1/events/1'];

test.each(missing, 'what is not there gets 404 with JSON', async (path) => {
    const connection = await exchange(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const answer = await connection.response();
    assert.equal(answer.status, 404);
    assert.match(answer.headers['content-type'], /^application\/json/);
    assert.equal(JSON.parse(answer.body).error.code, 'not_found');
});

test('a body that is too long is refused before it is sent', async () => {
    const connection = await exchange('POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
        + 'Content-Length: 134217728\r\n\r\n');
    const answer = await connection.response();
    assert.equal(answer.status, 413);
    assert.equal(JSON.parse(answer.body).error.code, 'payload_too_large');
    await connection.closed();
});

test('a chunked body that is too long is refused on the way', async () => {
    const connection = await exchange('POST /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
        + 'Transfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let sent = 0; sent < 2000 && !connection.isClosed && connection.received.length === 0; sent += 1) {
        connection.write(chunk);
        await new Promise(setImmediate);
    }
    assert.equal((await connection.response()).status, 413);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'], 'another media type is refused', async (type) => {
    const answer = await server.post('{"type":"note"}', { 'Content-Type': type });
    assert.equal(answer.status, 415);
    assert.equal(answer.json().error.code, 'unsupported_media_type');
});

test('a body is not required to be read by who does not want it', async () => {
    const connection = await exchange(`GET /status HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET /livez HTTP/1.1\r\nHost: x\r\n\r\n`);
    const answers = await connection.responses(2);
    assert.deepEqual(answers.map((answer) => answer.status), [200, 200]);
});
