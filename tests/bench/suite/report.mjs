// SPDX-License-Identifier: GPL-3.0-or-later
// The results as Markdown.
import { metricsOf } from './scenarios.mjs';
import { servers } from './servers.mjs';
import { median, summary } from './statistics.mjs';

function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function cellText(runs, metric) {
    if (!runs)
        return '-';
    const values = runs.filter((run) => run.figures).map((run) => metric.value(run.figures));
    if (values.length === 0)
        return 'failed';
    return summary(values, metric.digits) + (values.length < runs.length ? ` (${runs.length - values.length} failed)` : '');
}

function scenarioSection(scenario, results) {
    const columns = scenario.cells.flatMap((cell) => scenario.metrics.map((metric) => ({ cell, metric })));
    const names = Object.keys(servers).filter((name) =>
        scenario.cells.some((cell) => results[cell.id]?.[name] !== undefined),
    );
    const title = ({ cell, metric }) => [cell.title, metric.title].filter(Boolean).join(': ');
    const rows = names.map((name) => [
        servers[name].title,
        ...columns.map(({ cell, metric }) =>
            metricsOf(scenario, name).includes(metric) ? cellText(results[cell.id]?.[name], metric) : '',
        ),
    ]);
    const failures = scenario.cells.flatMap((cell) =>
        Object.entries(results[cell.id] ?? {}).flatMap(([name, runs]) =>
            [...new Set(runs.filter((run) => run.error).map((run) => run.error))].map(
                (error) => `- ${servers[name].title}, ${cell.title || scenario.name}: ${error}`,
            ),
        ),
    );
    return [
        `### ${scenario.title}`,
        ...(scenario.text ? [scenario.text] : []),
        ...(scenario.repeats ? [`Pairs of runs: ${scenario.repeats}.`] : []),
        table(['', ...columns.map(title)], rows),
        ...(failures.length > 0 ? [`Failed:\n\n${failures.join('\n')}`] : []),
    ].join('\n\n');
}

function targetsSection(verdicts) {
    const rows = verdicts.map(({ title, target, values, met }) => [
        title,
        target,
        summary(values, digitsFor(median(values))),
        met ? 'met' : '**missed**',
    ]);
    return `### Targets\n\n${table(['', 'target', 'measured', ''], rows)}`;
}

function digitsFor(value) {
    if (value >= 1000)
        return 0;
    return value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
}

/** What was measured, on what, and how to do it again. */
export function markdown({ machine, versions, scenarios, results, verdicts, repeats, started, load, commandLine }) {
    const pinning =
        machine.serverCpu === undefined
            ? 'server and generator share the processor'
            : 'the server on one, the generator on another';
    const facts = [
        `- ${started.slice(0, 10)}, commit ${machine.commit}, by \`${commandLine}\``,
        `- ${machine.cores} x ${machine.processor}, ${machine.memoryGiB} GiB, ${machine.system}, Linux ${machine.kernel}; ${pinning}`,
        `- ${Object.values(versions).join('; ')}`,
        `- Load average ${load.before} before and ${load.after} after` +
            (repeats > 1
                ? `; ${repeats} runs of each unless said otherwise, in turns: median (least-most)`
                : '; one run of each'),
    ];
    const sections = scenarios
        .filter((scenario) => results[scenario.name])
        .map((scenario) => scenarioSection(scenario, results[scenario.name]));
    return [facts.join('\n'), ...(verdicts.length > 0 ? [targetsSection(verdicts)] : []), ...sections].join('\n\n') + '\n';
}
