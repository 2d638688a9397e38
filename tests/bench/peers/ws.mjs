// SPDX-License-Identifier: GPL-3.0-or-later
// A server as one writes it with ws of npm, for the bench's plain clients: each message is encoded
// once, and sent to each member of a room.
import { createServer } from 'node:http';

import { WebSocketServer } from 'ws';

import { handler, listen } from './publishing.mjs';

const rooms = new Map();
const server = createServer();
const sockets = new WebSocketServer({ server });

server.on(
    'request',
    handler(
        (event) => {
            const members = rooms.get(`workflow:${event.workflow_id}`);
            if (!members)
                return;
            const message = Buffer.from(JSON.stringify(event));
            for (const socket of members)
                socket.send(message, { binary: false });
        },
        () => sockets.clients.size,
    ),
);

sockets.on('connection', (socket) => {
    const joined = new Set();
    socket.on('message', (data) => {
        const { action, events } = JSON.parse(data);
        if (action !== 'subscribe')
            return;
        for (const room of events) {
            if (!rooms.has(room))
                rooms.set(room, new Set());
            rooms.get(room).add(socket);
            joined.add(room);
        }
        socket.send(JSON.stringify({ type: 'subscribed', data: { events, current: [...joined] } }));
    });
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => {
        for (const room of joined) {
            const members = rooms.get(room);
            members.delete(socket);
            if (members.size === 0)
                rooms.delete(room);
        }
    });
});

listen(server, 'ws');
