/** A load at a fixed rate, however slow the answers are: each request is timed from when it was due. */

import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { quantile, send, type LoadRequest, type Target } from './load.js';

export interface Pace {
  readonly requests: readonly Pick<LoadRequest, 'path' | 'body'>[];
  readonly perSecond: number;
}

export interface PacedResult {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Resolves when the last one is answered. */
export async function runPaced(target: Target, pace: Pace): Promise<PacedResult> {
  const agent = new Agent({ keepAlive: true });
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const startedMs = performance.now();
  const all = pace.requests.map(async (request, at) => {
    const dueMs = startedMs + (at * 1_000) / pace.perSecond;
    await pause(Math.max(0, dueMs - performance.now()));
    const status = await send(agent, target, request);
    latencies.push(performance.now() - dueMs);
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  await Promise.all(all);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), statuses };
}
