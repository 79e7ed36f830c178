/** A bound on how much is under way at once: what comes beyond it is told to come back, at hardly any cost. */

import type { ServerResponse } from 'node:http';

import { RefusalError } from '../app/errors.js';
import { stateOf } from './request-state.js';

/**
 * Requests of one process that are under way at once (R122). Whatever queues behind them, for a connection,
 * for a commit, for the provider, is bounded by it. A process that answers 500 requests a second and more
 * answers the last of them within the deadline of two seconds; sends that hang hold 170 of them at most.
 */
export const MAX_IN_FLIGHT = 512;

/** Counts the requests of one listener. */
export class InFlight {
  #count = 0;

  constructor(private readonly most: number) {}

  /** Answers whether there was room; what entered leaves again. */
  enter(): boolean {
    if (this.#count >= this.most) return false;
    this.#count += 1;
    return true;
  }

  leave(): void {
    this.#count -= 1;
  }
}

/** First in whatever serves a request that costs more than looking something up in memory. */
export function refuseShed(res: ServerResponse): void {
  if (stateOf(res).isShed) throw new RefusalError('temporarily_unavailable');
}
