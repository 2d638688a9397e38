// SPDX-License-Identifier: GPL-3.0-or-later
// socket.io of npm as a server for the bench's clients.
import { createServer } from 'node:http';

import { Server } from 'socket.io';

import { handler, listen } from './publishing.mjs';

const server = createServer();
const io = new Server(server, { serveClient: false });

// After Socket.IO has put itself before the listeners of that time: it takes only its own path.
server.on('request', (request, response) => {
    if (!request.url.startsWith('/socket.io/'))
        handle(request, response);
});
const handle = handler(
    (event) => io.to(`workflow:${event.workflow_id}`).emit('workflow_event', event),
    () => io.engine.clientsCount,
);

io.on('connection', (socket) => {
    socket.on('subscribe_workflow', ({ workflow_id }) => {
        socket.join(`workflow:${workflow_id}`);
        socket.emit('subscribed', { type: 'workflow', workflow_id });
    });
});

listen(server, 'socket.io');
