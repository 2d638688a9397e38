// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that are compared, and how each is started.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pinned } from './machine.mjs';

const startSeconds = 20;
const stopSeconds = 30;
const peer = (file) => fileURLToPath(new URL(`../peers/${file}`, import.meta.url));
/** Debian's own Python, which has Debian's packages; another one on the PATH may not. */
const python = process.env.SIGNALBOX_PYTHON ?? '/usr/bin/python3';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** What `signalbox` is in the benchmark: its window is open if there is something to report. */
const consoleCommand = ({ build, folder, options }) => [
    `${build}/tests/bench/signalbox-bench-console`,
    ...['--port', '0', '--data-dir', folder, '--log-level', 'warning', ...options],
];

/**
 * command() gives the command line; with ports, those are free ones that it must use. With report(),
 * the server is told to end in good order, and has left the file that is its argument; what it returns
 * is added to the generator's figures.
 */
export const servers = {
    signalbox: {
        title: 'Signalbox',
        dialects: ['socketio', 'rooms', 'plain', 'mixed'],
        command: ({ build, folder, options }) => [
            `${build}/server/signalboxd`,
            ...['--port', '0', '--data-dir', folder, '--log-level', 'warning', ...options],
        ],
        version: ({ build }) => firstLine(`${build}/server/signalboxd`, ['--version']),
        isOurs: true,
    },
    closed: {
        title: 'Signalbox, console closed',
        command: consoleCommand,
        isOurs: true,
    },
    console: {
        title: 'Signalbox, console open',
        command: (context) => [
            ...consoleCommand(context),
            ...['--report', context.reportFile, '--stay', Math.round(context.cell.stayMs)],
        ],
        report: eventLoopFigures,
        isOurs: true,
    },
    floor: {
        isOurs: true,
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

/** How much of the time between two turns the machine let nothing run at all. */
function stalledMs({ at_ms: at, gap_ms: gap }, stalls) {
    const shared = ({ from_ms: from, to_ms: to }) => Math.max(0, Math.min(at, to) - Math.max(at - gap, from));
    return stalls.reduce((sum, stall) => sum + shared(stall), 0);
}

/**
 * Of the event loop's turns: those while events were published, and those before, while clients came.
 * The longest block is without what the machine stalled in it.
 */
export function eventLoopFigures({ turns: all, stalls }, { started_monotonic_ms: from, seconds }) {
    const turns = all.map((turn) => ({ ...turn, own_ms: turn.gap_ms - stalledMs(turn, stalls) }));
    const measured = turns.filter(({ at_ms: at }) => at >= from && at <= from + seconds * 1000);
    const before = turns.filter(({ at_ms: at }) => at < from);
    const most = (key, some) => some.reduce((greatest, turn) => Math.max(greatest, turn[key]), 0);
    if (measured.length === 0)
        throw new Error("the console's event loop never turned");
    const gaps = measured.map((turn) => turn.gap_ms).sort((a, b) => a - b);
    const stages = {};
    for (const turn of measured)
        (stages[turn.stage] ??= []).push(turn);
    return {
        console_turns: measured.length,
        console_longest_ms: most('own_ms', measured),
        console_longest_gap_ms: gaps.at(-1),
        console_longest_stall_ms: Math.max(0, ...measured.map((turn) => turn.gap_ms - turn.own_ms)),
        console_p50_ms: gaps[Math.floor(gaps.length * 0.5)],
        console_p99_ms: gaps[Math.floor(gaps.length * 0.99)],
        console_longest_cpu_ms: most('cpu_ms', measured),
        console_longest_arrival_ms: most('own_ms', before),
        console_views: Object.fromEntries(
            Object.entries(stages).map(([stage, some]) => [
                stage,
                { longest_ms: most('own_ms', some), longest_cpu_ms: most('cpu_ms', some), turns: some.length },
            ]),
        ),
    };
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
 * A server that was started for one measurement of a cell: pid, arguments for the generator,
 * ownFigures() when that has ended, stop(). Throws when it does not come up.
 */
export async function startServer(name, { build, machine, options = [], dialect, cell }) {
    const definition = servers[name];
    const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
    const reportFile = join(folder, 'report.json');
    const ports = await freePorts(definition.ports ?? 0);
    let child;
    const end = async (signal) => {
        if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
            const ended = new Promise((resolve) => child.once('exit', resolve));
            child.kill(signal);
            await ended;
        }
    };
    const ownFigures = async (figures) => {
        if (!definition.report)
            return {};
        const overdue = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
        await end('SIGTERM');
        clearTimeout(overdue);
        if (child.exitCode !== 0)
            throw new Error(`the server ended with ${child.signalCode ?? child.exitCode}`);
        return definition.report(JSON.parse(readFileSync(reportFile, 'utf8')), figures);
    };
    // None of the others has anything to save, and some would wait for connections.
    const stop = async () => {
        await end('SIGKILL');
        running.delete(child);
        rmSync(folder, { recursive: true, force: true });
    };
    try {
        const token = needsToken(name, dialect) ? issueToken(build, folder) : '';
        const command = definition.command({ build, folder, ports, options, cell, reportFile });
        const [program, ...args] = pinned(command.map(String), machine.serverCpu);
        child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        running.add(child);
        const port = await listening(child, ports);
        const generatorArgs = ['--port', port, '--pid', child.pid, '--protocol', dialect];
        if (ports.length > 0)
            generatorArgs.push('--control-port', ports[1]);
        if (token)
            generatorArgs.push('--token', token);
        return { pid: child.pid, arguments: generatorArgs, ownFigures, stop };
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
