// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * The HTTP side that the peers on Node have in common: POST /api/v1/events with a JSON array, of
 * which each event goes to the room that its workflow_id names; GET /health tells how many clients
 * there are.
 */
export function handler(publish, countClients) {
    return (request, response) => {
        const answer = (status, body) => {
            response.writeHead(status, { 'Content-Type': 'application/json' });
            response.end(JSON.stringify(body));
        };
        if (request.method !== 'POST') {
            answer(200, { websocket: { connected_clients: countClients() } });
            return;
        }
        const chunks = [];
        request.on('data', (chunk) => chunks.push(chunk));
        request.on('end', () => {
            const events = JSON.parse(Buffer.concat(chunks).toString());
            for (const event of events)
                publish(event);
            answer(202, { accepted: events.length });
        });
    };
}

/** Listens on a free port, or --port, and says where. */
export function listen(server, name) {
    const option = process.argv.indexOf('--port');
    const port = option < 0 ? 0 : Number(process.argv[option + 1]);
    // Ours is benchmarked without an idle timeout, too.
    server.keepAliveTimeout = 0;
    server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
        console.log(`${name} listening on http://127.0.0.1:${server.address().port}`);
    });
}
