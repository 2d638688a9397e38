// SPDX-License-Identifier: GPL-3.0-or-later

import { RawWebSocket } from './engineio.mjs';
import { bearer } from './http.mjs';

/** The ways in which a plain WebSocket may bring its token. */
export const carriers = [
    { name: '?token=', connect: (server, token) => new PlainClient(`${server.wsUrl}/ws?token=${token}`) },
    { name: 'Authorization', connect: (server, token) => new PlainClient(`${server.wsUrl}/ws`, { headers: bearer(token) }) },
];

/** A plain WebSocket with messages of JSON. */
export class PlainClient extends RawWebSocket {
    /** The next message of that type; all of it. */
    async message(type, matches = () => true) {
        const isIt = (frame) => {
            const message = JSON.parse(frame);
            return message.type === type && matches(message);
        };
        return JSON.parse(await this.frames.next(isIt, `a message "${type}"`));
    }

    /** The data of the next message of that type. */
    async data(type, matches = () => true) {
        return (await this.message(type, (message) => matches(message.data))).data;
    }

    act(action, more = {}) {
        this.send(JSON.stringify({ action, ...more }));
    }

    /** Subscribes; the data of the answer. */
    subscribe(events, more = {}) {
        this.act('subscribe', { events, ...more });
        return this.data('subscribed');
    }

    unsubscribe(events) {
        this.act('unsubscribe', { events });
        return this.data('unsubscribed');
    }

    /** Whatever was on its way before this has come when it returns. */
    async roundTrip() {
        const timestamp = Math.random();
        this.act('ping', { timestamp });
        await this.data('pong', (pong) => pong.timestamp === timestamp);
    }

    /** What has come under that type and was not asked for. */
    pending(type) {
        return this.frames.pending.map((frame) => JSON.parse(frame)).filter((message) => message.type === type);
    }
}

export async function connectPlain(server, token, carrier = carriers[0]) {
    const client = carrier.connect(server, token);
    await client.opened();
    client.greeting = await client.message('connected');
    return client;
}
