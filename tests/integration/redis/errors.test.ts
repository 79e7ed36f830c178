/** What becomes of ioredis errors: a short class, and nothing of the command (R125). */

import { inspect } from 'node:util';

import { RedisChallengeStore } from '../../../src/adapters/redis/challenge-store.js';
import { redisError } from '../../../src/adapters/redis/errors.js';
import {
  attemptOutcome,
  openOutcome,
  reserveOutcome,
} from '../../../src/adapters/redis/outcomes.js';
import { challenge, subject } from '../../../src/adapters/redis/reply.js';
import { attempt, start } from '../../contract/challenge-store.harness.js';
import { cli, connectTestRedis, startRedisServer, testHasher } from '../../support/redis.js';

const reply = (message: string) =>
  Object.assign(new Error(message), { name: 'ReplyError', command: { args: ['SEEDED'] } });

describe('redisError', () => {
  it.each([
    [reply('OOM command not allowed when used memory > maxmemory'), 'OOM'],
    [reply("READONLY You can't write against a read only replica."), 'READONLY'],
    [reply('LOADING Redis is loading the dataset in memory'), 'LOADING'],
    [reply('CLUSTERDOWN The cluster is down'), 'CLUSTERDOWN'],
    [reply('NOREPLICAS Not enough good replicas to write.'), 'NOREPLICAS'],
    [reply('MISCONF Errors writing to the AOF file'), 'MISCONF'],
    [reply('ERR max number of clients reached'), 'MAXCLIENTS'],
    [reply('ERR Script attempted to access a non local key in a cluster node: SEEDED'), 'MOVED'],
    [reply('ERR Script attempted to execute a command while the cluster is down'), 'CLUSTERDOWN'],
    [new Error('Command timed out'), 'timeout'],
    [new Error("Socket timeout. Expecting data, but didn't receive any in 1ms."), 'timeout'],
    [new Error('Too many Cluster redirections. Last error: SEEDED'), 'MOVED'],
    [Object.assign(new Error('connect SEEDED'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new Error('Connection is closed.'), 'connection'],
    ['SEEDED', 'unknown'],
  ])('turns %j into StoreUnavailableError %s', (error, reason) => {
    const known = redisError(error, 'attempt-code');
    expect(known).toMatchObject({ name: 'StoreUnavailableError', part: 'redis', reason });
    expect(inspect(known, { depth: 9 })).not.toContain('SEEDED');
  });

  it('leaves a script that fails by itself a bug, without what it was given', () => {
    const broken = reply('ERR user_script:12: SEEDED script: abc, on @user_script:12.');
    const known = redisError(broken, 'attempt-code');
    expect(known.name).toBe('Error');
    expect(known.message).toBe('redis script attempt-code failed at line 12');
    expect(inspect(known, { depth: 9 })).not.toContain('SEEDED');
  });
});

it('R125: no error of a refused command shows a digest, an id or a nonce', async () => {
  const server = await startRedisServer();
  const redis = await connectTestRedis(server.url);
  try {
    const store = new RedisChallengeStore(redis, { keyHasher: testHasher() });
    await cli(server.port, 'config', 'set', 'min-replicas-to-write', '1');
    const seeded = attempt(start(store).id, 'SEEDED-DIGEST', { nonceDigest: 'SEEDED-NONCE' });
    const error: unknown = await store.attempt(seeded).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: 'NOREPLICAS' });
    expect(inspect(error, { depth: 9 })).not.toMatch(/SEEDED|chl_/);
  } finally {
    redis.disconnect();
    await server.stop();
  }
});

describe('replies of an unknown shape', () => {
  const shapes = [undefined, null, 1, 'OK', [], ['approved'], ['match'], ['mismatch', 'x', 0, []]];
  it.each(shapes)('%j is never read as an outcome', (shape) => {
    for (const parse of [attemptOutcome, openOutcome, reserveOutcome, subject]) {
      expect(() => parse(shape)).toThrow('redis script answered something unknown');
    }
  });

  it.each([1, 'OK', [], ['chl_', 'z', 'client', 1], ['chl_', 'p', 'client', 1]])(
    '%j is never read as a challenge',
    (shape) => {
      expect(() => challenge(shape)).toThrow('redis script answered something unknown');
    },
  );
});
