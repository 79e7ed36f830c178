/** The operator's switch for all sends as this process knows it (R031). */

import { RefusalError } from '../errors.js';
import type { SendPause, SendPauseStore } from '../ports/send-pause-store.js';

/** An operator decides when it ends: a repeat every minute is soon enough. */
const RETRY_SECONDS = 60;

export const PAUSED_DETAIL = 'The operator of this service has paused all messages.';

export function sendsPaused(): RefusalError {
  return new RefusalError('sms_unavailable', {
    retryAfterSeconds: RETRY_SECONDS,
    detail: PAUSED_DETAIL,
  });
}

/**
 * Loaded before the first request is served and every two seconds from then on. While the database is
 * away what was known last stands: a pause outlives an outage, and an outage pauses nothing.
 */
export class SendSwitch {
  #pause: SendPause | null = null;
  #asked = 0;
  #known = 0;

  constructor(private readonly store: Pick<SendPauseStore, 'read'>) {}

  /** Null while sends go out. */
  get pause(): SendPause | null {
    return this.#pause;
  }

  /** Of overlapping calls the one that asked last stays. Rejects when the database does not answer. */
  async refresh(): Promise<void> {
    const asked = (this.#asked += 1);
    const pause = await this.store.read();
    if (asked < this.#known) return;
    this.#known = asked;
    this.#pause = pause;
  }

  /** Asked before anything of a send is reserved. Throws `sms_unavailable` while sends are paused. */
  requireOn(): void {
    if (this.#pause) throw sendsPaused();
  }
}
