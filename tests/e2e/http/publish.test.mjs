// SPDX-License-Identifier: GPL-3.0-or-later

// POST /api/v1/events and reading the history back.

import assert from 'node:assert/strict';

import { test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { connectSocketIo } from '../support/socketio.mjs';
import { numberedEvents, range } from '../support/workflow.mjs';

const server = await startSignalboxd();
const Token = 'publisher-token-0123456789';

const errorOf = (answer) => {
    assert.match(answer.headers['content-type'], /^application\/json/);
    const { error } = answer.json();
    assert.equal(typeof error.code, 'string');
    assert.equal(typeof error.message, 'string');
    return error;
};

const history = async (room, more = '') => (await server.get(`/api/v1/events?room=${room}${more}`)).json();

test('one event is accepted', async () => {
    const answer = await server.post({ type: 'node_started', workflow_id: 'one' });
    assert.equal(answer.status, 202);
    const { accepted, event_ids: ids } = answer.json();
    assert.equal(accepted, 1);
    assert.equal(ids.length, 1);
    assert.match(ids[0], /^[^:]+:\d+$/);
});

test('a batch is accepted, in order, with increasing ids', async () => {
    const answer = await server.post(numberedEvents(1000, { workflow: 'batch' }));
    assert.equal(answer.status, 202);
    assert.equal(answer.json().accepted, 1000);
    const ids = answer.json().event_ids.map((id) => id.split(':'));
    assert.equal(ids.length, 1000);
    assert.ok(ids.every(([epoch, offset], index) => epoch === ids[0][0] && (index === 0 || Number(offset) > Number(ids[index - 1][1]))));
    assert.deepEqual((await history('workflow:batch')).events.map((event) => event.event_id),
        answer.json().event_ids.slice(-100));
});

test('data that is no object is a member like others', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'data');
    await server.publish({ type: 'note', workflow_id: 'data', data: [1, 2] });
    const { type, data } = await client.event('workflow_event');
    assert.deepEqual({ type, data }, { type: 'note', data: [1, 2] });
});

test('a charset beside the media type is no harm', async () => {
    const answer = await server.post('{"type":"note"}', { 'Content-Type': 'application/json; charset=utf-8' });
    assert.equal(answer.status, 202);
});

const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener',
    '__disconnect_final', 'connected', 'auth_response', 'subscribed', 'unsubscribed', 'recent_events',
    'workflow_event', 'emergency', 'error', 'pong', 'connection_established', 'connection.established',
    'connection.error', 'authenticated'];

test.each(reserved, 'a reserved type is refused', async (type) => {
    const answer = await server.post({ type, workflow_id: 'reserved' });
    assert.equal(answer.status, 422);
    const error = errorOf(answer);
    assert.equal(error.code, 'reserved_type');
    assert.equal(error.field, 'type');
});

const invalid = [
    { name: 'no type', event: { workflow_id: 'w1' }, field: 'type' },
    { name: 'an empty type', event: { type: '' }, field: 'type' },
    { name: 'a type of 129 bytes', event: { type: 'x'.repeat(129) }, field: 'type' },
    { name: 'a type with a space', event: { type: 'node started' }, field: 'type' },
    { name: 'a type beyond ASCII', event: { type: 'né' }, field: 'type' },
    { name: 'a type that is a number', event: { type: 1 }, field: 'type' },
    { name: 'an unknown kind of room', event: { type: 'note', room: 'planet:1' }, field: 'room' },
    { name: 'a room without id', event: { type: 'note', room: 'project:' }, field: 'room' },
    { name: 'a room with a star', event: { type: 'note', room: 'project:*' }, field: 'room' },
    { name: 'a room with a control character', event: { type: 'note', room: 'project:a\nb' }, field: 'room' },
    { name: 'a room that is a number', event: { type: 'note', room: 7 }, field: 'room' },
    { name: 'rooms that are a text', event: { type: 'note', rooms: 'project:1' }, field: 'rooms' },
    { name: 'a bad one among the rooms', event: { type: 'note', rooms: ['project:1', 'x'] }, field: 'rooms' },
    { name: 'a user that is a number', event: { type: 'note', user: {} }, field: 'user' },
    { name: 'an id that is a list', event: { type: 'note', workflow_id: [1] }, field: 'workflow_id' },
    { name: 'an id that is a fraction', event: '{"type":"note","workflow_id":1.5}', field: 'workflow_id' },
    { name: 'an id of 256 bytes', event: { type: 'note', bot_id: 'x'.repeat(256) }, field: 'bot_id' },
];

