/** One direction of a proxied connection: passes bytes on in their order, at once, later or when released. */

import type { Socket } from 'node:net';

interface Chunk {
  readonly data: Buffer;
  /** Milliseconds of `Date.now`; infinite: when released. */
  readonly dueMs: number;
}

export class TcpLane {
  readonly #chunks: Chunk[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly to: Socket) {}

  /** `afterMs` 0: at once, behind what is still waiting. */
  push(data: Buffer, afterMs: number): void {
    this.#chunks.push({ data, dueMs: Date.now() + afterMs });
    this.#drain();
  }

  /** Everything that waits leaves now. */
  release(): void {
    const waiting = this.#chunks.splice(0);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { data } of waiting) this.#write(data);
  }

  #drain(): void {
    if (this.#timer) return;
    for (let head = this.#chunks[0]; head; head = this.#chunks[0]) {
      const waitMs = head.dueMs - Date.now();
      if (waitMs > 0) {
        this.#wait(waitMs);
        return;
      }
      this.#chunks.shift();
      this.#write(head.data);
    }
  }

  #wait(ms: number): void {
    if (!Number.isFinite(ms)) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#drain();
    }, ms);
  }

  #write(data: Buffer): void {
    if (!this.to.destroyed) this.to.write(data);
  }
}
