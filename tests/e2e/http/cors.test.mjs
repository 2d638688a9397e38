// SPDX-License-Identifier: GPL-3.0-or-later

// Which web pages may talk to the server.

import assert from 'node:assert/strict';

import { RawWebSocket, openEngineWebSocket } from '../support/engineio.mjs';
import { test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const Token = 'cors-token-0123456789';
const Page = 'https://app.example';
const Evil = 'https://evil.example';

const development = await startSignalboxd();
const production = await startSignalboxd({ args: ['--env', 'production', '--auth-token', Token] });
const listed = await startSignalboxd({
    args: ['--env', 'production', '--auth-token', Token, '--allowed-origin', Page, '--allowed-origin', 'http://other.example:8080'],
});

const handshake = '/socket.io/?EIO=4&transport=polling';
const allowedOrigin = (answer) => answer.headers['access-control-allow-origin'];

function assertAllowed(answer, origin) {
    assert.ok(['*', origin].includes(allowedOrigin(answer)), `Access-Control-Allow-Origin: ${allowedOrigin(answer)}`);
    if (allowedOrigin(answer) !== '*')
        assert.match(answer.headers.vary ?? '', /origin/i);
}

const answers = [
    { name: 'an endpoint', path: '/status', status: 200 },
    { name: 'a handshake', path: handshake, status: 200 },
    { name: 'a handshake that fails', path: '/socket.io/?EIO=4&transport=nope', status: 400 },
    { name: 'a session that is not there', path: `${handshake}&sid=nope`, status: 400 },
    { name: 'nothing', path: '/nothing', status: 404 },
    { name: 'an operator endpoint', path: '/api/v1/rooms', status: 401 },
    { name: 'a wrong method', path: '/status', method: 'DELETE', status: 405 },
    { name: 'a bad event', path: '/api/v1/events', method: 'POST', body: { type: 'connect' }, status: 422 },
];

test.each(answers, 'development: every page may read', async ({ path, method, body, status }) => {
    const answer = await development.request(path, { method, body, headers: { Origin: Page } });
    assert.equal(answer.status, status);
    assertAllowed(answer, Page);
});

test('a request that the front door refuses can be read, too', async () => {
    const answer = await development.request('/api/v1/events', {
        method: 'POST', headers: { Origin: Page, 'Content-Type': 'text/plain' }, body: 'x',
    });
    assert.equal(answer.status, 415);
    assertAllowed(answer, Page);
});

const preflights = ['/api/v1/events', '/status', '/socket.io/?EIO=4&transport=polling'];

test.each(preflights, 'a preflight is answered', async (path) => {
    const headers = {
        Origin: Page,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
    };
    const answer = await development.request(path, { method: 'OPTIONS', headers });
    assert.equal(answer.status, 204);
    assertAllowed(answer, Page);
    assert.match(answer.headers['access-control-allow-methods'], /POST/);
    for (const name of ['authorization', 'content-type', 'idempotency-key'])
        assert.match(answer.headers['access-control-allow-headers'].toLowerCase(), new RegExp(name));
    assert.ok(Number(answer.headers['access-control-max-age']) > 0);
});

test('without an Origin there is no browser to tell', async () => {
    for (const server of [development, production])
        assert.equal((await server.get('/status')).status, 200);
});

const refusing = [
    { name: 'production', server: production, origin: Evil },
    { name: 'production, the opaque origin', server: production, origin: 'null' },
    { name: 'a list that does not hold it', server: listed, origin: Evil },
    { name: 'a list: another port', server: listed, origin: `${Page}:8443` },
    { name: 'a list: another scheme', server: listed, origin: 'http://app.example' },
    { name: 'a list: a longer name', server: listed, origin: `${Page}.evil.example` },
];

test.each(refusing, 'a foreign page is refused', async ({ server, origin }) => {
    const headers = { Origin: origin };
    const polling = await server.request(handshake, { headers });
    assert.equal(polling.status, 403);
    assert.deepEqual(polling.json(), { code: 4, message: 'Forbidden' });
    assert.equal(allowedOrigin(polling), undefined);
    const upgrade = await new RawWebSocket(`${server.wsUrl}/socket.io/?EIO=4&transport=websocket`, { headers }).opened()
        .then(() => null, (error) => error);
    assert.equal(upgrade?.status, 403);
    const status = await server.request('/status', { headers });
    assert.equal(allowedOrigin(status), undefined);
    const preflight = await server.request('/api/v1/events',
        { method: 'OPTIONS', headers: { ...headers, 'Access-Control-Request-Method': 'POST' } });
    assert.equal(allowedOrigin(preflight), undefined);
});

const accepting = [
    { name: 'our own', server: production, origin: (server) => server.url },
    { name: 'listed', server: listed, origin: () => Page },
    { name: 'listed, in other letters', server: listed, origin: () => 'HTTPS://App.Example' },
    { name: 'listed with the default port', server: listed, origin: () => `${Page}:443` },
    { name: 'listed with a port', server: listed, origin: () => 'http://other.example:8080' },
];

test.each(accepting, 'a known page is welcome', async ({ server, origin }) => {
    const headers = { Origin: origin(server) };
    const polling = await server.request(handshake, { headers });
    assert.equal(polling.status, 200);
    const socket = await openEngineWebSocket(server.wsUrl, { headers });
    assert.ok(socket.handshake.sid);
    const posted = await server.request('/api/v1/events',
        { method: 'POST', headers: { ...headers, ...bearer(Token) }, body: { type: 'note' } });
    assert.equal(posted.status, 202);
    if (server === listed)
        assertAllowed(posted, headers.Origin);
});
