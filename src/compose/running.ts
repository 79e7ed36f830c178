/** The state of one serving process, and how it ends. */

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { Health } from '../http/health.js';
import type { Listener } from '../http/listen.js';
import { processClock } from './clock.js';
import type { Parts } from './parts.js';
import { probeParts, sendsPausedSince } from './probes.js';

/** Longer than the longest request: a send waits five seconds for its provider. */
export const DRAIN_MS = 8_000;
/** After this long a stop ends the process whatever is left. */
export const STOP_DEADLINE_MS = 12_000;

export type Phase = 'starting' | 'draining' | 'ready';

/** What the probes see; shared by the listeners and the process's signals. */
export class Readiness {
  phase: Phase = 'starting';

  health(parts: Parts): Health {
    return {
      notReadyBecause: () => (this.phase === 'ready' ? null : this.phase),
      dependencies: () => probeParts(parts),
      sendsPausedSince: () => sendsPausedSince(parts),
    };
  }
}

export interface Running {
  /** Where the public listener is; port 0 in the settings is resolved here. */
  readonly publicPort: number;
  readonly internalPort: number | null;
  /** Not ready, finish what is in flight, close everything. Repeatable: later calls wait for the first. */
  readonly stop: () => Promise<void>;
}

export interface Closing {
  readonly readiness: Readiness;
  readonly events: ServiceEvents;
  readonly parts: Parts;
  readonly publicListener: Listener;
  /** Closed after the public one, so that probes see the draining. */
  readonly others: readonly Pick<Listener, 'close'>[];
  readonly stopLoops: () => Promise<void>;
}

export function makeStop(closing: Closing): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => (stopped ??= stop(closing));
}

async function stop(closing: Closing): Promise<void> {
  const { readiness, events, parts } = closing;
  readiness.phase = 'draining';
  events.lifecycle('draining');
  await closing.publicListener.close(DRAIN_MS);
  await closing.stopLoops();
  await processClock.drain();
  await Promise.all(closing.others.map((listener) => listener.close(0)));
  await parts.close();
  events.lifecycle('stopped');
}
