/** A map whose entries vanish at an instant, without timers. */

interface Entry<V> {
  readonly value: V;
  readonly expiresAtMs: number;
}

/** Sweeps once for as many writes as it holds entries, so that what nobody reads again is dropped too. */
export class ExpiringMap<V> {
  readonly #entries = new Map<string, Entry<V>>();
  #writesUntilSweep = 0;

  /** `now` answers milliseconds. */
  constructor(private readonly now: () => number) {}

  get(key: string): V | undefined {
    return this.#live(key)?.value;
  }

  /** The instant in milliseconds; undefined for what is not there. */
  expiresAtMs(key: string): number | undefined {
    return this.#live(key)?.expiresAtMs;
  }

  set(key: string, value: V, ttlMs: number): void {
    this.#entries.set(key, { value, expiresAtMs: this.now() + ttlMs });
    this.#writesUntilSweep -= 1;
    if (this.#writesUntilSweep < 0) this.#sweep();
  }

  /** Changes a value and leaves its end as it is; what is not there stays so. */
  replace(key: string, value: V): void {
    const entry = this.#live(key);
    if (entry) this.#entries.set(key, { ...entry, value });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  #live(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.expiresAtMs > this.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  #sweep(): void {
    for (const key of this.#entries.keys()) this.#live(key);
    this.#writesUntilSweep = this.#entries.size;
  }
}
