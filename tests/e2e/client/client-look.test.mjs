// SPDX-License-Identifier: GPL-3.0-or-later

// The browser test client in a real Chromium: how it is made and looks.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';

import { test } from '../support/harness.mjs';
import { repository, startSignalboxd } from '../support/signalboxd.mjs';
import { ClientPage } from './browser.mjs';

const demo = ['--demo', '--demo-rate', '50', '--demo-seed', '1'];

/** Texts whose contrast with what is behind them is below 4.5:1. Runs in the page. */
function lowContrasts() {
    const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => {
        const [r, g, b] = [red, green, blue].map((value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(at);
            if (backgroundImage !== 'none')
                return [backgroundImage.match(/rgb\([^)]+\)/g).map(parse).sort((a, b) => luminance(b) - luminance(a))[0]].flat();
            const colour = parse(backgroundColor);
            if (colour[3] !== 0)
                return colour;
        }
        return [255, 255, 255];
    };
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
        const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
        if (!own || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName) || element.matches(':disabled') || element.getClientRects().length === 0)
            continue;
        const [light, dark] = [luminance(parse(getComputedStyle(element).color)), luminance(background(element))].sort((a, b) => b - a);
        const ratio = (light + 0.05) / (dark + 0.05);
        if (ratio < 4.5)
            found.push(`${element.tagName} "${element.textContent.trim().slice(0, 30)}" ${ratio.toFixed(2)}`);
    }
    return found;
}

test('is one self-contained file: exact scripts, their hashes in its policy, licences, no other host', async () => {
    const server = await startSignalboxd();
    const answer = await fetch(`${server.url}/client`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type'), /^text\/html; ?charset=utf-8$/i);
    const html = await answer.text();

    const blocks = (name) => [...html.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'))].map(([, content]) => content);
    const hash = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
    assert.ok(policy.includes(`script-src ${blocks('script').map(hash).join(' ')};`), policy);
    assert.ok(policy.includes(`style-src ${blocks('style').map(hash).join(' ')};`), policy);

    const bundle = join(dirname(createRequire(import.meta.url).resolve('socket.io-client/package.json')), 'dist/socket.io.min.js');
    const ours = (name) => join(repository, 'resources/client', name);
    const files = [ours('theme.js'), bundle, ours('workflow-client.js'), ours('event-log.js'), ours('client.js')];
    assert.deepEqual(blocks('script'), await Promise.all(files.map((file) => readFile(file, 'utf8'))));
    assert.deepEqual(blocks('style'), [await readFile(ours('client.css'), 'utf8')]);
    assert.match(html, /socket\.io-client\n\n.*MIT License[^]*Permission is hereby granted/);

    const client = await ClientPage.open(server);
    await client.connect();
    for (const url of client.urls.filter((text) => !text.startsWith('data:')))
        assert.equal(new URL(url).host, server.host, url);
    assert.deepEqual(client.problems, []);
});

test.each([
    { name: 'light' },
    { name: 'dark' },
], 'every text has enough contrast', async ({ name }) => {
    const client = await ClientPage.open(await startSignalboxd({ args: demo }), { colorScheme: name });
    assert.equal(await client.page.locator('html').getAttribute('data-theme'), name);
    assert.deepEqual(await client.page.evaluate(lowContrasts), []);
    await client.button('Connect and watch the demo').click();
    await client.until(() => ['execution', 'started', 'completed'].every((category) => document.querySelector(`.entry[data-category="${category}"]`)));
    await client.button('Pause').click();
    await client.events.first().locator('summary').click();
    await client.button('Failed').click();
    assert.deepEqual(await client.page.evaluate(lowContrasts), []);
});

test('the theme follows the system until one is chosen, which is kept', async () => {
    const client = await ClientPage.open(await startSignalboxd(), { colorScheme: 'light' });
    const theme = () => client.page.locator('html').getAttribute('data-theme');
    await client.page.emulateMedia({ colorScheme: 'dark' });
    await client.until(() => document.documentElement.dataset.theme === 'dark');
    await client.button('Switch to the light theme').click();
    assert.equal(await theme(), 'light');
    await client.page.reload();
    assert.equal(await theme(), 'light');
});

test.each([
    { name: '380 px', width: 380 },
    { name: '768 px', width: 768 },
    { name: '1040 px', width: 1040 },
    { name: '1600 px', width: 1600 },
], 'nothing is cut off sideways', async ({ width }) => {
    const client = await ClientPage.open(await startSignalboxd({ args: demo }), { width });
    await client.button('Connect and watch the demo').click();
    await client.atLeast(5);
    await client.events.first().locator('summary').click();
    assert.equal(await client.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('works by keyboard alone', async () => {
    const client = await ClientPage.open(await startSignalboxd({ args: demo }));
    const { keyboard } = client.page;
    const focused = () => client.page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
    await keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to the events');
    await keyboard.press('Tab');
    assert.equal(await focused(), 'theme');
    await keyboard.press('Tab');
    assert.equal(await focused(), 'watch-demo');
    await keyboard.press('Enter');
    await client.atLeast(1);
    assert.equal(await focused(), 'log-title'); // the button is gone; the focus is not lost
    await keyboard.press('Tab');
    assert.equal(await focused(), 'pause');
    await keyboard.press('Space');
    await client.page.locator('#paused').waitFor();
});
