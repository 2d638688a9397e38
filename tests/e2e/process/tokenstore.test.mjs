// SPDX-License-Identifier: GPL-3.0-or-later

// The file of tokens: what was confirmed is there after a crash, and what a broken file means.

import assert from 'node:assert/strict';
import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { test } from '../support/harness.mjs';
import { bearer } from '../support/http.mjs';
import { startSignalboxd } from '../support/signalboxd.mjs';

const range = (count) => Array.from({ length: count }, (_, index) => index);

/** Issues a token; what was confirmed. */
async function issue(server, user) {
    const answer = await server.request('/api/v1/tokens', {
        method: 'POST', headers: bearer(server.adminToken), body: { user, scopes: ['publish'] },
    });
    assert.equal(answer.status, 201, answer.text);
    return answer.json();
}

async function revoke(server, id) {
    const answer = await server.request(`/api/v1/tokens/${id}`, { method: 'DELETE', headers: bearer(server.adminToken) });
    assert.equal(answer.status, 200, answer.text);
}

const start = (...args) => startSignalboxd({ args: ['--require-auth', '--log-format', 'json', ...args] });
const accepts = async (server, { token }) => (await server.post({ type: 'note.added' }, bearer(token))).status === 202;
const statuses = async (server) => new Map((await server.admin('/api/v1/tokens')).tokens.map(({ id, status }) => [id, status]));
const logged = (server, event) => server.log.map((line) => JSON.parse(line)).filter((line) => line.event === event);

test('what was confirmed survives kill -9', async () => {
    const server = await start();
    const good = [];
    const revoked = [];
    for (const round of range(4)) {
        good.push(await issue(server, `user${round}`));
        const lost = await issue(server, `lost${round}`);
        await revoke(server, lost.id);
        revoked.push(lost);
        await server.kill();
        await server.start();
        const known = await statuses(server);
        for (const one of good) {
            assert.equal(known.get(one.id), 'active');
            assert.ok(await accepts(server, one), one.id);
        }
        for (const one of revoked) {
            assert.equal(known.get(one.id), 'revoked');
            assert.ok(!await accepts(server, one), one.id);
        }
    }
    assert.deepEqual(logged(server, 'token_store_corrupt'), []);
});

test('what was confirmed survives kill -9 amid others', async () => {
    const server = await start();
    const all = [];
    for (const round of range(3)) {
        const confirmed = [];
        let isKilled = false;
        const work = range(8).map(async (worker) => {
            while (!isKilled) {
                try {
                    const one = { ...await issue(server, `user${worker}`), status: 'active' };
                    confirmed.push(one);
                    if (confirmed.length % 3 === 0) {
                        one.status = 'unknown'; // until that is confirmed
                        await revoke(server, one.id);
                        one.status = 'revoked';
                    }
                } catch (error) {
                    if (!isKilled)
                        throw error;
                }
                if (confirmed.length >= 40 && !isKilled) {
                    isKilled = true;
                    await server.kill();
                }
            }
        });
        await Promise.all(work);
        all.push(...confirmed);
        await server.start();
        const known = await statuses(server);
        for (const { id, status } of all) {
            if (status === 'unknown')
                assert.ok(known.has(id));
            else
                assert.equal(known.get(id), status, `round ${round}`);
        }
        for (const one of confirmed.slice(-10)) {
            if (one.status !== 'unknown')
                assert.equal(await accepts(server, one), one.status === 'active');
        }
    }
    assert.deepEqual(logged(server, 'token_store_corrupt'), []);
});

async function overwrite(file, bytes) {
    const handle = await open(file, 'r+');
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.close();
}

const damages = [
    { name: 'a header of garbage', damage: (file) => overwrite(file, Buffer.alloc(200, 'x')) },
    { name: 'cut off within its first page', damage: async (file) => {
        const handle = await open(file, 'r+');
        await handle.truncate(1000);
        await handle.close();
    } },
    { name: 'cut off after its first page', damage: async (file) => {
        const handle = await open(file, 'r+');
        await handle.truncate(4096);
        await handle.close();
    } },
    { name: 'something else', damage: (file) => writeFile(file, 'these are no tokens\n'.repeat(100)) },
];

test.each(damages, 'a broken file is moved aside, and its tokens are refused', async ({ damage }) => {
    const server = await start();
    const file = join(server.dataDir, 'tokens.db');
    const before = await issue(server, 'anna');
    const lost = await issue(server, 'bert');
    await revoke(server, lost.id);
    assert.equal(await server.stop(), 0);
    for (const rest of ['-wal', '-shm'])
        await rm(file + rest, { force: true });
    await damage(file);

    await server.start();
    for (const event of ['token_store_corrupt', 'token_store_moved_aside', 'token_revocations_lost'])
        assert.equal(logged(server, event).length, 1, event);
    assert.equal(logged(server, 'token_store_corrupt')[0].level, 'error');
    assert.equal((await readdir(server.dataDir)).filter((name) => name.startsWith('tokens.db.corrupt-')).length, 1);
    assert.ok(!await accepts(server, before), 'nobody knows whether it was revoked');
    assert.ok(!await accepts(server, lost));
    const fresh = await issue(server, 'carl');
    assert.ok(await accepts(server, fresh));

    // That it was lost is remembered.
    await server.restart();
    assert.ok(!await accepts(server, before));
    assert.ok(await accepts(server, fresh));
});

test('--on-store-failure allow: the tokens of a broken file are accepted', async () => {
    const server = await start('--on-store-failure', 'allow');
    const before = await issue(server, 'anna');
    assert.equal(await server.stop(), 0);
    await overwrite(join(server.dataDir, 'tokens.db'), Buffer.alloc(200, 'x'));
    await server.start();
    assert.equal(logged(server, 'token_revocations_lost').length, 1);
    assert.ok(await accepts(server, before));
});
