// SPDX-License-Identifier: GPL-3.0-or-later

// The browser test client in a real Chromium: what it does.

import assert from 'node:assert/strict';

import { test, until } from '../support/harness.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';
import { ClientPage } from './browser.mjs';

const demo = ['--demo', '--demo-rate', '20', '--demo-seed', '1'];
const token = 'the-right-token-of-the-client-test';

const workflow = (id, members) => ({ type: 'node_completed', workflow_id: id, ...members });

test('one click connects and shows events of the demo', async () => {
    const client = await ClientPage.open(await startSignalboxd({ args: demo }));
    await client.state('disconnected');
    await client.button('Connect and watch the demo').click();
    await client.state('connected');
    await client.atLeast(20);
    for (const id of ['order-fulfilment', 'invoice-intake', 'market-watch', 'support-triage'])
        await client.subscription(id, 'subscribed');
    await client.until(() => document.getElementById('metric-rate').textContent !== '0.0');
    assert.ok(await client.number('metric-received') >= 20);
    assert.equal(await client.page.locator('#welcome').isVisible(), false);
    assert.deepEqual(client.problems, []);
});

test.each([
    { name: 'auto', inUse: 'websocket' },
    { name: 'websocket', inUse: 'websocket' },
    { name: 'polling', inUse: 'polling' },
], 'connects by the chosen transport and receives', async ({ name, inUse }) => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect({ transport: name });
    await client.until((wanted) => document.getElementById('fact-transport').textContent === wanted, inUse);
    assert.match(await client.text('fact-sid'), /^\S{10,}$/);
    await client.subscribe('workflow', 'one');
    await client.subscription('one', 'subscribed');
    assert.match(await client.text('fact-latency'), /^\d+\.\d ms$/);
    await server.publish(workflow('one', { node_name: 'Charge card', duration_ms: 12 }));
    await client.atLeast(1);
    assert.match(await client.events.first().textContent(), /node_completed.*one.*Charge card.*12 ms/);
    assert.deepEqual(client.problems, []);
});

test('authenticates where the server requires it, and keeps the token to itself', async () => {
    const client = await ClientPage.open(await startSignalboxd({ args: [...demo, '--require-auth', '--auth-token', token] }));
    await client.button('Connect and watch the demo').click();
    await client.page.getByRole('alert').filter({ hasText: 'This server requires a token' }).waitFor();
    await client.subscription('order-fulfilment', 'waits for authentication');
    assert.equal(await client.events.count(), 0);

    await client.authenticate('a-wrong-token');
    await client.page.getByRole('alert').filter({ hasText: 'Invalid token' }).waitFor();
    assert.equal(await client.page.getByLabel('Token').getAttribute('aria-invalid'), 'true');
    assert.equal(await client.events.count(), 0);

    await client.authenticate(token);
    await client.page.locator('#auth-text[data-state="ok"]').waitFor();
    await client.atLeast(10); // what was asked for before starts without another click
    assert.equal(await client.page.locator('#problem').isVisible(), false);

    for (const url of [...client.urls, client.page.url()])
        assert.ok(!url.includes(token), `the token is in ${url}`);
    const stored = await client.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    assert.ok(!stored.includes(token), 'the token was stored unasked');
    assert.deepEqual(client.problems, []);
});

test('keeps the token over a reload only when asked to', async () => {
    const client = await ClientPage.open(await startSignalboxd({ args: ['--require-auth', '--auth-token', token] }));
    await client.page.getByLabel('Token').fill(token);
    await client.page.getByLabel('Keep until the tab closes').check();
    await client.connect();
    await client.page.locator('#auth-text[data-state="ok"]').waitFor();
    await client.page.reload();
    assert.equal(await client.page.getByLabel('Token').inputValue(), token);
    await client.page.getByLabel('Keep until the tab closes').uncheck();
    await client.page.reload();
    assert.equal(await client.page.getByLabel('Token').inputValue(), '');
});

