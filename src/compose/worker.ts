/** One worker of a cluster: serves the public listener and tells its primary when it is ready. */

import cluster from 'node:cluster';

import { AggregatorRegistry } from 'prom-client';

import type { LoadedConfig } from '../config/load.js';
import { serveUnlessAsked } from './serve.js';
import { endOnUnexpected, stopWhenAsked } from './signals.js';
import { openTelemetry } from './telemetry.js';

export const WORKER_READY = 'assay-worker-ready';

/** Resolves when requests are served, or when asked to end before that. */
export async function serveAsWorker(loaded: LoadedConfig, asked: AbortSignal): Promise<void> {
  const telemetry = openTelemetry(loaded.config);
  endOnUnexpected(telemetry);
  // Answers the primary's question for this process's metrics.
  new AggregatorRegistry();
  const running = await serveUnlessAsked(loaded, {
    telemetry,
    asked,
    onMessage: () => undefined,
    withInternal: false,
    besides: () => Promise.resolve([]),
  }).catch((error: unknown) => {
    leaveCluster();
    throw error;
  });
  const stop = async () => {
    await running?.stop();
    leaveCluster();
  };
  stopWhenAsked(asked, stop, telemetry);
  if (running === null) return;
  // Whoever was started by a primary that is gone serves no more.
  process.on('disconnect', () => void running.stop());
  process.send?.(WORKER_READY);
}

/** The channel to the primary alone would keep this process alive. */
function leaveCluster(): void {
  cluster.worker?.disconnect();
}
