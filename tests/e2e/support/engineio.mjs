// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO by hand: what the official clients hide (frames, payloads, close codes, bytes).

import http from 'node:http';

import WebSocket from 'ws';

import { Deadline, Inbox, onCleanup, within } from './harness.mjs';
import { request } from './http.mjs';
import { RawTcp } from './rawtcp.mjs';

export { WebSocket };

export const Separator = '\x1e';

/** A WebSocket whose frames are kept as they are; text as strings, binary as Buffers. */
export class RawWebSocket {
    frames;
    /** {code, reason} once it is closed. */
    closeEvent = null;
    answersPings = true;
    socket;
    #opened;
    #closed;

    constructor(url, { headers = {}, answersPings = true, ...options } = {}) {
        this.answersPings = answersPings;
        this.frames = new Inbox(`frames of ${url}`);
        this.socket = new WebSocket(url, { headers, perMessageDeflate: false, ...options });
        this.socket.on('message', (data, isBinary) => {
            const frame = isBinary ? data : data.toString();
            if (frame === '2' && this.answersPings)
                this.socket.send('3');
            else
                this.frames.push(frame);
        });
        this.#opened = new Promise((resolve, reject) => {
            this.socket.once('open', resolve);
            this.socket.once('error', reject);
            this.socket.once('unexpected-response', (outgoing, incoming) => {
                const parts = [];
                incoming.on('data', (part) => parts.push(part));
                incoming.on('end', () => {
                    const error = new Error(`the upgrade was answered by ${incoming.statusCode}`);
                    error.status = incoming.statusCode;
                    error.headers = incoming.headers;
                    error.body = Buffer.concat(parts).toString();
                    reject(error);
                    this.socket.terminate(); // ws leaves it to us, and 'close' comes only then
                });
            });
        });
        this.#opened.catch(() => {}); // whoever asks gets it
        this.#closed = new Promise((resolve) => {
            this.socket.once('close', (code, reason) => {
                this.closeEvent = { code, reason: reason.toString() };
                this.frames.end(`closed with ${code} ${reason}`);
                resolve(this.closeEvent);
            });
        });
        this.socket.on('error', () => {}); // 'close' follows
        onCleanup(() => this.socket.terminate());
    }

    async opened() {
        await within(Deadline, this.#opened, 'opening the WebSocket');
        return this;
    }

    closed(ms = Deadline) {
        return within(ms, this.#closed, 'the close of the WebSocket');
    }

    send(data) {
        this.socket.send(data);
    }

    /** The next frame that is text and matches the expression or starts with the text. */
    text(wanted, ms = Deadline) {
        const matches = (frame) => typeof frame === 'string'
            && (wanted instanceof RegExp ? wanted.test(frame) : frame.startsWith(wanted));
        return this.frames.next(matches, `a frame ${wanted}`, ms);
    }

    next(what = 'a frame') {
        return this.frames.next(() => true, what);
    }

    close() {
        this.socket.close();
    }
}

/** An Engine.IO session on a websocket; `handshake` holds what the server opened it with. */
export async function openEngineWebSocket(wsUrl, { path = '/socket.io/', query = '', ...options } = {}) {
    const socket = new RawWebSocket(`${wsUrl}${path}?EIO=4&transport=websocket${query}`, options);
    await socket.opened();
    const open = await socket.text('0{');
    socket.handshake = JSON.parse(open.slice(1));
    return socket;
}

/** A Socket.IO connection on a websocket. `greet` also waits for the workflow dialect's `connected`. */
export async function openSocketIoWebSocket(wsUrl, { auth, greet = true, ...options } = {}) {
    const socket = await openEngineWebSocket(wsUrl, options);
    socket.send(auth ? `40${JSON.stringify(auth)}` : '40');
    socket.sid = JSON.parse((await socket.text('40{')).slice(2)).sid;
    if (greet)
        await socket.text('42["connected"');
    return socket;
}

/** An Engine.IO session on long polling, request by request. */
export class PollingSession {
    handshake;
    #base;
    #agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
    #packets = [];
    /** The packets of every answer, as they came. */
    answers = [];

    constructor(url, { path = '/socket.io/', query = '', headers = {} } = {}) {
        this.#base = `${url}${path}?EIO=4&transport=polling${query}`;
        this.headers = headers;
        onCleanup(() => this.#agent.destroy());
    }

    get sid() {
        return this.handshake.sid;
    }

    get url() {
        return this.handshake ? `${this.#base}&sid=${this.sid}` : this.#base;
    }

    async open() {
        const answer = await this.get();
        if (answer.status !== 200)
            throw new Error(`the handshake was answered by ${answer.status} ${answer.text}`);
        const packets = answer.text.split(Separator);
        this.handshake = JSON.parse(packets.shift().slice(1));
        this.#packets.push(...packets);
        return this;
    }

    /** One GET, whatever its answer. */
    get(options = {}) {
        return request(this.url, { agent: this.#agent, headers: this.headers, ...options });
    }

    /**
     * Sends a poll on a connection of its own that is open already, so that it is on its way before
     * anything that is sent later. Resolves with that connection: its response() is the answer.
     */
    async beginPoll() {
        const { port, pathname, search } = new URL(this.url);
        const connection = await RawTcp.connect(Number(port), 'localhost');
        connection.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
        return connection;
    }

    /** One POST, whatever its answer. */
    post(body, options = {}) {
        const headers = { 'Content-Type': 'text/plain;charset=UTF-8', ...this.headers };
        return request(this.url, { method: 'POST', agent: this.#agent, headers, body, ...options });
    }

    async send(...packets) {
        const answer = await this.post(packets.join(Separator));
        if (answer.status !== 200 || answer.text !== 'ok')
            throw new Error(`POST of packets was answered by ${answer.status} ${answer.text}`);
    }

    /** The packets of the next poll. */
    async poll() {
        const answer = await this.get();
        if (answer.status !== 200)
            throw new Error(`the poll was answered by ${answer.status} ${answer.text}`);
        const packets = answer.text.split(Separator);
        this.answers.push(packets);
        return packets;
    }

    /** The next packet that starts with `prefix`; answers pings, keeps others. */
    async packet(prefix) {
        const end = Date.now() + Deadline;
        for (;;) {
            const index = this.#packets.findIndex((packet) => packet.startsWith(prefix));
            if (index >= 0)
                return this.#packets.splice(index, 1)[0];
            if (Date.now() > end)
                throw new Error(`no packet ${prefix}; others: ${JSON.stringify(this.#packets).slice(0, 2000)}`);
            for (const packet of await this.poll()) {
                if (packet === '2')
                    await this.send('3');
                else
                    this.#packets.push(packet);
            }
        }
    }
}

export async function openPolling(url, options = {}) {
    return new PollingSession(url, options).open();
}

/** A Socket.IO connection on polling, past the workflow dialect's greeting unless `greet` is false. */
export async function openSocketIoPolling(url, { auth, greet = true, ...options } = {}) {
    const session = await openPolling(url, options);
    await session.send(auth ? `40${JSON.stringify(auth)}` : '40');
    session.socketSid = JSON.parse((await session.packet('40{')).slice(2)).sid;
    if (greet)
        await session.packet('42["connected"');
    return session;
}

/** The JSON of an event packet: {name, args}. */
export function parseEvent(packet) {
    const [name, ...args] = JSON.parse(packet.slice(packet.indexOf('[')));
    return { name, args };
}