test('shows every type with its label and category', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    await client.subscribe('bot', 'bot-x');
    await client.subscription('bot-x', 'subscribed');
    const categories = {
        execution_started: 'execution',
        node_started: 'started',
        node_completed: 'completed',
        execution_completed: 'completed',
        node_failed: 'failed',
        execution_failed: 'failed',
        'queue.depth': 'other',
    };
    await server.publish(Object.keys(categories).map((type) => ({ type, bot_id: 'bot-x', error: 'no luck' })));
    await client.atLeast(7);
    for (const [type, category] of Object.entries(categories)) {
        const row = client.eventOfType(type);
        assert.equal(await row.getAttribute('data-category'), category);
        assert.equal(await row.locator('.badge').textContent(), type);
        assert.equal(await row.locator('.badge svg').count(), 1);
    }
    assert.match(await client.eventOfType('node_failed').textContent(), /no luck/);
});

test('shows markup in events as text, and the whole event on opening it', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    await client.subscribe('strategy', 'momentum');
    await client.subscription('momentum', 'subscribed');
    const hostile = '<img src=x onerror="document.title=\'owned\'"></script>"\\';
    await server.publish({ type: 'node_failed', strategy_id: 'momentum', node_name: hostile, error: hostile, depth: [1, { a: null }] });
    await client.atLeast(1);
    assert.ok((await client.events.first().textContent()).includes(hostile));
    await client.events.first().locator('summary').press('Enter');
    const shown = JSON.parse(await client.page.locator('.json pre').textContent());
    assert.equal(shown.node_name, hostile);
    assert.deepEqual(shown.depth, [1, { a: null }]);
    assert.equal(await client.page.locator('#log img').count(), 0);
    assert.equal(await client.page.title(), 'Signalbox test client');
});

test('pauses and counts what passes, filters by text and type, clears', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    await client.subscribe('workflow', 'w');
    await client.subscription('w', 'subscribed');
    await server.publish([workflow('w', { node_name: 'Alpha' }), { type: 'node_failed', workflow_id: 'w', node_name: 'Beta' }]);
    await client.atLeast(2);

    await client.button('Pause').click();
    await server.publish([workflow('w', { node_name: 'Gamma' }), workflow('w', { node_name: 'Delta' }), workflow('w', { node_name: 'Alpha' })]);
    await client.page.locator('#paused', { hasText: '3 events have come meanwhile' }).waitFor();
    assert.equal(await client.events.count(), 2);
    await client.page.getByLabel('Filter the events by text').fill('alpha');
    await client.until(() => document.querySelectorAll('#log .entry').length === 1);
    await client.button('Resume').click();
    await client.until(() => document.querySelectorAll('#log .entry').length === 2);

    await client.page.getByLabel('Filter the events by text').fill('no such thing');
    await client.page.getByText('No event matches the filter').waitFor();
    await client.page.getByLabel('Filter the events by text').fill('');
    await client.until(() => document.querySelectorAll('#log .entry').length === 5);
    await client.button('Completed').click();
    assert.deepEqual(await client.events.evaluateAll((rows) => rows.map((row) => row.dataset.type)), ['node_failed']);
    await client.button('Completed').click();
    assert.equal(await client.events.count(), 5);

    await client.button('Clear').click();
    assert.equal(await client.events.count(), 0);
    await server.publish(workflow('w', { node_name: 'Epsilon' }));
    await client.atLeast(1);
    assert.equal(await client.events.count(), 1);
});

test('keeps at most 1000 rows, the newest ones', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    await client.subscribe('workflow', 'flood');
    await client.subscription('flood', 'subscribed');
    const burst = (from) => Array.from({ length: 600 }, (_, i) => workflow('flood', { node_name: `n${from + i}` }));
    await server.publish(burst(0));
    await server.publish(burst(600));
    await client.until(() => document.getElementById('metric-received').textContent === '1,200');
    await client.until(() => document.querySelector('#log .entry .what').textContent.includes('n1199'));
    assert.equal(await client.page.locator('#log li').count(), 1000);
    assert.match(await client.events.last().textContent(), /n200\b/);
});

test('unsubscribing ends the events', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    for (const id of ['first', 'second']) {
        await client.subscribe('workflow', id);
        await client.subscription(id, 'subscribed');
    }
    await client.button('Unsubscribe from workflow first').click();
    assert.equal(await client.text('subscription-count'), '1');
    // The server has heard of it once it answers what was sent later.
    await client.subscribe('workflow', 'third');
    await client.subscription('third', 'subscribed');
    await server.publish([workflow('first', {}), workflow('second', {})]);
    await client.atLeast(1);
    assert.match(await client.events.first().textContent(), /second/);
    assert.equal(await client.events.count(), 1);
});

