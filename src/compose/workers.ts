/** Keeps a number of worker processes running, and stops them. */

import cluster, { type Worker } from 'node:cluster';

import type { ServiceEvents } from '../app/ports/service-events.js';
import { processClock } from './clock.js';
import { STOP_DEADLINE_MS } from './running.js';
import { StartRefusedError } from './start-refused.js';
import { WORKER_READY } from './worker.js';

/** Before a lost worker is replaced; doubles while workers keep dying young. Milliseconds. */
const RESTART_MS = 100;
const RESTART_MAX_MS = 10_000;
/** A worker that lived this long was healthy. */
const HEALTHY_MS = 10_000;

export class Workers {
  readonly #ready = new Set<number>();
  #restartMs = RESTART_MS;
  #isStopping = false;

  constructor(
    private readonly count: number,
    private readonly events: ServiceEvents,
  ) {}

  /** How many serve requests now. */
  get ready(): number {
    return this.#ready.size;
  }

  /** Resolves when all of them serve, or were stopped meanwhile; rejects when one ends by itself. */
  async start(): Promise<void> {
    const first = Array.from({ length: this.count }, () => this.#fork());
    try {
      await Promise.all(first.map((worker) => firstReady(worker)));
    } catch (error) {
      if (!this.#isStopping) throw error;
    }
  }

  /** Lets every worker finish what it has in flight; resolves when all have ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(workers.map(stopWorker));
  }

  #fork(): Worker {
    const worker = cluster.fork();
    const bornMs = processClock.monotonicMs();
    worker.on('message', (message: unknown) => {
      if (message === WORKER_READY) this.#ready.add(worker.id);
    });
    worker.once('exit', () => {
      this.#ready.delete(worker.id);
      if (!this.#isStopping) this.#replace(processClock.monotonicMs() - bornMs);
    });
    return worker;
  }

  #replace(livedMs: number): void {
    this.events.lifecycle('worker_lost');
    this.#restartMs =
      livedMs > HEALTHY_MS ? RESTART_MS : Math.min(this.#restartMs * 2, RESTART_MAX_MS);
    setTimeout(() => {
      if (!this.#isStopping) this.#fork();
    }, this.#restartMs);
  }
}

function firstReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      if (message === WORKER_READY) resolve();
    });
    worker.once('exit', () =>
      reject(new StartRefusedError('WORKERS', 'one ended while it started')),
    );
  });
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.isDead()) {
      resolve();
      return;
    }
    const timer = setTimeout(() => worker.process.kill('SIGKILL'), STOP_DEADLINE_MS);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.process.kill('SIGTERM');
  });
}
