/** What a run says of itself at the end. */

import type { History, Violation } from './history/events.js';

/** Of each check, so many violations are told in full. */
const TOLD_EACH = 5;

export function reportOf(
  { seed, seconds }: { seed: string; seconds: number },
  history: History,
  violations: readonly Violation[],
): string {
  const { calls, faults, farewells, final } = history;
  return [
    `seed ${seed}: ${String(calls.length)} requests and ${String(faults.length)} faults in ${String(Math.round(seconds))} s`,
    table('faults', counted(faults.map(({ kind }) => kind))),
    table('answers', counted(calls.map(toldBy))),
    table('rows', counted(final.attempts.map(({ outcome }) => outcome))),
    table(
      'SMS',
      counted(history.sms.map(({ how, code }) => (code === undefined ? 'notice' : how))),
    ),
    table('at the end', counted(farewells.map(({ end, limit, code }) => limit ?? code ?? end))),
    ...told(violations),
    violations.length === 0 ? 'no violation' : `${String(violations.length)} violations`,
  ].join('\n');
}

const toldBy = ({ kind, status, code, answer }: History['calls'][number]): string =>
  `${kind} ${status === 0 ? 'lost' : `${String(status)} ${code ?? answer?.status ?? ''}`}`.trim();

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function table(title: string, counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].map(([name, count]) => `  ${name.padEnd(48)}${String(count)}`);
  return [title, ...lines].join('\n');
}

function told(violations: readonly Violation[]): string[] {
  const seen = new Map<string, number>();
  return violations.flatMap(({ check, what, operations }) => {
    const nth = (seen.get(check) ?? 0) + 1;
    seen.set(check, nth);
    if (nth > TOLD_EACH) return [];
    return [`VIOLATION ${check}: ${what} (operations ${operations.join(', ') || 'none'})`];
  });
}
