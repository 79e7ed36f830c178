/** Series of the parts Assay stands on: whether they answer, how far their clocks are off, what fails (R127). */

import { Counter, Gauge, type Registry } from 'prom-client';

import type { ServiceEvents } from '../app/ports/service-events.js';

type PartEvents = Pick<
  ServiceEvents,
  'storeFault' | 'dependency' | 'clockSkew' | 'bug' | 'sendsPaused' | 'redisEvicts'
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
  const skew = new Gauge({
    name: 'assay_clock_skew_seconds',
    help: 'How far the clock of a part is from the clock of this process.',
    labelNames: ['part'],
    aggregator: 'max',
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
    clockSkew: (part, skewMs) => skew.set({ part }, Math.abs(skewMs) / 1_000),
    bug: (place) => bugs.inc({ place }),
    ...switchSeries(registry),
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
