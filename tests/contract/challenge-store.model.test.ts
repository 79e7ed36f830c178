/** Random histories against both stores: every answer and every state afterwards is equal (decision 40). */

import fc from 'fast-check';

import { MemoryChallengeStore } from '../../src/adapters/memory/challenge-store.js';
import type { ChallengeStore } from '../../src/app/ports/challenge-store.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import type { ChallengeId } from '../../src/domain/ids.js';
import { connectTestRedis } from '../support/redis.js';
import { other, shop } from './challenge-store.harness.js';
import { history, Messages, play, type Asked, type Step } from './challenge-store.model.js';
import { redisHarness } from './challenge-store.redis.harness.js';

/** Runs and steps are bounded: about fifteen seconds on a busy machine. The seed makes a failure repeatable. */
const RUNS = 200;
const SEED = 20_261_122;

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

async function compare(redis: RedisClient, steps: readonly Step[]): Promise<string[]> {
  const harness = redisHarness(redis);
  const memory = new MemoryChallengeStore(harness.now);
  const ids: ChallengeId[] = [];
  const messages = new Messages();
  const kinds: string[] = [];
  try {
    for (const step of steps) {
      if (step.kind === 'advance') await harness.advance(step.ms);
      else kinds.push(await ask(harness.store, memory, { step, ids, messages }));
      expect(await readAll(harness.store, ids)).toEqual(await readAll(memory, ids));
    }
    return kinds;
  } finally {
    await harness.close();
  }
}

function readAll(store: ChallengeStore, ids: readonly ChallengeId[]): Promise<unknown[]> {
  const asked = ids.flatMap((id) => [shop, other].map((client) => store.read(id, client)));
  return Promise.all(asked);
}

/** Asks both the very same and answers what they said; a challenge that is not there yet is not asked for. */
async function ask(
  redis: ChallengeStore,
  memory: ChallengeStore,
  { step: short, ids, messages }: { step: Asked; ids: ChallengeId[]; messages: Messages },
): Promise<string> {
  const step = messages.name(short);
  const named = 'nth' in step ? ids.at(-1 - step.nth) : redis.newId(step.employee);
  if (named === undefined) return 'nothing';
  const answers = [await play(redis, named, step), await play(memory, named, step)];
  expect(answers[0]).toEqual(answers[1]);
  const kind = answers[0]?.kind ?? 'done';
  if (kind === 'opened') ids.push(named);
  if (kind === 'opened' || kind === 'reserved') messages.reserved(step);
  return `${step.kind}:${kind}`;
}

it('answers alike over Redis and in memory, whatever happens in whatever order', async () => {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  const seen = new Set<string>();
  const property = fc.asyncProperty(history, async (steps) => {
    for (const kind of await compare(redis, steps)) seen.add(kind);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
  // The histories reach what they are meant to reach; else the generator has gone blind.
  expect(
    [
      'attempt:code_not_sent',
      'attempt:counter_missing',
      'attempt:disabled',
      'attempt:ended',
      'attempt:idempotency_key_reused',
      'attempt:locked',
      'attempt:malformed',
      'attempt:match',
      'attempt:mismatch',
      'attempt:not_found',
      'attempt:unknown_key',
      'destination:conflict',
      'destination:in_flight',
      'destination:repeated',
      'destination:reserved',
      'open:cooldown',
      'open:disabled',
      'open:existing',
      'open:idempotency_key_reused',
      'open:in_flight',
      'open:limit',
      'open:locked',
      'open:opened',
      'repeat:conflict',
      'repeat:in_flight',
      'repeat:reserved',
      'resend:cooldown',
      'resend:ended',
      'resend:expiring',
      'resend:reserved',
    ].filter((kind) => !seen.has(kind)),
  ).toEqual([]);
}, 180_000);
