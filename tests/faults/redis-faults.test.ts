/** Every way in which one Redis may fail under a running instance: told, bounded, and over by itself. */

import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import { forgetSends } from '../attack/verify/sign-in.js';
import { openEstate, type Estate } from '../support/estate.js';
import { answered } from '../support/login-service.js';
import { cli, until } from '../support/redis.js';
import { approvals, expectRecovered, expectRefused, OF_REDIS, prepare } from './scene.js';

/** `key-load-delay` is in microseconds: a load of seconds that ends when it is set to 0. */
const LOADING = [
  '--enable-debug-command',
  'local',
  '--loading-process-events-interval-bytes',
  '1024',
];

let estate: Estate;
beforeAll(async () => {
  estate = await openEstate({ redisOptions: LOADING });
}, 180_000);
afterAll(() => estate.close());

const redis = (...command: string[]): Promise<string> => cli(estate.redis.port, ...command);
const set = (name: string, value: string) => redis('config', 'set', name, value);

interface Fault {
  readonly fault: string;
  /** Answers how to end it. */
  readonly begin: () => Promise<() => unknown>;
}

const FAULTS: readonly Fault[] = [
  {
    fault: 'refuses connections',
    begin: async () => {
      estate.redisProxy.refuse();
      return () => estate.redisProxy.restore();
    },
  },
  {
    fault: 'says nothing any more, and its connections stay open',
    begin: async () => {
      estate.redisProxy.hang();
      // What was swallowed is lost, which no connection survives.
      return () => {
        estate.redisProxy.refuse();
        estate.redisProxy.restore();
      };
    },
  },
  {
    fault: 'is read-only',
    begin: async () => {
      await redis('replicaof', '127.0.0.1', '1');
      return () => redis('replicaof', 'no', 'one');
    },
  },
  {
    fault: 'misses its replicas',
    begin: async () => {
      await set('min-replicas-to-write', '1');
      return () => set('min-replicas-to-write', '0');
    },
  },
  { fault: 'cannot save its data', begin: failToSave },
  { fault: 'loads its data', begin: load },
  { fault: 'has no connection left to give', begin: useUpConnections },
  { fault: 'runs a script that does not end', begin: runWithoutEnd },
  {
    fault: 'asks for another password',
    begin: async () => {
      await set('requirepass', 'another');
      await cli(estate.redis.port, '-a', 'another', 'client', 'kill', 'type', 'normal');
      return () => cli(estate.redis.port, '-a', 'another', 'config', 'set', 'requirepass', '');
    },
  },
];

it.each(FAULTS)(
  'R108, R111: Redis $fault: 503 in time, nothing sent, charged or approved, and all goes on within ten seconds of its end',
  async ({ begin }) => {
    const scene = await prepare(estate);
    await forgetSends(estate);
    const end = await begin();
    try {
      await expectRefused(estate, scene, OF_REDIS);
      expect(await approvals(estate, scene.id)).toBe(0);
    } finally {
      await end();
    }
    await expectRecovered(estate, scene, OF_REDIS);
  },
  180_000,
);

it('R108, R120: Redis answers ten seconds late: 503 in time, nothing sent or approved, and a code in hand works at once afterwards', async () => {
  const scene = await prepare(estate);
  await forgetSends(estate);
  estate.redisProxy.slow(10_000);
  await expectRefused(estate, scene, OF_REDIS);
  expect(await approvals(estate, scene.id)).toBe(0);
  estate.redisProxy.restore();
  await expectRecovered(estate, scene, ['verify', 'guess']);
}, 180_000);

it('R108: Redis answers 300 ms late: everything is answered as ever', async () => {
  const scene = await prepare(estate);
  await forgetSends(estate);
  estate.redisProxy.slow(300);
  try {
    await expectRecovered(estate, scene, OF_REDIS);
  } finally {
    estate.redisProxy.restore();
  }
}, 180_000);

it('R111: Redis forgot its scripts: everything is answered as ever', async () => {
  const scene = await prepare(estate);
  await forgetSends(estate);
  await redis('script', 'flush');
  await expectRecovered(estate, scene, OF_REDIS);
}, 180_000);

