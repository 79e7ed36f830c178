/** Carries out one planned fault, mends it, and writes down from when to when it lasted. */

import { setTimeout as pause } from 'node:timers/promises';

import { runOn } from '../../tests/support/postgres.js';
import { cli } from '../../tests/support/redis.js';
import type { TcpProxy } from '../../tests/support/tcp-proxy.js';
import type { ChaosEstate } from '../estate/estate.js';
import type { Misbehaviour } from '../estate/provider.js';
import type { FaultEvent } from '../history/events.js';
import type { Recorder } from '../history/recorder.js';
import type { FaultKind, PlannedFault } from '../plan/faults.js';

type InForce = NonNullable<FaultEvent['inForce']>;
/** Resolves once it is mended; `held` is told when it held for certain, where that is known. */
type Inject = (
  estate: ChaosEstate,
  fault: PlannedFault,
  held: (inForce: InForce) => void,
) => Promise<void>;

/** A reply is waited for no longer than this: in a lull there may be none to lose. */
const TRAP_MS = 1_500;
/** Of a reply that is cut: within the first line, or within the first few rows. */
const CUT_WITHIN_BYTES = 60;
/** What Redis may hold where it is to refuse every script that writes. */
const NO_MEMORY = '1mb';

const TERMINATE =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND client_port IS NOT NULL';

const INJECT: Readonly<Record<FaultKind, Inject>> = {
  kill: ({ instances }, { dice, durationMs }) => instances.kill(instances.pick(dice), durationMs),
  roll: async ({ instances }, { dice }) => {
    await instances.roll(instances.pick(dice));
  },
  ...proxied('redis', ({ redis }) => redis.proxy, 'evalsha'),
  redis_oom: told(['config', 'set', 'maxmemory', NO_MEMORY], ['config', 'set', 'maxmemory', '0']),
  redis_read_only: told(['replicaof', '127.0.0.1', '1'], ['replicaof', 'no', 'one']),
  redis_script_flush: async ({ redis }) => {
    await cli(redis.port, 'script', 'flush');
  },
  redis_failover: ({ redis }, { durationMs }) => redis.failOver(durationMs),
  redis_flush: async ({ redis }) => {
    await cli(redis.port, 'flushall');
  },
  ...proxied('postgres', ({ postgresProxy }) => postgresProxy, 'attemptId'),
  postgres_terminate: async ({ postgres }) => {
    await runOn(postgres.url, TERMINATE);
  },
  postgres_restart: async ({ postgres }, { durationMs }) => {
    await postgres.crash();
    await pause(durationMs);
    await postgres.start();
  },
  twilio_refuse: ({ provider }, { durationMs }) => during(provider.proxy, durationMs, 'refuse'),
  twilio_reset: misbehaving('reset'),
  twilio_hang: misbehaving('hang'),
  twilio_late: misbehaving('late'),
  twilio_5xx: misbehaving('5xx'),
  twilio_429: misbehaving('429'),
  twilio_opted_out: misbehaving('opted_out'),
  twilio_html: misbehaving('html'),
};

export async function inject(
  estate: ChaosEstate,
  recorder: Recorder,
  fault: PlannedFault,
): Promise<void> {
  const fromMs = Date.now();
  let inForce: InForce | undefined;
  await INJECT[fault.kind](estate, fault, (held) => {
    inForce = held;
  });
  const { n, kind, isLossy } = fault;
  recorder.add({ type: 'fault', n, kind, fromMs, toMs: Date.now(), isLossy, inForce });
}

type Proxied<Part extends string> = Readonly<
  Record<`${Part}_${'cut' | 'lose_reply' | 'refuse' | 'hang' | 'hold' | 'delay'}`, Inject>
>;

/** What can happen on the way to a server. */
function proxied<Part extends 'redis' | 'postgres'>(
  part: Part,
  proxyOf: (estate: ChaosEstate) => TcpProxy,
  marker: string,
): Proxied<Part> {
  const ways = {
    [`${part}_cut`]: (estate, { dice }) =>
      sprung(proxyOf(estate), (proxy) => proxy.cutReplyAfter(Math.floor(dice * CUT_WITHIN_BYTES))),
    [`${part}_lose_reply`]: (estate) =>
      sprung(proxyOf(estate), (proxy) => proxy.loseReplyTo(marker)),
    [`${part}_refuse`]: (estate, { durationMs }) => during(proxyOf(estate), durationMs, 'refuse'),
    [`${part}_hang`]: async (estate, { durationMs }) => {
      const proxy = proxyOf(estate);
      await during(proxy, durationMs, 'hang');
      // What was swallowed leaves a connection out of step.
      proxy.cut();
    },
    [`${part}_hold`]: (estate, { durationMs }) => during(proxyOf(estate), durationMs, 'hold'),
    [`${part}_delay`]: async (estate, { durationMs, dice }) => {
      const proxy = proxyOf(estate);
      proxy.slow(20 + Math.floor(dice * 400));
      await pause(durationMs);
      proxy.restore();
    },
  } satisfies Record<string, Inject>;
  return ways as unknown as Proxied<Part>;
}

async function during(
  proxy: TcpProxy,
  durationMs: number,
  how: 'refuse' | 'hang' | 'hold',
): Promise<void> {
  proxy[how]();
  await pause(durationMs);
  proxy.restore();
}

async function sprung(proxy: TcpProxy, set: (proxy: TcpProxy) => Promise<void>): Promise<void> {
  await Promise.race([set(proxy), pause(TRAP_MS)]);
  proxy.restore();
}

/** What the Redis of the moment is told, and what it is told again afterwards. */
function told(broken: readonly string[], mend: readonly string[]): Inject {
  return async ({ redis: { port } }, { durationMs }, held) => {
    await cli(port, ...broken);
    const fromMs = Date.now();
    await pause(durationMs);
    held({ fromMs, toMs: Date.now() });
    await cli(port, ...mend);
  };
}

function misbehaving(how: Misbehaviour): Inject {
  return async ({ provider }, { durationMs }) => {
    provider.behave(how);
    await pause(durationMs);
    provider.behave('accept');
  };
}
