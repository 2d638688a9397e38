// SPDX-License-Identifier: GPL-3.0-or-later

import { SocketIoClient } from './socketio.mjs';

/** The three addresses of the rooms dialect. */
export const addresses = [
    { name: 'namespace /ws', namespace: '/ws', options: {} },
    { name: 'path /ws/socket.io/, namespace /', namespace: '/', options: { path: '/ws/socket.io/' } },
    { name: 'path /ws/socket.io/, namespace /ws', namespace: '/ws', options: { path: '/ws/socket.io/' } },
];

/** A client of the rooms dialect that may still be refused. */
export function roomsClient(url, token, { namespace = '/ws', ...options } = {}) {
    const auth = token === undefined ? {} : { auth: { token } };
    return new SocketIoClient(url + namespace, { transports: ['websocket'], ...auth, ...options });
}

/** Connects the official client to the rooms dialect and waits for the greeting. */
export async function connectRooms(url, token, options = {}) {
    const client = roomsClient(url, token, options);
    await client.connected();
    client.greeting = await client.event('connection_established');
    client.sameGreeting = await client.event('connection.established');
    return client;
}

/** Subscribes and insists on it. */
export async function joinRoom(client, room, more = {}) {
    const { ack, event } = await client.command('subscribe', { room, ...more }, 'subscribed');
    if (ack?.room !== room || event?.room !== room)
        throw new Error(`subscribing to ${room} was answered by ${JSON.stringify({ ack, event })}`);
}

/** Whatever was on its way to the client before this has come when it returns. */
export async function roundTrip(client) {
    const timestamp = Math.random();
    const isIt = (pong) => pong.timestamp === timestamp;
    const pong = client.event('pong', isIt);
    client.socket.emit('ping', { timestamp });
    await pong;
}
