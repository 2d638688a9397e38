// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures depend on besides the servers.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

function output(program, args) {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : '';
}

function field(file, pattern) {
    try {
        return pattern.exec(readFileSync(file, 'utf8'))?.[1];
    } catch {
        return undefined;
    }
}

/** "0-3,8" as numbers. */
export function parseCpuList(text) {
    return text.split(',').flatMap((part) => {
        const [first, last = first] = part.split('-').map(Number);
        return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    });
}

/**
 * The processors for the server and for the generator: two of those that this process may use, if
 * there are as many and taskset is there; otherwise undefined.
 */
export function describeMachine({ serverCpu, generatorCpu } = {}) {
    const allowed = parseCpuList(field('/proc/self/status', /^Cpus_allowed_list:\s*(\S+)/m) ?? '0');
    const pin = allowed.length >= 2 && output('taskset', ['--version']) !== '';
    const files = Number(output('sh', ['-c', 'ulimit -Hn']));
    return {
        serverCpu: pin ? serverCpu ?? allowed[0] : undefined,
        generatorCpu: pin ? generatorCpu ?? allowed[1] : undefined,
        cores: allowed.length,
        processor: cpus()[0]?.model ?? 'unknown',
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        kernel: release(),
        system: field('/etc/os-release', /^PRETTY_NAME="(.*)"/m) ?? 'unknown',
        descriptors: Number.isNaN(files) ? Infinity : files,
        commit: output('git', ['describe', '--always', '--dirty', '--exclude', '*']) || 'unknown',
    };
}

/** How many processes wanted to run in the last minute: more than ours is noise. */
export function load() {
    return Number(loadavg()[0].toFixed(2));
}

/** A command line that runs on one processor only, if there is a choice. */
export function pinned(command, cpu) {
    return cpu === undefined ? command : ['taskset', '-c', String(cpu), ...command];
}
