/** Group commit: requests that arrive while a write is under way share the next one. */

import { StoreUnavailableError } from '../../app/errors.js';
import type { Clock } from '../../app/ports/clock.js';
import { isConnectionLost } from './errors.js';

export interface GroupCommitOptions<Item, Result> {
  /**
   * Commits all items or none; results in the order of the items. Must be repeatable. `take` gives the
   * items that still have time; it is called once, when the connection is there: getting one may last
   * longer than a request waits, and nothing is written after its request gave up.
   */
  readonly write: (take: () => readonly Item[]) => Promise<readonly Result[]>;
  /** Most items of one write. */
  readonly cap: number;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

interface Entry<Item, Result> {
  readonly item: Item;
  readonly deadlineMs: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  timer: NodeJS.Timeout;
  isSettled: boolean;
}

/** Milliseconds before a lost write is tried on a fresh connection; doubled each time it is lost again. */
const RETRY_PAUSE_MS = 20;
/** SQLSTATEs of a write that lost a race and may be run again: serialisation, deadlock, waited too long. */
const LOST_RACE = new Set(['40001', '40P01', '55P03', '57014']);

/**
 * One write at a time, no timer: a lone request is written at once. A batch that fails is replayed item
 * by item, so that one bad item fails alone (decision 6); one that loses a race even so waits behind
 * everybody else and is written alone from then on. A lost connection leaves the outcome unknown: the
 * same items are written again until their deadlines (decision 4).
 */
export class GroupCommit<Item, Result> {
  readonly #queue: Entry<Item, Result>[] = [];
  readonly #contended: Entry<Item, Result>[] = [];
  #isWriting = false;

  constructor(private readonly options: GroupCommitOptions<Item, Result>) {}

  /**
   * Resolves when committed. At `deadlineMs` (the clock's monotonic milliseconds) it rejects with
   * `StoreUnavailableError`: an item still queued is never written, one under way has an unknown end.
   */
  submit(item: Item, deadlineMs: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      const leftMs = deadlineMs - this.options.clock.monotonicMs();
      if (leftMs <= 0) {
        reject(late());
        return;
      }
      const timer = setTimeout(() => {
        settle(entry, () => reject(late()));
      }, leftMs);
      const entry: Entry<Item, Result> = {
        item,
        deadlineMs,
        resolve,
        reject,
        timer,
        isSettled: false,
      };
      this.#queue.push(entry);
      if (!this.#isWriting) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isWriting = true;
    // Requests of the same turn of the event loop go together.
    await Promise.resolve();
    while (this.#queue.length > 0 || this.#contended.length > 0) {
      await this.#writeAll(this.#queue.splice(0, this.options.cap));
      await this.#writeAll(this.#contended.splice(0, 1));
    }
    this.#isWriting = false;
  }

  async #writeAll(
    batch: readonly Entry<Item, Result>[],
    pauseMs: number = RETRY_PAUSE_MS,
  ): Promise<void> {
    let due = this.#due(batch);
    if (due.length === 0) return;
    try {
      const results = await this.options.write(() => {
        due = this.#due(batch);
        return due.map(({ item }) => item);
      });
      due.forEach((entry, position) => answer(entry, results[position]));
    } catch (error) {
      if (isConnectionLost(error)) {
        await pause(pauseMs);
        await this.#writeAll(batch, pauseMs * 2);
      } else {
        await this.#replay(due, error);
      }
    }
  }

  async #replay(due: readonly Entry<Item, Result>[], error: unknown): Promise<void> {
    const [only, ...others] = due;
    if (only !== undefined && others.length === 0) {
      if (hasLostRace(error)) this.#contended.push(only);
      else settle(only, () => only.reject(error));
      return;
    }
    for (const entry of due) await this.#writeAll([entry]);
  }

  #due(batch: readonly Entry<Item, Result>[]): readonly Entry<Item, Result>[] {
    const nowMs = this.options.clock.monotonicMs();
    return batch.filter(({ isSettled, deadlineMs }) => !isSettled && deadlineMs > nowMs);
  }
}

function answer<Item, Result>(entry: Entry<Item, Result>, result: Result | undefined): void {
  settle(entry, () => {
    if (result === undefined) entry.reject(new Error('a write answered too few results'));
    else entry.resolve(result);
  });
}

function settle<Item, Result>(entry: Entry<Item, Result>, how: () => void): void {
  if (entry.isSettled) return;
  entry.isSettled = true;
  clearTimeout(entry.timer);
  how();
}

function hasLostRace(error: unknown): boolean {
  return error instanceof StoreUnavailableError && LOST_RACE.has(error.reason);
}

function late(): StoreUnavailableError {
  return new StoreUnavailableError('postgres', 'deadline');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
