// SPDX-License-Identifier: GPL-3.0-or-later

import { after } from 'node:test';
import { chromium } from 'playwright-core';

import { Deadline, onCleanup, onFailure } from '../support/harness.mjs';

let browser = null;
after(() => browser?.close());

async function launch() {
    browser ??= await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    return browser;
}

/**
 * The test client of `server` in a profile of its own, with the names that the tests speak of.
 *
 * `urls` has every address that the page asked for, `problems` what the browser complained about: uncaught
 * exceptions and violations of the page's Content-Security-Policy.
 */
export class ClientPage {
    urls = [];
    problems = [];

    static async open(server, { colorScheme = 'light', width = 1280, height = 800 } = {}) {
        const context = await (await launch()).newContext({ colorScheme, viewport: { width, height } });
        onCleanup(() => context.close());
        const self = new ClientPage(await context.newPage());
        onFailure(() => `the page complained: ${JSON.stringify(self.problems)}; its last requests: ${self.urls.slice(-5)}`);
        await self.page.goto(`${server.url}/client`);
        return self;
    }

    constructor(page) {
        this.page = page;
        page.setDefaultTimeout(Deadline);
        page.on('request', (request) => this.urls.push(request.url()));
        page.on('websocket', (socket) => this.urls.push(socket.url()));
        page.on('pageerror', (error) => this.problems.push(error.message));
        page.on('console', (message) => {
            if (/Content Security Policy/i.test(message.text()))
                this.problems.push(message.text());
        });
    }

    /** Rows of events, newest first. */
    get events() {
        return this.page.locator('#log .entry');
    }

    eventOfType(type) {
        return this.page.locator(`#log .entry[data-type="${type}"]`);
    }

    note(text) {
        return this.page.locator('#log .note', { hasText: text }).first();
    }

    button(name) {
        return this.page.getByRole('button', { name, exact: true });
    }

    async connect({ transport = 'auto' } = {}) {
        await this.page.getByLabel('Transport', { exact: true }).selectOption(transport);
        await this.button('Connect').click();
        await this.state('connected');
    }

    async disconnect() {
        await this.button('Disconnect').click();
        await this.state('disconnected');
    }

    /** Waits for the connection indicator to show it. */
    state(name) {
        return this.page.locator(`#status[data-state="${name}"]`).waitFor();
    }

    async authenticate(token) {
        await this.page.getByLabel('Token').fill(token);
        await this.button('Authenticate').click();
    }

    async subscribe(kind, id) {
        await this.page.getByLabel('Kind').selectOption(kind);
        await this.page.getByLabel('Id', { exact: true }).fill(id);
        await this.button('Subscribe').click();
    }

    /** The list entry of a subscription, once it says `state`. */
    async subscription(id, state) {
        const entry = this.page.locator('#subscriptions li', { hasText: id }).filter({ hasText: state });
        await entry.waitFor();
        return entry;
    }

    /** Waits until `probe`, run in the page with `argument`, is true. */
    until(probe, argument) {
        return this.page.waitForFunction(probe, argument);
    }

    atLeast(count) {
        return this.until((wanted) => document.querySelectorAll('#log .entry').length >= wanted, count);
    }

    eventIds() {
        return this.events.evaluateAll((rows) => rows.map((row) => row.dataset.eventId));
    }

    text(id) {
        return this.page.locator(`#${id}`).textContent();
    }

    number(id) {
        return this.text(id).then((text) => Number(text.replaceAll(',', '')));
    }
}
