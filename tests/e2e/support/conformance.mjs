// SPDX-License-Identifier: GPL-3.0-or-later

import { ChildProcess } from './childprocess.mjs';
import { findProgram } from './signalboxd.mjs';

/**
 * The small server on our generic layers, with the given timings in ms. Heartbeats are slow unless a
 * test is about them, so that a loaded machine does not look like a dead client.
 */
export async function startConformance({
    path = '/socket.io/',
    pingInterval = 25_000,
    pingTimeout = 20_000,
    connectTimeout = 45_000,
    rawEngineIo = false,
} = {}) {
    const program = findProgram('SIGNALBOX_CONFORMANCE', 'build-release/tests/conformance/signalbox-conformance');
    const args = ['--port', '0', '--path', path, '--ping-interval', String(pingInterval),
        '--ping-timeout', String(pingTimeout), '--connect-timeout', String(connectTimeout)];
    if (rawEngineIo)
        args.push('--raw-engineio');
    const server = new ChildProcess(program, args, { endsByItself: false });
    const line = await server.stdoutLines.next((text) => /^signalbox listening on http:\/\/localhost:\d+$/.test(text),
        'the line that says it is listening');
    const port = Number(line.slice(line.lastIndexOf(':') + 1));
    return { port, path, url: `http://localhost:${port}`, wsUrl: `ws://localhost:${port}`, process: server };
}
