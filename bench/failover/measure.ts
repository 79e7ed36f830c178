/** What the callers saw of each kill. Pure. */

import { grouped } from '../../chaos/check/lookup.js';
import type { CallEvent } from '../../chaos/history/events.js';

export interface Kill {
  readonly atMs: number;
  /** When the group itself had another master. */
  readonly replacedMs: number;
  /** When the killed node was a replica in step. */
  readonly mendedMs: number;
}

/** Seconds from the kill; null where no call was told to come back. */
export interface Outage {
  readonly replaced: number;
  readonly mended: number;
  readonly first503: number | null;
  readonly last503: number | null;
  /** By when every kind of call had succeeded again. */
  readonly served: number | null;
  readonly calls: number;
  readonly refused: number;
  /** Repeats of a call that was cut off while it was under way: 409 `idempotency_in_progress`. */
  readonly inProgress: number;
  /** What the unluckiest caller waited, from the first try to the answer. */
  readonly longestWait: number;
}

/** `untilMs`: of the last call. Each call belongs to the kill before it. */
export function outagesOf(
  calls: readonly CallEvent[],
  kills: readonly Kill[],
  untilMs: number,
): Outage[] {
  return kills.map((kill, at) => {
    const endMs = kills[at + 1]?.atMs ?? untilMs;
    const during = calls.filter(({ toMs }) => toMs >= kill.atMs && toMs < endMs);
    return { ...outageOf(during, kill), longestWait: longestWait(calls, during) };
  });
}

/** Over the calls whose first try fell into this time, whenever they were answered. */
function longestWait(calls: readonly CallEvent[], during: readonly CallEvent[]): number {
  const tries = grouped(calls, ({ key }) => key);
  const waits = [...grouped(during, ({ key }) => key)].map(([key, [first]]) => {
    const all = tries.get(key) ?? [];
    return all[0] === first ? Math.max(...all.map(({ toMs }) => toMs)) - (first?.fromMs ?? 0) : 0;
  });
  return Math.max(0, ...waits) / 1_000;
}

function outageOf(
  calls: readonly CallEvent[],
  { atMs, replacedMs, mendedMs }: Kill,
): Omit<Outage, 'longestWait'> {
  const seconds = (ms: number): number => (ms - atMs) / 1_000;
  const refused = calls.filter(({ status }) => status === 503).sort((a, b) => a.toMs - b.toMs);
  const [first, last] = [refused[0], refused.at(-1)];
  const kinds = [...new Set(refused.map(({ kind }) => kind))];
  const again = kinds.map((kind) => {
    const lastMs = refused.findLast((call) => call.kind === kind)?.toMs ?? atMs;
    const after = calls.filter((call) => call.kind === kind && isServed(call, lastMs));
    return Math.min(...after.map(({ toMs }) => toMs));
  });
  return {
    ...{ replaced: seconds(replacedMs), mended: seconds(mendedMs) },
    first503: first ? seconds(first.toMs) : null,
    last503: last ? seconds(last.toMs) : null,
    served: again.length > 0 ? seconds(Math.max(...again)) : null,
    ...{ calls: calls.length, refused: refused.length },
    inProgress: calls.filter(({ code }) => code === 'idempotency_in_progress').length,
  };
}

const isServed = ({ status, toMs, code }: CallEvent, sinceMs: number): boolean =>
  status !== 503 && status !== 0 && code !== 'idempotency_in_progress' && toMs >= sinceMs;