test.each(invalid, 'an invalid event is refused', async ({ event, field }) => {
    const answer = await server.post(event);
    assert.equal(answer.status, 422, answer.text);
    const error = errorOf(answer);
    assert.ok(error.field.startsWith(field), `field is ${error.field}`);
});

const malformed = [
    { name: 'nothing', body: '' },
    { name: 'no JSON', body: 'hello' },
    { name: 'JSON cut short', body: '{"type":"note"' },
    { name: 'something after it', body: '{"type":"note"} x' },
    { name: 'two values', body: '{"type":"note"}{"type":"note"}' },
    { name: 'a trailing comma', body: '{"type":"note",}' },
    { name: 'a comment', body: '{"type":"note"/**/}' },
    { name: 'single quotes', body: "{'type':'note'}" },
    { name: 'NaN', body: '{"type":"note","n":NaN}' },
    { name: 'a leading zero', body: '{"type":"note","n":01}' },
    { name: 'a raw control character', body: '{"type":"note","n":"a\nb"}' },
    { name: 'half a surrogate pair', body: '{"type":"note","n":"\\ud83e"}', orAccepted: true },
    { name: 'bytes that are no UTF-8', body: Buffer.from('7b2274797065223a226e6f7465222c226e223a22ff227d', 'hex') },
    { name: 'overlong UTF-8', body: Buffer.from('7b2274797065223a226e6f7465222c226e223a22c0af227d', 'hex') },
    { name: 'a byte order mark', body: '\ufeff{"type":"note"}' },
    { name: 'a number alone', body: '42', status: 422 },
    { name: 'a text alone', body: '"note"', status: 422 },
    { name: 'a list of numbers', body: '[1,2]', status: 422 },
    { name: 'an empty list', body: '[]', status: 422 },
    { name: 'nesting of 65', body: `{"type":"note","n":${'['.repeat(65)}${']'.repeat(65)}}`, status: 422 },
    { name: 'nesting without end', body: `{"type":"note","n":${'['.repeat(400_000)}`, status: 422 },
    { name: 'a key twice', body: '{"type":"note","type":"node_started"}', status: 422 },
    { name: 'a key twice in data', body: '{"type":"note","data":{"a":1,"a":2}}', status: 422 },
    { name: 'a key twice, once escaped', body: '{"type":"note","\\u0074ype":"node_started"}', status: 422 },
];

test.each(malformed, 'malformed JSON is refused', async ({ body, status, orAccepted }) => {
    const before = (await server.get('/metrics')).json().events.received;
    const answer = await server.post(body);
    if (orAccepted && answer.status === 202)
        return;
    // Where the bytes are JSON, and only the event is not one, both statuses are fair.
    assert.ok(answer.status === 400 || answer.status === status, `${answer.status} ${answer.text}`);
    errorOf(answer);
    assert.equal((await server.get('/metrics')).json().events.received, before);
});

test('nesting of 60 is taken', async () => {
    await server.publish(`{"type":"note","n":${'['.repeat(60)}${']'.repeat(60)}}`);
});

test('a batch is taken whole or not at all', async () => {
    const events = numberedEvents(10, { workflow: 'atomic' });
    events[6] = { type: 'node_completed', workflow_id: 'atomic', rooms: ['project:1', 'nonsense'] };
    const answer = await server.post(events);
    assert.equal(answer.status, 422);
    const error = errorOf(answer);
    assert.equal(error.index, 6);
    assert.ok(error.field.startsWith('rooms'), error.field);
    events[6] = { type: 'disconnect' };
    const second = errorOf(await server.post(events));
    assert.deepEqual([second.code, second.index, second.field], ['reserved_type', 6, 'type']);
    assert.equal((await history('workflow:atomic')).count, 0);
});

test('more than 1000 events are too many', async () => {
    const answer = await server.post(numberedEvents(1001, { workflow: 'too-many' }));
    assert.ok([400, 413, 422].includes(answer.status), `${answer.status}`);
    errorOf(answer);
    assert.equal((await history('workflow:too-many')).count, 0);
});

