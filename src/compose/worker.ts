/** One worker of a cluster: serves the public listener and tells its primary when it is ready. */

import cluster from 'node:cluster';

import { AggregatorRegistry } from 'prom-client';

import type { LoadedConfig } from '../config/load.js';
import { serve } from './serve.js';
import { endOnUnexpected, stopOnSignal } from './signals.js';
import { openTelemetry } from './telemetry.js';

export const WORKER_READY = 'assay-worker-ready';

/** Resolves when requests are served. */
export async function serveAsWorker(loaded: LoadedConfig): Promise<void> {
  const telemetry = openTelemetry(loaded.config);
  endOnUnexpected(telemetry);
  // Answers the primary's question for this process's metrics.
  new AggregatorRegistry();
  const running = await serve(loaded, {
    telemetry,
    onMessage: () => undefined,
    withInternal: false,
    besides: () => Promise.resolve([]),
  });
  const stop = async () => {
    await running.stop();
    // The channel to the primary alone would keep this process alive.
    cluster.worker?.disconnect();
  };
  stopOnSignal(stop, telemetry);
  // Whoever was started by a primary that is gone serves no more.
  process.on('disconnect', () => void running.stop());
  process.send?.(WORKER_READY);
}
