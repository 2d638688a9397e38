// SPDX-License-Identifier: GPL-3.0-or-later
// What /readyz says on one kept connection (RawTcp), before a server drains and after.
import assert from 'node:assert/strict';

const ask = 'GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n';

/** To be asked first. */
export async function expectReady(connection) {
    connection.write(ask);
    assert.equal((await connection.response()).status, 200);
}

/** Asks until the answer is 503, or the connection is closed instead. */
export async function expectNotReadyAnyMore(connection) {
    for (let count = 2; !connection.isClosed; count += 1) {
        connection.write(ask);
        const answers = await connection.responses(count).catch(() => null);
        if (!answers)
            return;
        const { status } = answers[count - 1];
        if (status !== 200) {
            assert.equal(status, 503);
            return;
        }
    }
}
