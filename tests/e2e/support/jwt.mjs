// SPDX-License-Identifier: GPL-3.0-or-later

// JSON Web Tokens by hand (RFC 7515, RFC 7519): what another program would give its users.

import { createHmac, randomBytes } from 'node:crypto';

import { bearer } from './http.mjs';

const encoded = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export const nowSeconds = () => Math.floor(Date.now() / 1000);

/** A secret for JWT_SECRET. */
export const newSecret = () => randomBytes(32).toString('hex');

/** An HS256 token of `sub`, good for `ttl` seconds from now; `claims` come on top. */
export function signedToken(secret, sub, { ttl = 3600, header = {}, ...claims } = {}) {
    const body = { sub, iat: nowSeconds(), exp: nowSeconds() + ttl, ...claims };
    const head = { alg: 'HS256', typ: 'JWT', ...header };
    const signed = `${encoded(head)}.${encoded(body)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Has the server issue a token: {id, token, ...}. */
export async function issueToken(server, user, more = {}) {
    const headers = bearer(server.adminToken);
    const answer = await server.request('/api/v1/tokens', { method: 'POST', headers, body: { user, ...more } });
    if (answer.status !== 201)
        throw new Error(`no token: ${answer.status} ${answer.text}`);
    return answer.json();
}

export function revokeToken(server, id) {
    return server.request(`/api/v1/tokens/${encodeURIComponent(id)}`, {
        method: 'DELETE', headers: bearer(server.adminToken),
    });
}

export function setEmergency(server, state, reason = 'a drill') {
    return server.request('/api/v1/emergency', {
        method: 'PUT', headers: bearer(server.adminToken), body: { state, reason },
    });
}