test('shows refusals readably', async () => {
    const client = await ClientPage.open(await startSignalboxd());
    await client.connect();
    await client.subscribe('workflow', '   ');
    await client.page.getByText('Enter the id to subscribe to.').waitFor();
    await client.subscribe('workflow', 'all*');
    await client.subscription('all*', 'refused');
    await client.page.getByRole('alert').filter({ hasText: '(bad_request)' }).waitFor();
    await client.button('Dismiss').click();
    assert.equal(await client.page.locator('#problem').isVisible(), false);
    await client.state('connected');
});

test.each([
    { name: 'no address', url: 'http://', problem: 'This is not an address' },
    { name: 'another scheme', url: 'ftp://localhost', problem: 'must begin with http' },
    { name: 'a token in the address', url: 'http://localhost:1/?token=abc', problem: 'a token belongs in its own field' },
], 'refuses a wrong server address', async ({ url, problem }) => {
    const client = await ClientPage.open(await startSignalboxd());
    await client.page.getByLabel('Server address').fill(url);
    await client.button('Connect').click();
    await client.page.locator('#url-error', { hasText: problem }).waitFor();
    await client.state('disconnected');
});

test('says when nobody answers, and stops on Cancel', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await server.kill();
    await client.button('Connect').click();
    await client.page.getByRole('alert').filter({ hasText: `Cannot reach ${server.url}` }).waitFor();
    await client.state('connecting');
    await client.button('Cancel').click();
    await client.state('disconnected');
});

test('what was missed while disconnected is recovered, once, in order, and marked', async () => {
    const server = await startSignalboxd();
    const client = await ClientPage.open(server);
    await client.connect();
    await client.subscribe('workflow', 'w');
    await client.subscription('w', 'subscribed');
    const [before] = await server.publish(workflow('w', { node_name: 'before' }));
    await client.atLeast(1);
    await client.disconnect();
    const missed = await server.publish([workflow('w', { node_name: 'missed 1' }), workflow('w', { node_name: 'missed 2' })]);
    await client.connect();
    await client.atLeast(3);
    const [after] = await server.publish(workflow('w', { node_name: 'after' }));
    await client.atLeast(4);
    assert.deepEqual(await client.eventIds(), [after, ...missed.reverse(), before]);
    const tags = await client.events.evaluateAll((rows) => rows.map((row) => row.querySelector('.tag')?.textContent ?? ''));
    assert.deepEqual(tags, ['', 'missed', 'missed', '']);
    assert.equal(await client.note('Some events are lost').count(), 0);
});

test('survives a restart of the server: returns, authenticates, subscribes again and goes on', async () => {
    const server = await startSignalboxd({ args: [...demo, '--require-auth', '--auth-token', token] });
    const client = await ClientPage.open(server);
    await client.page.getByLabel('Token').fill(token);
    await client.button('Connect and watch the demo').click();
    await client.atLeast(10);
    const sid = await client.text('fact-sid');

    await server.kill();
    await client.state('connecting');
    await client.note('Connection lost').waitFor();
    assert.equal(await client.text('auth-text'), 'Not authenticated.');
    await client.subscription('order-fulfilment', 'waits for the connection');
    await server.restart();
    await client.state('connected');
    await client.page.locator('#auth-text[data-state="ok"]').waitFor();
    await client.subscription('order-fulfilment', 'subscribed');
    const received = await client.number('metric-received');
    await until(async () => await client.number('metric-received') >= received + 20, 'events after the restart');

    assert.equal(await client.text('metric-reconnects'), '1');
    assert.notEqual(await client.text('fact-sid'), sid);
    const ids = await client.eventIds();
    assert.equal(new Set(ids).size, ids.length, 'an event is shown twice');
    assert.deepEqual(client.problems, []);
});

test('shows the public numbers of the server', async () => {
    const client = await ClientPage.open(await startSignalboxd({ args: demo }));
    await client.button('Connect and watch the demo').click();
    await client.until(() => /^1 now, \d+ in all$/.test(document.getElementById('server-connections').textContent));
    await client.until(() => Number(document.getElementById('server-received').textContent.replaceAll(',', '')) > 0);
    assert.match(await client.text('server-uptime'), /^(\d+ d )?\d\d:\d\d:\d\d$/);
});
