// SPDX-License-Identifier: GPL-3.0-or-later

import http from 'node:http';

import { Deadline } from './harness.mjs';

/**
 * One HTTP request: {status, headers, body (Buffer), text, json()}. A connection of its own unless an
 * agent is given; `body` is sent as it is (text, Buffer), an object as JSON.
 */
export function request(url, { method = 'GET', headers = {}, body, agent = false, deadline = Deadline, signal } = {}) {
    return new Promise((resolve, reject) => {
        const isJson = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body);
        const bytes = body === undefined ? null : Buffer.from(isJson ? JSON.stringify(body) : body);
        const fields = { ...headers };
        if (isJson && !Object.keys(fields).some((name) => name.toLowerCase() === 'content-type'))
            fields['Content-Type'] = 'application/json';
        if (bytes)
            fields['Content-Length'] = bytes.length;
        const outgoing = http.request(url, { method, headers: fields, agent, signal }, (incoming) => {
            const parts = [];
            incoming.on('data', (part) => parts.push(part));
            incoming.on('error', reject);
            incoming.on('end', () => {
                const whole = Buffer.concat(parts);
                resolve({
                    status: incoming.statusCode,
                    headers: incoming.headers,
                    rawHeaders: incoming.rawHeaders,
                    body: whole,
                    text: whole.toString(),
                    json: () => JSON.parse(whole.toString()),
                });
            });
        });
        outgoing.setTimeout(deadline, () => outgoing.destroy(new Error(`no answer to ${method} ${url}`)));
        outgoing.on('error', reject);
        outgoing.on('upgrade', (incoming, socket) => {
            socket.destroy();
            reject(new Error(`${method} ${url} was upgraded`));
        });
        outgoing.end(bytes ?? undefined);
    });
}

export const bearer = (token) => ({ Authorization: `Bearer ${token}` });
