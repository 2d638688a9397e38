// SPDX-License-Identifier: GPL-3.0-or-later

import net from 'node:net';
import { once } from 'node:events';

import { Deadline, onCleanup, within } from './harness.mjs';

/** A TCP connection on which a test says exactly what it wants, and sees exactly what comes back. */
export class RawTcp {
    #socket;
    #received = Buffer.alloc(0);
    #ended = false;
    #changed = new Set();

    static async connect(port, host = '127.0.0.1') {
        const socket = net.connect({ port, host, allowHalfOpen: true });
        await within(Deadline, once(socket, 'connect'), `connecting to port ${port}`);
        return new RawTcp(socket);
    }

    constructor(socket) {
        this.#socket = socket;
        socket.setNoDelay(true);
        socket.on('data', (data) => {
            this.#received = Buffer.concat([this.#received, data]);
            this.#notify();
        });
        const handleEnd = () => {
            this.#ended = true;
            this.#notify();
        };
        socket.on('end', handleEnd);
        socket.on('close', handleEnd);
        socket.on('error', () => {}); // a reset is an end, too
        onCleanup(() => socket.destroy());
    }

    get received() {
        return this.#received;
    }

    get text() {
        return this.#received.toString('latin1');
    }

    /** True once the other side has closed. */
    get isClosed() {
        return this.#ended;
    }

    write(data) {
        if (!this.#socket.destroyed)
            this.#socket.write(data);
    }

    /** Ends our sending side. */
    finish() {
        this.#socket.end();
    }

    /** Sends `data` and closes the connection for good, without reading an answer. */
    async writeAndLeave(data) {
        const flushed = once(this.#socket, 'finish');
        this.#socket.end(data);
        await within(Deadline, flushed, 'sending');
        this.#socket.destroy();
    }

    destroy() {
        this.#socket.destroy();
    }

    pause() {
        this.#socket.pause();
    }

    /** Waits until `probe(received bytes)` is true; returns what it gave. */
    async until(probe, what, ms = Deadline) {
        let check;
        const found = new Promise((resolve, reject) => {
            check = () => {
                const result = probe(this.#received);
                if (result)
                    resolve(result);
                else if (this.#ended)
                    reject(new Error(`${what}: the connection ended after: ${this.text.slice(0, 2000)}`));
            };
        });
        this.#changed.add(check);
        check();
        try {
            return await within(ms, found, `${what} (received so far: ${JSON.stringify(this.text.slice(0, 500))})`);
        } finally {
            this.#changed.delete(check);
        }
    }

    /** Waits for the other side to close; returns all that it has sent. */
    async closed(ms = Deadline) {
        let check;
        const ended = new Promise((resolve) => {
            check = () => this.#ended && resolve();
        });
        this.#changed.add(check);
        check();
        try {
            await within(ms, ended, `the end of the connection (received: ${JSON.stringify(this.text.slice(0, 500))})`);
        } finally {
            this.#changed.delete(check);
        }
        return this.#received;
    }

    /** Waits for `count` HTTP responses. `heads` names those (by index) that have no body: answers to HEAD. */
    responses(count, heads = []) {
        return this.until(
            (bytes) => {
                const list = parseResponses(bytes, this.#ended, heads);
                return list.length >= count && list;
            },
            `${count} HTTP response(s)`,
        );
    }

    async response() {
        return (await this.responses(1))[0];
    }

    #notify() {
        for (const check of [...this.#changed])
            check();
    }
}

/** The complete HTTP/1.x responses in `bytes`: {status, version, headers, body}. */
export function parseResponses(bytes, isClosed = false, heads = []) {
    const list = [];
    let at = 0;
    for (;;) {
        const end = bytes.indexOf('\r\n\r\n', at);
        if (end < 0)
            return list;
        const [statusLine, ...lines] = bytes.subarray(at, end).toString('latin1').split('\r\n');
        const match = /^HTTP\/(1\.[01]) (\d{3})/.exec(statusLine);
        if (!match)
            throw new Error(`no HTTP response: ${JSON.stringify(statusLine.slice(0, 200))}`);
        const headers = {};
        for (const line of lines)
            headers[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim();
        const status = Number(match[2]);
        at = end + 4;
        let body = Buffer.alloc(0);
        if (status >= 200 && status !== 204 && status !== 304 && !heads.includes(list.length)) {
            if (headers['transfer-encoding'] === 'chunked') {
                const chunked = parseChunks(bytes, at);
                if (!chunked)
                    return list;
                body = chunked.body;
                at = chunked.end;
            } else if (headers['content-length'] !== undefined) {
                const length = Number(headers['content-length']);
                if (bytes.length - at < length)
                    return list;
                body = bytes.subarray(at, at + length);
                at += length;
            } else if (isClosed) {
                body = bytes.subarray(at);
                at = bytes.length;
            } else {
                return list;
            }
        }
        list.push({ status, version: match[1], headers, body: body.toString() });
    }
}

function parseChunks(bytes, start) {
    const parts = [];
    let at = start;
    for (;;) {
        const end = bytes.indexOf('\r\n', at);
        if (end < 0)
            return null;
        const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16);
        at = end + 2;
        if (bytes.length < at + size + 2)
            return null;
        parts.push(bytes.subarray(at, at + size));
        at += size + 2;
        if (size === 0)
            return { body: Buffer.concat(parts), end: at };
    }
}
