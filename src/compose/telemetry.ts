/** Logs and metrics of this process. */

import { register } from 'prom-client';
import { pino } from 'pino';

import type { ServiceEvents } from '../app/ports/service-events.js';
import type { Config } from '../config/config.js';
import type { MetricsText } from '../http/internal-app.js';
import { fanOut } from '../telemetry/fan-out.js';
import { logEvents, makeLogger } from '../telemetry/log.js';
import { metricEvents, tellCeiling } from '../telemetry/metrics.js';

export interface Telemetry {
  readonly events: ServiceEvents;
  readonly metrics: () => Promise<MetricsText>;
  /** Writes what is buffered before it returns. */
  flush(): void;
}

/** Once per process: metrics live in prom-client's global registry, which the cluster's primary collects. */
export function openTelemetry(config: Pick<Config, 'logLevel' | 'sendLimits'>): Telemetry {
  tellCeiling(register, config.sendLimits);
  // Asynchronous, so that a slow reader of the log never holds a sign-in up.
  const destination = pino.destination({ fd: 1, sync: false });
  const logger = makeLogger(config.logLevel, destination);
  return {
    events: fanOut(logEvents(logger), metricEvents(register)),
    metrics: async () => ({ contentType: register.contentType, text: await register.metrics() }),
    flush: () => flush(destination),
  };
}

function flush(destination: { flushSync(): void }): void {
  try {
    destination.flushSync();
  } catch {
    // Standard output is gone, and there is nobody left to tell.
  }
}
