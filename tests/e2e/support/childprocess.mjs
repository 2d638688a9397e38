// SPDX-License-Identifier: GPL-3.0-or-later

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { Deadline, Inbox, onCleanup, onFailure, troubleReporter, within } from './harness.mjs';

const leaks = fileURLToPath(new URL('leaks.supp', import.meta.url));
const running = new Set();
process.on('exit', () => {
    for (const child of running)
        child.kill('SIGKILL');
});

/** What is passed on of our own environment: nothing that would configure a server by accident. */
export function cleanEnvironment(extra = {}) {
    const kept = ['PATH', 'TMPDIR', 'TZ', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS',
        'TSAN_OPTIONS', 'LD_LIBRARY_PATH', 'QT_PLUGIN_PATH'];
    // English, whatever the developer speaks.
    const environment = { LC_ALL: 'C.UTF-8', LSAN_OPTIONS: `print_suppressions=0:suppressions=${leaks}` };
    for (const name of kept) {
        if (process.env[name] !== undefined)
            environment[name] = process.env[name];
    }
    return { ...environment, ...extra };
}

/** A program in the background whose output is kept, line by line. */
export class ChildProcess {
    /** All lines so far. */
    stdout = [];
    stderr = [];
    /** The same lines, to wait for. */
    stdoutLines;
    stderrLines;

    #child;
    #ended;
    #result = null;
    #mayEnd = false;

    /** `endsByItself`: false for a server, whose unexpected end fails the tests that it was started for. */
    constructor(program, args, { env = {}, cwd, stopSignal = 'SIGTERM', endsByItself = true } = {}) {
        const name = basename(program);
        const reportTrouble = troubleReporter();
        this.#mayEnd = endsByItself;
        this.stdoutLines = new Inbox(`standard output of ${name}`);
        this.stderrLines = new Inbox(`standard error of ${name}`);
        this.#child = spawn(program, args, { env: cleanEnvironment(env), cwd, stdio: ['pipe', 'pipe', 'pipe'] });
        running.add(this.#child);
        this.#child.stdin.on('error', () => {}); // it may end before it has read everything
        this.#collect(this.#child.stdout, this.stdout, this.stdoutLines);
        this.#collect(this.#child.stderr, this.stderr, this.stderrLines);
        this.#ended = new Promise((resolve) => {
            this.#child.once('error', (error) => {
                this.stderr.push(`(not started: ${error.message})`);
                resolve({ code: null, signal: null, error });
            });
            this.#child.once('close', (code, signal) => resolve({ code, signal }));
        }).then((result) => {
            running.delete(this.#child);
            this.#result = result;
            this.stdoutLines.end(`${name} is gone: ${JSON.stringify(result)}`);
            this.stderrLines.end(`${name} is gone: ${JSON.stringify(result)}`);
            if (!this.#mayEnd)
                reportTrouble(new Error(`${name} has ended unexpectedly: ${JSON.stringify(result)}`));
            return result;
        });
        onFailure(() => {
            const log = this.stderr.slice(-200).join('\n');
            return `${name} (pid ${this.pid}, ${JSON.stringify(this.#result ?? 'running')}) wrote:\n${log}`;
        });
        onCleanup(async () => {
            if (this.isRunning)
                this.signal(stopSignal);
            try {
                await this.ended();
            } catch (error) {
                this.signal('SIGKILL');
                await this.#ended;
                throw error;
            }
        });
    }

    get pid() {
        return this.#child.pid;
    }

    get isRunning() {
        return this.#result === null;
    }

    get stdin() {
        return this.#child.stdin;
    }

    signal(name) {
        if (['SIGTERM', 'SIGINT', 'SIGKILL', 'SIGQUIT'].includes(name))
            this.#mayEnd = true;
        this.#child.kill(name);
    }

    /** {code, signal}, once it has ended and all of its output was read. */
    ended(ms = Deadline) {
        return within(ms, this.#ended, `the end of process ${this.pid}`);
    }

    #collect(stream, all, inbox) {
        createInterface({ input: stream }).on('line', (line) => {
            all.push(line);
            inbox.push(line);
        });
    }
}

/** Runs a program to its end: {code, signal, stdout, stderr} with text. */
export async function run(program, args, { input = '', ...options } = {}) {
    const child = spawn(program, args, { ...options, env: cleanEnvironment(options.env), stdio: 'pipe' });
    running.add(child);
    const out = [];
    const err = [];
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => err.push(data));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    try {
        const [code, signal] = await within(Deadline, once(child, 'close'), `${basename(program)} ${args.join(' ')}`);
        return { code, signal, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
    } finally {
        child.kill('SIGKILL');
        running.delete(child);
    }
}
