/** Prints what was measured, as a table that can be pasted into a document. */

import type { PageResult } from './console.js';
import type { LoadResult } from './load.js';
import type { Startup } from './startup.js';
import type { VerifyResult } from './verify.js';

interface Loads {
  readonly verify: readonly VerifyResult[];
  readonly start: LoadResult;
}

export interface Report {
  readonly at: string;
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number };
  readonly oneProcess: Loads;
  readonly twoWorkers: Loads;
  readonly startup: Readonly<Record<'production' | 'embeddedFirst' | 'embeddedAgain', Startup>>;
  readonly loadedMegabytes: number;
  readonly consolePages: readonly PageResult[];
  readonly redisBytesPerChallenge: number;
}

export function printReport(report: Report): void {
  const { machine, startup } = report;
  const lines = [
    `Node ${machine.node}, ${String(machine.cores)} cores, ${machine.cpu}`,
    '',
    '| processes | what | requests/s | p50 ms | p99 ms | of the group-commit floor | commits/request | scripts/request |',
    '|---|---|---|---|---|---|---|---|',
    ...rowsOf('1', report.oneProcess),
    ...rowsOf('WORKERS=2', report.twoWorkers),
    '',
    '| | ready ms | MB |',
    '|---|---|---|',
    ...Object.entries(startup).map(
      ([name, it]) => `| ${name} | ${it.readyMs.toFixed(0)} | ${it.megabytes.toFixed(0)} |`,
    ),
    '',
    '| page of the console, 100,000 people | ms | of an empty page |',
    '|---|---|---|',
    ...report.consolePages.map(({ page, ms, ofEmpty }) =>
      row([`\`${page}\``, ms.toFixed(0), ofEmpty.toFixed(1)]),
    ),
    '',
    `Resident after load: ${report.loadedMegabytes.toFixed(0)} MB`,
    `Redis per pending challenge at 100,000: ${report.redisBytesPerChallenge.toFixed(0)} bytes`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function rowsOf(processes: string, { verify, start }: Loads): string[] {
  const verified = verify.map(({ answer, contender, typical, ofFloor, counters }) =>
    row([
      processes,
      `verify ${answer}: ${contender}`,
      ...figures(typical),
      ofFloor.toFixed(2),
      counters.commits.toFixed(3),
      counters.scripts.toFixed(2),
    ]),
  );
  return [...verified, row([processes, 'start: assay', ...figures(start), '', '', ''])];
}

const figures = ({ perSecond, p50, p99 }: LoadResult): string[] => [
  perSecond.toFixed(0),
  p50.toFixed(1),
  p99.toFixed(1),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
