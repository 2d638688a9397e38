// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that are compared, and how each is started.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pinned } from './machine.mjs';

const startSeconds = 20;
const peer = (file) => fileURLToPath(new URL(`../peers/${file}`, import.meta.url));
/** Debian's own Python, which has Debian's packages; another one on the PATH may not. */
const python = process.env.SIGNALBOX_PYTHON ?? '/usr/bin/python3';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** command() gives the command line; with ports, those are free ones that it must use. */
export const servers = {
    signalbox: {
        title: 'Signalbox',
        dialects: ['socketio', 'rooms', 'plain', 'mixed'],
        command: ({ build, folder, options }) => [
            `${build}/server/signalboxd`,
            ...['--port', '0', '--data-dir', folder, '--log-level', 'warning', ...options],
        ],
        version: ({ build }) => firstLine(`${build}/server/signalboxd`, ['--version']),
    },
    floor: {
        title: 'bare epoll (the floor)',
        command: ({ build }) => [`${build}/tests/bench/signalbox-bench-floor`],
    },
    socketio: {
        title: 'Node socket.io',
        command: () => [process.execPath, peer('socketio.mjs')],
        version: () => `socket.io ${packageVersion('socket.io')}, Node ${process.versions.node}`,
    },
    ws: {
        title: 'Node ws',
        dialects: ['plain'],
        command: () => [process.execPath, peer('ws.mjs')],
        version: () => `ws ${packageVersion('ws')}, Node ${process.versions.node}`,
    },
    nats: {
        title: 'NATS',
        dialects: ['nats'],
        ports: 3,
        command: ({ folder, ports: [own, control, webSocket] }) => {
            const file = join(folder, 'nats.conf');
            writeFileSync(
                file,
                `listen: "127.0.0.1:${own}"\nhttp: "127.0.0.1:${control}"\n` +
                    `websocket { listen: "127.0.0.1:${webSocket}", no_tls: true }\n` +
                    'max_connections: 100000\n',
            );
            return ['nats-server', '-c', file];
        },
        version: () => firstLine('nats-server', ['--version']),
    },
    python: {
        title: 'python-socketio (uvicorn)',
        command: () => [python, peer('python_socketio.py')],
        version: pythonVersions,
    },
    'python-fast': {
        title: 'python-socketio (uvicorn with uvloop, httptools, websockets)',
        command: () => [python, peer('python_socketio.py'), '--fast'],
        version: pythonVersions,
    },
};

function firstLine(program, args) {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    return (stdout || stderr || 'not there').split('\n')[0];
}

function packageVersion(name) {
    const code = `console.log(require('${peer(`node_modules/${name}/package.json`)}').version)`;
    return spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stdout.trim() || 'not there';
}

function pythonVersions() {
    const code =
        'import platform, importlib.metadata as m\n' +
        "names = ['python-socketio', 'uvicorn', 'wsproto', 'uvloop', 'httptools', 'websockets']\n" +
        'found = {d.metadata["Name"].lower(): d.version for d in m.distributions()}\n' +
        'print(", ".join(n + " " + found.get(n, "not there") for n in names) + ", Python " + platform.python_version())';
    return firstLine(python, ['-c', code]);
}

async function freePorts(count) {
    const listeners = [];
    for (let i = 0; i < count; ++i) {
        const listener = createServer();
        await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
        listeners.push(listener);
    }
    const ports = listeners.map((listener) => listener.address().port);
    await Promise.all(listeners.map((listener) => new Promise((resolve) => listener.close(resolve))));
    return ports;
}

/**
 * A server that was started for one measurement: pid, arguments() for the generator, stop().
 * Throws when it does not come up.
 */
export async function startServer(name, { build, machine, options = [], dialect }) {
    const definition = servers[name];
    const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
    const ports = await freePorts(definition.ports ?? 0);
    let child;
    // None of them has anything to save, and some would wait for connections.
    const stop = async () => {
        if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
            const ended = new Promise((resolve) => child.once('exit', resolve));
            child.kill('SIGKILL');
            await ended;
        }
        running.delete(child);
        rmSync(folder, { recursive: true, force: true });
    };
    try {
        const token = needsToken(name, dialect) ? issueToken(build, folder) : '';
        const [program, ...args] = pinned(definition.command({ build, folder, ports, options }), machine.serverCpu);
        child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        running.add(child);
        const port = await listening(child, ports);
        const generatorArgs = ['--port', port, '--pid', child.pid, '--protocol', dialect];
        if (ports.length > 0)
            generatorArgs.push('--control-port', ports[1]);
        if (token)
            generatorArgs.push('--token', token);
        return { pid: child.pid, arguments: generatorArgs, stop };
    } catch (error) {
        await stop();
        throw error;
    }
}

function needsToken(name, dialect) {
    return name === 'signalbox' && dialect !== 'socketio';
}

function issueToken(build, folder) {
    const args = ['token', 'issue', '--sub', 'bench', '--scope', 'subscribe', '--scope', 'publish'];
    const issued = spawnSync(`${build}/server/signalboxd`, [...args, '--ttl', '1d', '--data-dir', folder], {
        encoding: 'utf8',
    });
    if (issued.status !== 0)
        throw new Error(`no token was issued: ${issued.stderr}`);
    return issued.stdout.trim();
}

/** Until it says where it listens, or, with given ports, until the control port answers. */
async function listening(child, ports) {
    let output = '';
    let errors = '';
    let failure;
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (errors = (errors + data).slice(-2000)));
    child.on('error', (error) => (failure = error.message));
    child.on('exit', (code, signal) => (failure ??= `ended with ${signal ?? code}: ${errors.trim()}`));
    const deadline = Date.now() + startSeconds * 1000;
    while (Date.now() < deadline) {
        if (failure)
            throw new Error(`the server could not be started: ${failure}`);
        const told = /listening on .*:(\d+)\s*$/m.exec(output);
        if (ports.length === 0 && told)
            return Number(told[1]);
        if (ports.length > 0 && (await answers(ports[1])))
            return ports[2];
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not listen within ${startSeconds} s: ${errors}`);
}

async function answers(port) {
    try {
        return (await fetch(`http://127.0.0.1:${port}/varz`)).ok;
    } catch {
        return false;
    }
}
