/** Takes each protection away in turn and says which check noticed. */

import { runChaos, type Outcome } from '../chaos.js';
import type { History, Violation } from '../history/events.js';
import { QUICK } from '../pace.js';
import { PROTECTIONS } from './all.js';
import type { Protection } from './protection.js';

/**
 * Faults far enough apart, and people slow enough, that a code is out when one begins: where nobody can
 * start, nobody verifies.
 */
const RUN = { ...QUICK, ...{ operations: 1_000, faults: 12, instances: 2, thinkMs: 1_500 } };
const ENDS = { limitMs: 120_000, isKept: false };
/** So many seeds at most until the violation is found: interleavings are not the seed's. */
const SEEDS = 4;

interface Row {
  readonly name: string;
  readonly removed: string;
  readonly found: string;
  readonly after: string;
  readonly seed: string;
}

/** Prints the table; false where a removal was not noticed, or the service as it is has a violation. */
export async function tryEach(seed: string): Promise<boolean> {
  const asItIs = await runChaos({ ...RUN, ...ENDS, ...everyFocus(), seed: `${seed}-1` });
  console.log(`as it is: ${asItIs.report}\n`);
  const rows: Row[] = [];
  for (const protection of PROTECTIONS) rows.push(await tryOne(protection, seed));
  console.log(HEADER + rows.map(lineOf).join('\n'));
  return asItIs.violations.length === 0 && rows.every(({ found }) => found !== '');
}

function everyFocus(): Protection['focus'] {
  return {
    onlyFaults: PROTECTIONS.flatMap(({ focus }) => focus.onlyFaults),
    onlyEpisodes: PROTECTIONS.flatMap(({ focus }) => focus.onlyEpisodes),
  };
}

async function tryOne(protection: Protection, seed: string): Promise<Row> {
  const { name, removed, focus } = protection;
  for (let nth = 1; nth <= SEEDS; nth += 1) {
    const tried = `${seed}-${String(nth)}`;
    const outcome = await runChaos({
      ...{ ...RUN, ...ENDS, ...focus },
      ...{ seed: tried, without: protection },
    });
    const found = checksOf(outcome);
    console.error(`without ${name}, seed ${tried}: ${found || 'nothing found'}`);
    if (found !== '') return { name, removed, found, after: placeOf(outcome), seed: tried };
  }
  return { name, removed, found: '', after: '', seed };
}

const checksOf = ({ violations }: Outcome): string =>
  [...new Set(violations.map(({ check }) => check))].join(', ');

/** How far the run had come when the first violation was complete; one without requests: all of it. */
function placeOf({ history, violations }: Outcome): string {
  const untilMs = Math.min(...violations.map((violation) => endOf(history, violation)));
  const calls = history.calls.filter(({ toMs }) => toMs <= untilMs).length;
  const faults = history.faults.filter(({ fromMs }) => fromMs <= untilMs).length;
  return `${String(calls)} requests, ${String(faults)} faults`;
}

function endOf({ calls }: History, { operations }: Violation): number {
  const mine = calls.filter(({ n }) => operations.includes(n)).map(({ toMs }) => toMs);
  return mine.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...mine);
}

const HEADER = `| protection | what was removed | found by | after | seed |
|---|---|---|---|---|
`;

const lineOf = ({ name, removed, found, after, seed }: Row): string =>
  `| ${[name, removed, found || 'not found', after, seed].join(' | ')} |`;
