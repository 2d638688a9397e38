// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the whole benchmark: starts each server for each measurement, lets the generator measure it,
// and writes JSON and Markdown. `--help` tells the rest.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { describeMachine, load, pinned } from './machine.mjs';
import { markdown } from './report.mjs';
import { metricsOf, scales, scenariosAt, withClients } from './scenarios.mjs';
import { servers, startServer } from './servers.mjs';
import { judge } from './targets.mjs';

const help = `Usage: ./dev bench [scenario...] [options]

Measures Signalbox, a bare epoll loop, and other servers with the same clients, side by side.
Scenarios: ${scenariosAt(scales.full).map((scenario) => scenario.name).join(' ')} (all if none is named)

  --quick             small numbers, one run of each: some minutes
  --tiny              hardly any numbers: does it work?
  --servers A,B,...   only these of ${Object.keys(servers).join(', ')}
  --clients N,N,...   broadcast to so many clients; no scenario takes more than the largest
  --seconds S         publish for so long in a broadcast measurement
  --repeats N         runs of each, in turns (console: pairs of runs)
  --server-cpu N      the processor of the server, where there are two or more
  --generator-cpu N   the processor of the generator
  --signalboxd="..."  further options of the server
  --build FOLDER      where it was built. Default: build-release
  --output FOLDER     for results.json and results.md. Default: FOLDER/bench-results of the build
  --list              show what would run

Exit status: 0 well (a missed target or a failed peer is only reported), 1 Signalbox or the floor
failed, 2 wrong options.
`;

class UsageError extends Error {}

function readOptions() {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    let parsed;
    try {
        parsed = parseArgs({
            allowPositionals: true,
            options: {
                ...{ quick: flag, tiny: flag, list: flag, help: { ...flag, short: 'h' } },
                ...{ servers: text, clients: text, seconds: text, repeats: text, signalboxd: text },
                ...{ 'server-cpu': text, 'generator-cpu': text, build: text, output: text },
            },
        });
    } catch (error) {
        throw new UsageError(error.message);
    }
    const { values, positionals } = parsed;
    const number = (name, low) => {
        const value = Number(values[name]);
        if (!(value >= low))
            throw new UsageError(`--${name} takes a number from ${low} on, not "${values[name]}"`);
        return value;
    };
    const optional = (name, low) => (values[name] === undefined ? undefined : number(name, low));

    let scale = values.tiny ? scales.tiny : values.quick ? scales.quick : scales.full;
    if (values.clients !== undefined) {
        const clients = values.clients.split(',').map(Number);
        if (!clients.every((n) => Number.isInteger(n) && n > 0))
            throw new UsageError(`--clients takes numbers with commas between, not "${values.clients}"`);
        scale = withClients(scale, clients);
    }
    scale = { ...scale, seconds: optional('seconds', 0.1) ?? scale.seconds };
    const repeats = optional('repeats', 1);
    if (repeats !== undefined)
        scale = { ...scale, repeats, consolePairs: repeats };

    const chosen = values.servers?.split(',') ?? Object.keys(servers);
    for (const name of chosen) {
        if (!servers[name])
            throw new UsageError(`there is no server "${name}", but ${Object.keys(servers).join(', ')}`);
    }
    const all = scenariosAt(scale);
    for (const name of positionals) {
        if (!all.some((scenario) => scenario.name === name))
            throw new UsageError(`there is no scenario "${name}"`);
    }
    const build = values.build ?? 'build-release';
    return {
        ...{ scale, chosen, build, list: values.list, help: values.help, judged: !values.tiny },
        scenarios: positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name)),
        output: values.output ?? join(build, 'bench-results'),
        processors: { serverCpu: optional('server-cpu', 0), generatorCpu: optional('generator-cpu', 0) },
        serverOptions: values.signalboxd?.split(' ').filter(Boolean) ?? [],
    };
}

