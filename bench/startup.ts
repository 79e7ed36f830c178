/** From the start of the process to ready: in production mode, and embedded for the first and a later time. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { freePort } from '../tests/support/loopback.js';
import { launch, type Service } from '../tests/support/service.js';
import { residentMegabytes } from './memory.js';
import { median } from './statistics.js';

const RUNS = 5;

export interface Startup {
  /** Milliseconds, median. */
  readonly readyMs: number;
  /** Resident, right after ready; median. */
  readonly megabytes: number;
}

export async function benchStartup(env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const embedded = async (dir: string): Promise<Record<string, string>> => ({
    PATH: env['PATH'] ?? '',
    PORT: String(await freePort()),
    INTERNAL_PORT: String(await freePort()),
    ASSAY_DATA_DIR: join(folder, dir),
    LOG_LEVEL: 'warn',
  });
  const fresh = async (): Promise<Record<string, string>> => ({
    ...env,
    PORT: String(await freePort()),
    INTERNAL_PORT: String(await freePort()),
  });
  let first = 0;
  const result = {
    production: await measure(fresh),
    embeddedFirst: await measure(() => embedded(`first-${String((first += 1))}`)),
    embeddedAgain: await measure(() => embedded('first-1')),
  };
  rmSync(folder, { recursive: true });
  return result;
}

async function measure(envOf: () => Promise<Record<string, string>>): Promise<Startup> {
  const times: number[] = [];
  const sizes: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const env = await envOf();
    const startedMs = performance.now();
    const service: Service = await launch(env);
    times.push(performance.now() - startedMs);
    sizes.push(residentMegabytes(service.process.pid ?? 0));
    await service.stop();
  }
  return { readyMs: median(times), megabytes: median(sizes) };
}
