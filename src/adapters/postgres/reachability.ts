/** Remembers whether the database could be reached, and asks again by itself while it could not. */

/** Milliseconds between two tries while it is down. */
const PROBE_INTERVAL_MS = 250;

export class Reachability {
  #isDown = false;
  #timer: NodeJS.Timeout | undefined;

  /** `probe` rejects while the database is away; it reports to this object like everybody else. */
  constructor(private readonly probe: () => Promise<unknown>) {}

  isDown(): boolean {
    return this.#isDown;
  }

  succeeded(): void {
    this.#isDown = false;
    this.stop();
  }

  /** While it is down nobody else may ask: verify refuses before it charges (decision 5). */
  failed(): void {
    this.#isDown = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.probe().catch(() => undefined);
    }, PROBE_INTERVAL_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
