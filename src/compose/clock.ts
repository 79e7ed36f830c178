/** The clocks of this process; the only place that reads them. */

import type { Clock } from '../app/ports/clock.js';

type Work = () => Promise<void>;

class ProcessClock implements Clock {
  readonly #waiting = new Map<NodeJS.Timeout, Work>();
  readonly #running = new Set<Promise<void>>();

  monotonicMs(): number {
    return performance.now();
  }

  after(ms: number, run: Work): void {
    const timer = setTimeout(() => this.#start(timer), ms).unref();
    this.#waiting.set(timer, run);
  }

  /** Runs what still waits at once, and resolves when all of it has ended. */
  async drain(): Promise<void> {
    for (const timer of [...this.#waiting.keys()]) {
      clearTimeout(timer);
      this.#start(timer);
    }
    await Promise.all(this.#running);
  }

  #start(timer: NodeJS.Timeout): void {
    const run = this.#waiting.get(timer);
    this.#waiting.delete(timer);
    if (!run) return;
    // Whoever puts work off tells of its failure; here there is nobody to tell.
    const done: Promise<void> = run()
      .catch(() => undefined)
      .finally(() => this.#running.delete(done));
    this.#running.add(done);
  }
}

/** One per process, so that a stop finds everything that was put off. */
export const processClock = new ProcessClock();

/** Milliseconds since 1970; for the stores that live in this process, and for comparing clocks. */
export function wallClockMs(): number {
  return Date.now();
}