it('R033: Redis is full: codes in hand are taken and five wrong ones counted, and nothing is begun or sent', async () => {
  const scene = await prepare(estate);
  await forgetSends(estate);
  await set('maxmemory', '1mb');
  try {
    await expectRefused(estate, scene, ['start', 'resend', 'enrol']);
    expect(await answered(scene.calls.guess)).toMatchObject({
      status: 422,
      body: { attemptsRemaining: 4 },
    });
    expect(await answered(scene.calls.verify)).toMatchObject({ status: 200 });
  } finally {
    await set('maxmemory', '0');
  }
  await expectRecovered(estate, scene, OF_REDIS);
}, 180_000);

it('R111: Redis is emptied: challenges are gone, what was approved stays approved once, and people begin anew', async () => {
  const scene = await prepare(estate);
  expect(await answered(scene.calls.verify)).toMatchObject({ status: 200 });
  await redis('flushall');
  expect(await answered(() => estate.login.verify(scene.id, scene.code))).toMatchObject({
    status: 404,
    body: { code: 'challenge_not_found' },
  });
  expect(await approvals(estate, scene.id)).toBe(1);
  expect(await answered(scene.calls.start)).toMatchObject({ status: 201 });
}, 180_000);

it('R121: Redis begins to evict while all runs: told by /health/dependencies, the metrics and the log until it is mended', async () => {
  const internal = estate.services[0]?.internalUrl ?? '';
  const health = async () =>
    (await (await fetch(`${internal}/health/dependencies`)).json()) as object;
  const metrics = async () => (await fetch(`${internal}/metrics`)).text();
  await set('maxmemory-policy', 'allkeys-lru');
  await until(async () => (await metrics()).includes('assay_redis_evicts 1'));
  expect(await health()).toMatchObject({
    status: 'degraded',
    parts: expect.arrayContaining([
      expect.objectContaining({ part: 'redis', status: 'up', evicts: true }),
    ]),
  });
  await until(async () => estate.services[0]?.output().includes('"redis_evicts"') ?? false);
  await set('maxmemory-policy', 'noeviction');
  await until(async () => (await metrics()).includes('assay_redis_evicts 0'));
  expect(await health()).toMatchObject({ status: 'up' });
}, 180_000);

async function failToSave(): Promise<() => Promise<unknown>> {
  const saved = async (status: string) => {
    await until(async () => {
      await redis('bgsave');
      return (await redis('info', 'persistence')).includes(`rdb_last_bgsave_status:${status}`);
    });
  };
  const [, folder = ''] = (await redis('config', 'get', 'dir')).split('\n');
  const inTheWay = join(folder, 'dump.rdb');
  await set('save', '3600 1');
  await mkdir(inTheWay);
  await saved('err');
  return async () => {
    await rmdir(inTheWay);
    await saved('ok');
  };
}

async function load(): Promise<() => Promise<unknown>> {
  await redis('debug', 'populate', '4000');
  await set('key-load-delay', '5000');
  const loaded = redis('debug', 'reload');
  await until(async () => (await redis('info', 'persistence')).includes('loading:1'));
  return async () => {
    await set('key-load-delay', '0');
    await loaded;
  };
}

async function useUpConnections(): Promise<() => Promise<unknown>> {
  const one = new Redis(estate.redis.port, '127.0.0.1');
  await one.call('CONFIG', 'SET', 'maxclients', '1');
  await one.call('CLIENT', 'KILL', 'TYPE', 'normal');
  return async () => {
    await one.call('CONFIG', 'SET', 'maxclients', '10000');
    one.disconnect();
  };
}

async function runWithoutEnd(): Promise<() => Promise<unknown>> {
  await set('busy-reply-threshold', '50');
  const ended = redis('eval', 'while true do end', '0');
  await until(async () => (await redis('ping')).startsWith('BUSY'));
  return async () => {
    await redis('script', 'kill');
    await ended;
  };
}
