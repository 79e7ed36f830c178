/** The primary of a cluster: probes and metrics over its workers, which serve the requests. */

import { AggregatorRegistry } from 'prom-client';

import type { LoadedConfig } from '../config/load.js';
import type { MetricsText } from '../http/internal-app.js';
import { listenInternal } from './listeners.js';
import { openParts, type Parts } from './parts.js';
import { preflight, refusalOf } from './preflight.js';
import { probeParts, sendsPausedSince } from './probes.js';
import { endOnUnexpected, stopWhenAsked } from './signals.js';
import { openTelemetry } from './telemetry.js';
import { Workers } from './workers.js';

/**
 * Resolves when all workers serve requests, or when asked to end before that. Throws
 * `StartRefusedError` before any is started.
 */
export async function serveCluster(loaded: LoadedConfig, asked: AbortSignal): Promise<void> {
  const telemetry = openTelemetry(loaded.config);
  const { events } = telemetry;
  endOnUnexpected(telemetry);
  const parts = await openChecked(loaded, telemetry).catch((error: unknown) => {
    if (!asked.aborted) throw error;
  });
  if (!parts) return;
  const workers = new Workers(loaded.config.listen.workers, events);
  const state: { phase: Phase } = { phase: 'starting' };
  const health = {
    notReadyBecause: () => {
      if (state.phase !== 'serving') return state.phase;
      return workers.ready > 0 ? null : ('starting' as const);
    },
    dependencies: () => probeParts(parts),
    sendsPausedSince: () => sendsPausedSince(parts),
  };
  const metrics = makeMetrics();
  const deps = { health, metrics, config: loaded.config, events };
  const internal = await listenInternal(deps).catch(async (error: unknown) => {
    await parts.close();
    throw error;
  });
  const stop = async () => {
    state.phase = 'draining';
    await workers.stop();
    await internal.close(0);
    await parts.close();
  };
  stopWhenAsked(asked, stop, telemetry);
  try {
    if (!asked.aborted) await workers.start();
    state.phase = afterStart(state.phase);
  } catch (error) {
    await stop();
    throw error;
  }
}

type Phase = 'starting' | 'serving' | 'draining';

/** A stop that came while the workers started goes on. */
function afterStart(phase: Phase): Phase {
  return phase === 'draining' ? phase : 'serving';
}

async function openChecked(
  loaded: LoadedConfig,
  { events }: ReturnType<typeof openTelemetry>,
): Promise<Parts> {
  let parts: Parts | undefined;
  try {
    parts = await openParts(loaded, { events, onMessage: () => undefined });
    await preflight(parts, loaded.config);
    return parts;
  } catch (error) {
    await parts?.close();
    throw refusalOf(error) ?? error;
  }
}

/** Series of all workers added up; of gauges the worst where a sum would say nothing. */
function makeMetrics(): () => Promise<MetricsText> {
  const registry = new AggregatorRegistry();
  return async () => ({
    contentType: registry.contentType,
    text: await registry.clusterMetrics(),
  });
}
