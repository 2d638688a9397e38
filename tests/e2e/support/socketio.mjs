// SPDX-License-Identifier: GPL-3.0-or-later

import { Socket as EngineSocket } from 'engine.io-client';
import { io } from 'socket.io-client';

import { Deadline, Inbox, onCleanup, within } from './harness.mjs';

// For the tests outside of this package's folder.
export { EngineSocket, io };

/** The three ways in which the official client can come. */
export const transports = [
    { name: 'polling', options: { transports: ['polling'] } },
    { name: 'websocket', options: { transports: ['websocket'] } },
    { name: 'polling, then websocket', options: { transports: ['polling', 'websocket'] }, upgrades: true },
];

/** The official Socket.IO client, with everything it hears kept in order. */
export class SocketIoClient {
    /** Every event: {name, args}, to wait for. */
    events = new Inbox('events of the Socket.IO client');
    /** Every event, for good. */
    history = [];
    connects = 0;
    /** Reasons, in order. */
    disconnects = [];
    errors = [];
    socket;

    constructor(url, options = {}) {
        // Without an agent of its own, the browser-like default would pool sockets between clients.
        this.socket = io(url, { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 300, ...options });
        this.socket.on('connect', () => {
            this.connects += 1;
            this.events.push({ name: ':connect', args: [] });
        });
        this.socket.on('disconnect', (reason, details) => {
            this.disconnects.push(reason);
            this.events.push({ name: ':disconnect', args: [reason, details] });
        });
        this.socket.on('connect_error', (error) => {
            this.errors.push(error);
            this.events.push({ name: ':connect_error', args: [error] });
        });
        this.socket.onAny((name, ...args) => {
            this.history.push({ name, args });
            this.events.push({ name, args });
        });
        onCleanup(() => this.socket.disconnect());
    }

    get id() {
        return this.socket.id;
    }

    get engine() {
        return this.socket.io.engine;
    }

    get transport() {
        return this.engine.transport.name;
    }

    /** The first argument of the next event called `name`. */
    async event(name, matches = () => true) {
        const isIt = (event) => event.name === name && matches(event.args[0]);
        return (await this.events.next(isIt, `event "${name}"`)).args[0];
    }

    /** The payloads of the next `count` events called `name`. */
    async take(count, name = 'workflow_event') {
        const events = await this.events.take(count, (event) => event.name === name, `event "${name}"`);
        return events.map((event) => event.args[0]);
    }

    /** What has come under that name and was not asked for. */
    pending(name) {
        return this.events.pending.filter((event) => event.name === name).map((event) => event.args[0]);
    }

    async connected() {
        await this.event(':connect');
        return this;
    }

    disconnected() {
        return this.event(':disconnect');
    }

    /** Emits a command and waits for its ack and its reply event, which must be the same object. */
    async command(name, payload, reply) {
        const [ack, event] = await Promise.all([this.ack(name, payload), this.event(reply)]);
        return { ack, event };
    }

    /** Emits a command and waits for its ack only. */
    ack(name, ...args) {
        const answer = new Promise((resolve) => {
            this.socket.emit(name, ...args, resolve);
        });
        return within(Deadline, answer, `the ack of "${name}"`);
    }

    async subscribe(kind, id, more = {}) {
        return this.ack(`subscribe_${kind}`, { [`${kind}_id`]: id, ...more });
    }

    async upgraded() {
        if (this.transport === 'websocket')
            return;
        await within(Deadline, new Promise((resolve) => {
            this.engine.once('upgrade', resolve);
        }), 'the upgrade to websocket');
    }

    close() {
        this.socket.disconnect();
    }
}

/** Connects the official client and waits for the server's greeting. */
export async function connectSocketIo(url, options = {}) {
    const client = new SocketIoClient(url, options);
    await client.connected();
    client.greeting = await client.event('connected');
    return client;
}