test('an idempotency key makes a repeat harmless', async () => {
    const client = await connectSocketIo(server.url, { transports: ['websocket'] });
    await client.subscribe('workflow', 'again');
    const event = { type: 'note', workflow_id: 'again', n: 1 };
    const headers = { 'Idempotency-Key': 'key-1' };
    const first = await server.post(event, headers);
    const second = await server.post(event, headers);
    assert.equal(first.status, 202);
    assert.equal(second.status, 202);
    assert.deepEqual(second.json(), first.json());
    const conflict = await server.post({ ...event, n: 2 }, headers);
    assert.equal(conflict.status, 409);
    assert.equal(errorOf(conflict).code, 'conflict');
    const other = await server.post({ ...event, n: 3 }, { 'Idempotency-Key': 'key-2' });
    assert.notDeepEqual(other.json(), first.json());
    assert.deepEqual((await client.take(2)).map((one) => one.n), [1, 3]);
});

test('a refused request does not use up its key', async () => {
    const headers = { 'Idempotency-Key': 'key-refused' };
    assert.equal((await server.post({ type: 'connect' }, headers)).status, 422);
    const answer = await server.post({ type: 'note' }, headers);
    assert.ok([202, 409].includes(answer.status));
});

test('the same request twice at once is one', async () => {
    const event = { type: 'note', workflow_id: 'twice' };
    const answers = await Promise.all(range(8).map(() => server.post(event, { 'Idempotency-Key': 'key-race' })));
    assert.deepEqual([...new Set(answers.map((answer) => answer.text))], [answers[0].text]);
    assert.equal((await history('workflow:twice')).count, 1);
});

test('keys belong to their credential', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token, '--auth-token', `${Token}-2`, '--require-auth'] });
    const send = (token, n) => own.post({ type: 'note', workflow_id: 'w1', n }, { ...bearer(token), 'Idempotency-Key': 'same' });
    assert.equal((await send(Token, 1)).status, 202);
    assert.equal((await send(`${Token}-2`, 2)).status, 202);
    assert.equal((await send(Token, 3)).status, 409);
});

test('publishing needs a credential where one is required', async () => {
    const own = await startSignalboxd({ args: ['--auth-token', Token, '--require-auth'] });
    const event = { type: 'note', workflow_id: 'w1' };
    const none = await own.post(event);
    assert.equal(none.status, 401);
    assert.equal(errorOf(none).code, 'auth_required');
    const wrong = await own.post(event, bearer('wrong'));
    assert.equal(wrong.status, 401);
    assert.equal(errorOf(wrong).code, 'invalid_token');
    assert.equal((await own.post(event, bearer(Token))).status, 202);
    assert.equal((await own.post(event, bearer(own.adminToken))).status, 202);
    assert.equal((await own.get('/api/v1/events?room=workflow:w1')).status, 401);
    const read = await own.get('/api/v1/events?room=workflow:w1', bearer(Token));
    assert.equal(read.status, 200);
    assert.equal(read.json().count, 2);
});

test('the history of a room can be read', async () => {
    const ids = await server.publish(numberedEvents(20, { workflow: 'read' }));
    const all = await history('workflow:read');
    assert.equal(all.room, 'workflow:read');
    assert.equal(all.count, 20);
    assert.deepEqual(all.events.map((event) => event.event_id), ids);
    assert.deepEqual((await history('workflow:read', '&limit=5')).events.map((event) => event.event_id), ids.slice(-5));
    const since = await history('workflow:read', `&since=${encodeURIComponent(ids[14])}`);
    assert.equal(since.recovered, true);
    assert.deepEqual(since.events.map((event) => event.event_id), ids.slice(15));
    const nothing = await history('workflow:nobody-was-here');
    assert.deepEqual([nothing.count, nothing.events], [0, []]);
});

test('an event that addresses nothing is global', async () => {
    const [id] = await server.publish({ type: 'something', n: 1 });
    const [second] = await server.publish({ type: 'strategy_created', strategy_id: 's-global' });
    const events = (await history('global')).events.map((event) => event.event_id);
    assert.ok(events.includes(id));
    assert.ok(events.includes(second));
});

const badQueries = [
    { name: 'no room', query: '' },
    { name: 'an unknown kind', query: '?room=planet:1' },
    { name: 'a room without id', query: '?room=workflow:' },
    { name: 'a star', query: '?room=workflow:*' },
    { name: 'a since that is none', query: '?room=global&since=x' },
    { name: 'a limit that is none', query: '?room=global&limit=x' },
    { name: 'a negative limit', query: '?room=global&limit=-1' },
];

test.each(badQueries, 'a bad question is refused', async ({ query }) => {
    const answer = await server.get(`/api/v1/events${query}`);
    assert.equal(answer.status, 400);
    errorOf(answer);
});
