/** Series of the parts Assay stands on: whether they answer, how far their clocks are off, what fails (R127). */

import { Counter, Gauge, type Registry } from 'prom-client';

import type { ServiceEvents } from '../app/ports/service-events.js';

type PartEvents = Pick<
  ServiceEvents,
  | 'storeFault'
  | 'dependency'
  | 'clockSkew'
  | 'bug'
  | 'sendsPaused'
  | 'redisEvicts'
  | 'partLatency'
  | 'keyAges'
>;

export function partSeries(registry: Registry): PartEvents {
  const registers = [registry];
  const faults = new Counter({
    name: 'assay_store_faults_total',
    help: 'Calls that Redis or PostgreSQL could not answer.',
    labelNames: ['part', 'place'],
    registers,
  });
  // Of several processes the worst is shown.
  const up = new Gauge({
    name: 'assay_dependency_up',
    help: '1 while the part answers.',
    labelNames: ['part'],
    aggregator: 'min',
    registers,
  });
  const bugs = new Counter({
    name: 'assay_bugs_total',
    help: 'Errors that nothing expected.',
    labelNames: ['place'],
    registers,
  });
  return {
    storeFault: ({ part, place }) => faults.inc({ part, place }),
    dependency: (part, state) => up.set({ part }, state === 'up' ? 1 : 0),
    bug: (place) => bugs.inc({ place }),
    ...lookSeries(registry),
    ...switchSeries(registry),
    ...keySeries(registry),
  };
}

function lookSeries(registry: Registry): Pick<ServiceEvents, 'clockSkew' | 'partLatency'> {
  const registers = [registry];
  const skew = new Gauge({
    name: 'assay_clock_skew_seconds',
    help: 'How far the clock of a part is from the clock of this process.',
    labelNames: ['part'],
    aggregator: 'max',
    registers,
  });
  const latency = new Gauge({
    name: 'assay_dependency_latency_seconds',
    help: 'How long the part took to answer the last look.',
    labelNames: ['part'],
    aggregator: 'max',
    registers,
  });
  return {
    clockSkew: (part, skewMs) => skew.set({ part }, Math.abs(skewMs) / 1_000),
    partLatency: (part, latencyMs) => latency.set({ part }, latencyMs / 1_000),
  };
}

function switchSeries(registry: Registry): Pick<ServiceEvents, 'sendsPaused' | 'redisEvicts'> {
  const registers = [registry];
  const paused = new Gauge({
    name: 'assay_sends_paused',
    help: 'Whether the operator has paused all sends: 1 while paused.',
    aggregator: 'max',
    registers,
  });
  const evicts = new Gauge({
    name: 'assay_redis_evicts',
    help: '1 while Redis may drop counters and challenges by itself when it is full.',
    aggregator: 'max',
    registers,
  });
  return {
    sendsPaused: (isPaused) => paused.set(isPaused ? 1 : 0),
    redisEvicts: (isEvicting) => evicts.set(isEvicting ? 1 : 0),
  };
}

function keySeries(registry: Registry): Pick<ServiceEvents, 'keyAges'> {
  const registers = [registry];
  const signing = new Gauge({
    name: 'assay_signing_key_age_seconds',
    help: 'Since when the key that signs now has signed; 0 while none can sign.',
    aggregator: 'max',
    registers,
  });
  const credentials = new Gauge({
    name: 'assay_credential_expiry_seconds',
    help: 'Until the first client has no credential left that lives; 0 while there is none.',
    aggregator: 'min',
    registers,
  });
  return {
    keyAges: ({ signingKeyMs, credentialsMs }) => {
      signing.set((signingKeyMs ?? 0) / 1_000);
      credentials.set((credentialsMs ?? 0) / 1_000);
    },
  };
}