/** Figures of one run of the generator. Throws with its error. */
async function generate(args, { build, machine }) {
    const folder = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
    const json = join(folder, 'figures.json');
    try {
        const command = [`${build}/tests/bench/signalbox-bench`, ...args.map(String), '--json', json, '--timeout', '300'];
        const [program, ...rest] = pinned(command, machine.generatorCpu);
        const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
        let output = '';
        child.stdout.on('data', (data) => (output += data));
        child.stderr.on('data', (data) => (output += data));
        const limit = setTimeout(() => child.kill('SIGKILL'), 1_200_000);
        const killed = () => child.kill('SIGKILL');
        process.on('exit', killed);
        const { code, signal, error } = await new Promise((resolve) => {
            child.on('error', (reason) => resolve({ error: reason.message }));
            child.on('close', (status, by) => resolve({ code: status, signal: by }));
        });
        process.off('exit', killed);
        clearTimeout(limit);
        if (error || code !== 0)
            throw new Error(error ?? (output.trim().split('\n').at(-1) || `the generator ended with ${signal ?? code}`));
        return JSON.parse(readFileSync(json, 'utf8'));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

async function measure(cell, name, { build, machine, serverOptions }) {
    let server;
    try {
        const dialect = cell.dialect ?? servers[name].dialects?.[0] ?? 'socketio';
        server = await startServer(name, { build, machine, dialect, options: serverOptions, cell });
        // Some peers notice a bare FIN only when a heartbeat fails; `cycle` is ours, and leaves both ways.
        const leave = cell.args[0] === 'cycle' ? 'both' : 'polite';
        const args = [...cell.args, '--leave', leave, ...server.arguments];
        const figures = await generate(args, { build, machine });
        return { figures: { ...figures, ...(await server.ownFigures(figures)) } };
    } catch (error) {
        return { error: error.message };
    } finally {
        await server?.stop();
    }
}

/** The runs in their order: the servers take turns. */
function plan({ scenarios, chosen, scale }, machine) {
    const runs = [];
    const skipped = [];
    for (const scenario of scenarios) {
        for (const cell of scenario.cells) {
            if (cell.clients + 500 > machine.descriptors) {
                skipped.push(`${scenario.name}, ${cell.title || cell.id}: \`ulimit -Hn\` is ${machine.descriptors}`);
                continue;
            }
            const names = cell.servers.filter((server) => chosen.includes(server));
            for (let repetition = 0; repetition < (scenario.repeats ?? scale.repeats); ++repetition) {
                // To and fro: what changes steadily meanwhile favours nobody.
                for (const name of repetition % 2 === 0 ? names : [...names].reverse())
                    runs.push({ scenario, cell, name, repetition });
            }
        }
    }
    return { runs, skipped };
}

async function main() {
    const options = readOptions();
    if (options.help) {
        process.stdout.write(help);
        return 0;
    }
    const machine = describeMachine(options.processors);
    const { runs, skipped } = plan(options, machine);
    if (options.list) {
        for (const { scenario, cell, name, repetition } of runs)
            console.log([scenario.name, cell.id, name, repetition + 1].join(' '));
        return 0;
    }
    const programs = ['server/signalboxd', 'tests/bench/signalbox-bench', 'tests/bench/signalbox-bench-floor'];
    if (runs.some(({ name }) => name === 'closed' || name === 'console'))
        programs.push('tests/bench/signalbox-bench-console');
    for (const program of programs) {
        if (!existsSync(join(options.build, program)))
            throw new UsageError(`${join(options.build, program)} was not built`);
    }

    const started = new Date().toISOString();
    const loadBefore = load();
    if (loadBefore > 0.5)
        console.error(`bench: the load average is ${loadBefore}: something else runs, which disturbs the figures`);
    skipped.forEach((what) => console.error(`bench: not measured: ${what}`));
    const results = {};
    for (const [index, { scenario, cell, name, repetition }] of runs.entries()) {
        const run = await measure(cell, name, { ...options, machine });
        ((((results[scenario.name] ??= {})[cell.id] ??= {})[name]) ??= []).push(run);
        const told = run.error
            ? `FAILED: ${run.error}`
            : metricsOf(scenario, name).map((m) => `${m.value(run.figures).toFixed(m.digits)} ${m.title}`.trim()).join(', ');
        const what = [scenario.name, cell.title, servers[name].title].filter(Boolean).join(', ');
        console.error(`[${index + 1}/${runs.length}] ${what}, run ${repetition + 1}: ${told}`);
    }

    const versions = Object.fromEntries(
        options.chosen.filter((name) => servers[name].version).map((name) => [name, servers[name].version(options)]),
    );
    if (versions.python === versions['python-fast'])
        delete versions['python-fast'];
    const report = {
        ...{ started, commandLine: ['./dev bench', ...process.argv.slice(2)].join(' ') },
        ...{ machine, versions, repeats: options.scale.repeats, load: { before: loadBefore, after: load() } },
        ...{ scale: options.scale, skipped, results, verdicts: options.judged ? judge(results, options.scale) : [] },
    };
    const text = markdown({ ...report, scenarios: options.scenarios });
    mkdirSync(options.output, { recursive: true });
    writeFileSync(join(options.output, 'results.json'), JSON.stringify(report, null, 2) + '\n');
    writeFileSync(join(options.output, 'results.md'), text);
    process.stdout.write(text);
    console.error(`bench: written to ${options.output}/results.json and results.md`);

    const ours = Object.values(results)
        .flatMap((cells) => Object.values(cells))
        .flatMap((cell) => Object.entries(cell))
        .flatMap(([name, of]) => (servers[name].isOurs ? of : []));
    return ours.some((run) => run.error) ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => process.exit(130)); // the servers end with us

try {
    process.exitCode = await main();
} catch (error) {
    if (!(error instanceof UsageError))
        throw error;
    console.error(`bench: ${error.message} (see --help)`);
    process.exitCode = 2;
}
