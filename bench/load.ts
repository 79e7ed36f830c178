/** A bounded closed-loop load: so many requests, so many at a time, each timed. */

import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface LoadRequest {
  readonly path: string;
  readonly body: unknown;
  /** Every other status is counted as unexpected. */
  readonly expected: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly unexpected: number;
}

export interface Target {
  readonly url: string;
  readonly credential: string;
}

export async function runLoad(
  target: Target,
  requests: readonly LoadRequest[],
  concurrency: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latencies: number[] = [];
  let next = 0;
  let unexpected = 0;
  const worker = async (): Promise<void> => {
    for (let turn = next++; turn < requests.length; turn = next++) {
      const one = requests[turn];
      if (!one) return;
      const startedMs = performance.now();
      const status = await send(agent, target, one);
      latencies.push(performance.now() - startedMs);
      if (status !== one.expected) unexpected += 1;
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - startedMs) / 1_000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return {
    requests: requests.length,
    perSecond: requests.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    unexpected,
  };
}

/** Of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** One request; answers its status. */
export function send(
  agent: Agent,
  target: Target,
  { path, body }: Pick<LoadRequest, 'path' | 'body'>,
): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(target.url + path, {
      agent,
      method: 'POST',
      headers: {
        authorization: `Bearer ${target.credential}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    });
    call.on('response', (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}
