// SPDX-License-Identifier: GPL-3.0-or-later

import { fileURLToPath } from 'node:url';

import { ChildProcess } from './childprocess.mjs';
import { Inbox } from './harness.mjs';

/** Debian's own Python, which has Debian's python3-socketio; another one on the PATH may not. */
const python = process.env.SIGNALBOX_PYTHON ?? '/usr/bin/python3';

/**
 * A script of ../python in the background. It prints one JSON object a line, {"what": ..., ...}, and
 * reads commands, one JSON object a line, from standard input.
 */
export class PythonClient {
    messages = new Inbox('messages of the Python client');
    all = [];
    #process;

    constructor(script, args) {
        const path = fileURLToPath(new URL(`../python/${script}`, import.meta.url));
        this.#process = new ChildProcess(python, ['-u', path, ...args], { env: { PYTHONDONTWRITEBYTECODE: '1' } });
        this.#pump();
    }

    async #pump() {
        for (;;) {
            let line;
            try {
                line = await this.#process.stdoutLines.next(() => true, 'a line', 2 ** 31 - 1);
            } catch {
                this.messages.end(`the script is gone:\n${this.#process.stderr.join('\n')}`);
                return;
            }
            const message = JSON.parse(line);
            this.all.push(message);
            this.messages.push(message);
        }
    }

    /** The next message of that kind. */
    next(what, matches = () => true) {
        return this.messages.next((message) => message.what === what && matches(message), `"${what}"`);
    }

    /** Waits until the script is connected and its connect() has returned: before, it does not reconnect. */
    async ready() {
        const connect = await this.next('connect');
        await this.next('ready');
        return connect;
    }

    /** The next event of that name; its payload. */
    async event(name) {
        return (await this.next('event', (message) => message.name === name)).data;
    }

    take(count, name) {
        return this.messages.take(count, (message) => message.what === 'event' && message.name === name, name);
    }

    count(what) {
        return this.all.filter((message) => message.what === what).length;
    }

    /** Has the script emit an event; with an ack it then prints {"what":"ack","id":...,"data":...}. */
    emit(name, data, id = null) {
        this.#process.stdin.write(`${JSON.stringify({ do: 'emit', name, data, id })}\n`);
    }

    disconnect() {
        this.#process.stdin.write(`${JSON.stringify({ do: 'disconnect' })}\n`);
    }

    async ended() {
        return this.#process.ended();
    }
}
