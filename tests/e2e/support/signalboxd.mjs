// SPDX-License-Identifier: GPL-3.0-or-later

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ChildProcess } from './childprocess.mjs';
import { Deadline, onCleanup, temporaryFolder, until } from './harness.mjs';
import { bearer, request } from './http.mjs';

export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The server under test: SIGNALBOXD, else the release build beside the sources. */
export function signalboxdProgram() {
    return findProgram('SIGNALBOXD', 'build-release/server/signalboxd');
}

export function findProgram(variable, fallback) {
    const path = resolve(repository, process.env[variable] ?? fallback);
    if (!existsSync(path))
        throw new Error(`${path} is not there: build it, or name the program in ${variable}`);
    return path;
}

class Signalboxd {
    adminToken;
    dataDir;
    /** Lines of standard error of all runs so far. */
    log = [];

    #program;
    #args;
    #env;
    #port = 0;
    #process;

    constructor({ program, args, env, dataDir, adminToken }) {
        this.#program = program;
        this.#args = args;
        this.#env = env;
        this.dataDir = dataDir;
        this.adminToken = adminToken;
    }

    get port() {
        return this.#port;
    }

    get host() {
        return `localhost:${this.#port}`;
    }

    get url() {
        return `http://localhost:${this.#port}`;
    }

    get wsUrl() {
        return `ws://localhost:${this.#port}`;
    }

    get pid() {
        return this.#process.pid;
    }

    get isRunning() {
        return this.#process.isRunning;
    }

    /** The running process, with its output and signals. */
    get process() {
        return this.#process;
    }

    async start() {
        const args = ['--port', String(this.#port), '--data-dir', this.dataDir, ...this.#args];
        const env = { HOME: this.dataDir, QT_QPA_PLATFORM: 'offscreen', ...this.#env };
        if (this.adminToken)
            env.SIGNALBOX_ADMIN_TOKEN = this.adminToken;
        this.#process = new ChildProcess(this.#program, args, { env, endsByItself: false });
        const earlier = this.log;
        const stderr = this.#process.stderr;
        Object.defineProperty(this, 'log', { configurable: true, get: () => [...earlier, ...stderr] });
        const isReady = (line) => /^signalbox listening on http:\/\/localhost:\d+$/.test(line);
        let line;
        try {
            line = await this.#process.stdoutLines.next(isReady, 'the line that says it is listening');
        } catch (error) {
            error.message += `\nstandard error: ${stderr.join('\n')}`;
            throw error;
        }
        this.#port = Number(line.slice(line.lastIndexOf(':') + 1));
    }

    /** SIGTERM; resolves with the exit code (or the signal's name, had it to be killed by one). */
    async stop() {
        this.#process.signal('SIGTERM');
        const { code, signal } = await this.#process.ended();
        return code ?? signal;
    }

    async kill() {
        this.#process.signal('SIGKILL');
        await this.#process.ended();
    }

    /** The same server again: same port, same data folder. Stops it first unless it is gone already. */
    async restart() {
        if (this.isRunning)
            await this.stop();
        await this.start();
    }

    reload() {
        this.#process.signal('SIGHUP');
    }

    get(path, headers = {}) {
        return request(this.url + path, { headers });
    }

    /** As the operator. */
    async admin(path) {
        const answer = await this.get(path, bearer(this.adminToken));
        if (answer.status !== 200)
            throw new Error(`GET ${path} as admin: ${answer.status} ${answer.text}`);
        return answer.json();
    }

    request(path, options = {}) {
        return request(this.url + path, options);
    }

    /** POST /api/v1/events with an event, an array of them, or JSON text as it is. */
    post(events, headers = {}) {
        const body = typeof events === 'string' || Buffer.isBuffer(events) ? events : JSON.stringify(events);
        const options = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };
        return request(`${this.url}/api/v1/events`, options);
    }

    /** Publishes and insists that it was accepted; returns the event ids. */
    async publish(events, headers = {}) {
        const answer = await this.post(events, headers);
        if (answer.status !== 202)
            throw new Error(`publishing was answered by ${answer.status}: ${answer.text}`);
        return answer.json().event_ids;
    }

    async connectionCount() {
        return (await this.admin('/api/v1/connections')).connections.length;
    }

    /** Waits until the operator's list of connections satisfies `matches`; returns the list. */
    connections(matches, what = 'the connections') {
        return until(async () => {
            const { connections } = await this.admin('/api/v1/connections');
            return matches(connections) ? connections : null;
        }, what);
    }
}

/**
 * Starts a server on a free port with a data folder of its own, and ends it with the test.
 *
 * `args` and `env` come on top; `drainSeconds` is short, because most tests end with clients still
 * connected; `adminToken: null` leaves it to the server to make one.
 */
export async function startSignalboxd({
    args = [],
    env = {},
    program = signalboxdProgram(),
    drainSeconds = 1,
    adminToken = `admin-${randomBytes(16).toString('hex')}`,
    dataDir,
} = {}) {
    const folder = dataDir ?? join(await temporaryFolder(), 'data');
    const server = new Signalboxd({
        program,
        args: ['--drain-seconds', String(drainSeconds), ...args],
        env,
        dataDir: folder,
        adminToken,
    });
    await server.start();
    onCleanup(async () => {
        if (!server.isRunning)
            return;
        server.process.signal('SIGTERM');
        const { code, signal } = await server.process.ended(2 * Deadline);
        // A sanitizer's findings, or a crash at the end, would otherwise go unseen.
        if (code !== 0)
            throw new Error(`the server ended with ${code ?? signal}:\n${server.process.stderr.slice(-50).join('\n')}`);
    });
    return server;
}
