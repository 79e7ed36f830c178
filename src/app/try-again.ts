/** Does behind the answer what could not be done before it: a few more times, further and further apart. */

import type { Clock } from './ports/clock.js';
import type { Events } from './ports/events.js';

/** Milliseconds between tries: a store that comes back does so within ten seconds (R120). */
const WAITS_MS = [500, 2_000, 5_000, 10_000];

export interface TryAgainDeps {
  readonly clock: Pick<Clock, 'after'>;
  readonly events: Pick<Events, 'deferred'>;
}

/** Tells of this failure and of each that follows; `work` must be harmless when it is done twice. */
export function tryAgain(
  deps: TryAgainDeps,
  what: Parameters<Events['deferred']>[0],
  work: () => Promise<void>,
): void {
  tryAfter(deps, { what, work }, WAITS_MS);
}

interface PutOff {
  readonly what: Parameters<Events['deferred']>[0];
  readonly work: () => Promise<void>;
}

function tryAfter(deps: TryAgainDeps, putOff: PutOff, [waitMs, ...later]: readonly number[]): void {
  deps.events.deferred(putOff.what);
  if (waitMs === undefined) return;
  deps.clock.after(waitMs, async () => {
    try {
      await putOff.work();
    } catch {
      tryAfter(deps, putOff, later);
    }
  });
}
