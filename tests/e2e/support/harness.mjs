// SPDX-License-Identifier: GPL-3.0-or-later

// What every test file builds on: a test() whose resources end with it, and waiting on conditions
// with a deadline instead of for a time.

import { after, test as nodeTest } from 'node:test';
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

const slowness = Number(process.env.SIGNALBOX_TEST_SLOWNESS ?? 1);

/** How long anything may take that a healthy server does at once, in ms. Sanitizers and loaded machines count. */
export const Deadline = 30_000 * slowness;

class Scope {
    #cleanups = [];
    #reports = [];
    #trouble = null;
    #troubled = new Set();

    onCleanup(action) {
        this.#cleanups.push(action);
    }

    onFailure(report) {
        this.#reports.push(report);
    }

    /** Something that the tests build on has broken: no need for them to wait for it. */
    reportTrouble(error) {
        this.#trouble ??= error;
        for (const reject of this.#troubled)
            reject(error);
    }

    /** The promise's value, unless trouble comes first. */
    async orTrouble(promise) {
        if (this.#trouble)
            throw this.#trouble;
        let reject;
        const trouble = new Promise((_, rejectIt) => {
            reject = rejectIt;
        });
        this.#troubled.add(reject);
        try {
            return await Promise.race([promise, trouble]);
        } finally {
            this.#troubled.delete(reject);
        }
    }

    printReports(name) {
        for (const report of this.#reports)
            console.error(`--- after the failure of "${name}": ${report()}`);
    }

    /** Ends what was begun last first; an error in one does not keep the others. */
    async end() {
        const errors = [];
        while (this.#cleanups.length > 0) {
            try {
                await this.#cleanups.pop()();
            } catch (error) {
                errors.push(error);
            }
        }
        this.#reports = [];
        if (errors.length > 0)
            throw errors[0];
    }
}

const storage = new AsyncLocalStorage();
const fileScope = new Scope();
after(() => fileScope.end());

const scope = () => storage.getStore() ?? fileScope;

/** Runs `action` when the current test ends, or the file's last one if called outside of a test. */
export function onCleanup(action) {
    scope().onCleanup(action);
}

/** Has the text that `report` returns printed if the current test (or one of this file) fails. */
export function onFailure(report) {
    scope().onFailure(report);
}

/** Where trouble of what is begun now must be told. */
export function troubleReporter() {
    const owner = scope();
    return (error) => owner.reportTrouble(error);
}

async function runScoped(name, body, context) {
    const own = new Scope();
    let failure = null;
    try {
        // What has broken outside of this test has broken for it, too; it need not even begin.
        await fileScope.orTrouble(Promise.resolve());
        const running = storage.run(own, () => within(6 * Deadline, body(context), `the test "${name}"`));
        running.catch(() => {}); // when trouble comes first
        await own.orTrouble(fileScope.orTrouble(running));
    } catch (error) {
        failure = error;
    }
    if (failure) {
        own.printReports(name);
        fileScope.printReports(name);
        await own.end().catch((error) => console.error(`--- and at the clean-up: ${error.message}`));
        throw failure;
    }
    await own.end();
}

function declarer(options) {
    const declare = (name, body) => nodeTest(name, options, (context) => runScoped(name, body, context));
    declare.each = (cases, name, body) => {
        for (const one of cases)
            declare(`${name} [${one.name ?? one}]`, (context) => body(one, context));
    };
    return declare;
}

/**
 * A node:test test that cleans up after itself and shows its servers' logs when it fails.
 * `test.each(cases, name, body)` declares it once per case, with the case's name in brackets.
 */
export const test = declarer({});
test.skip = declarer({ skip: true });

/** The promise's value, or an error naming `what` after `ms`. */
export async function within(ms, promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        const error = new Error(`${what} took longer than ${ms} ms`);
        timer = setTimeout(() => reject(error), ms);
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

/** Asks again until `probe` gives something true, and returns that. An exception counts as "not yet". */
export async function until(probe, what, ms = Deadline) {
    const end = Date.now() + ms;
    let last;
    for (;;) {
        try {
            last = await probe();
            if (last)
                return last;
        } catch (error) {
            last = error;
        }
        if (Date.now() > end)
            throw new Error(`waited ${ms} ms for ${what}; last: ${inspect(last, { depth: 4 })}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

/** What has come in and was not looked at yet: messages, lines, frames. */
export class Inbox {
    #what;
    #items = [];
    #waiters = [];
    #ended = null;

    constructor(what) {
        this.#what = what;
    }

    /** What nobody has asked for yet, oldest first. */
    get pending() {
        return [...this.#items];
    }

    push(item) {
        const index = this.#waiters.findIndex((waiter) => waiter.matches(item));
        if (index < 0)
            this.#items.push(item);
        else
            this.#waiters.splice(index, 1)[0].resolve(item);
    }

    /** Nothing will come any more: whoever waits learns it at once. */
    end(reason) {
        this.#ended = reason;
        for (const waiter of this.#waiters.splice(0))
            waiter.reject(this.#error(waiter.what, `ended (${reason})`));
    }

    /** Takes the first item that matches, waiting for it if need be; others stay. */
    async next(matches = () => true, what = 'an item', ms = Deadline) {
        const index = this.#items.findIndex(matches);
        if (index >= 0)
            return this.#items.splice(index, 1)[0];
        if (this.#ended !== null)
            throw this.#error(what, `ended (${this.#ended})`);
        return new Promise((resolve, reject) => {
            const waiter = { matches, what };
            const timer = setTimeout(() => {
                this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
                reject(this.#error(what, `nothing within ${ms} ms`));
            }, ms);
            waiter.resolve = (item) => {
                clearTimeout(timer);
                resolve(item);
            };
            waiter.reject = (error) => {
                clearTimeout(timer);
                reject(error);
            };
            this.#waiters.push(waiter);
        });
    }

    /** Takes `count` matching items, in the order in which they came. */
    async take(count, matches = () => true, what = 'items') {
        const taken = [];
        while (taken.length < count)
            taken.push(await this.next(matches, `${what} ${taken.length + 1} of ${count}`));
        return taken;
    }

    #error(what, why) {
        const shown = inspect(this.#items.slice(-10), { depth: 5, breakLength: 120, maxStringLength: 300 });
        return new Error(`${this.#what}: waiting for ${what}: ${why}; not asked for so far: ${shown}`);
    }
}

/** A folder of its own that vanishes at the end. */
export async function temporaryFolder(prefix = 'signalbox-e2e-') {
    const path = await mkdtemp(join(tmpdir(), prefix));
    onCleanup(() => rm(path, { recursive: true, force: true }));
    return path;
}
