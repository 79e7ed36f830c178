/** Instances die at random moments under load; the whole history is checked afterwards. */

import { createHash } from 'node:crypto';

import { decodeJwt } from 'jose';

import { answered } from '../support/login-service.js';
import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { cli } from '../support/redis.js';
import type { Service } from '../support/service.js';

const KILLS = 100;
const PEOPLE = 40;

/** What every client saw of one challenge. */
interface Seen {
  readonly tokens: Set<string>;
  evaluated: number;
}

/** Seeded, so that a failing run can be told apart from a lucky one. */
function random(seed: number): () => number {
  let n = 0;
  return () =>
    createHash('sha256')
      .update(`${String(seed)}:${String((n += 1))}`)
      .digest()
      .readUInt32BE() /
    2 ** 32;
}

describe('kill -9 at a hundred random moments under load', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await openEstate({ instances: 1 });
  }, 180_000);
  afterAll(() => estate.close());

  it('never approves a challenge twice, never evaluates a sixth guess, leaves no key without expiry, forgets no failure (R004, R117)', async () => {
    const { login, codeFor } = estate;
    const draw = random(20_261_122);
    const companyId = await login.company();
    const noticeVersion = (await answered(() => login.call(`/v1/companies/${companyId}/notice`)))
      .body['version'];
    const seen = new Map<string, Seen>();
    let victim: Service = estate.services[0] as Service;
    let killed = 0;
    let person = 0;

    const attack = async (): Promise<void> => {
      const n = person++ % PEOPLE;
      const userId = `user-${String(n)}-${String(person)}`;
      const phoneNumber = exampleNumber((n * 25 + person) % 1_000);
      const { body } = await login.start(companyId, userId);
      const id = String(body['id']);
      const sent = await login.post(id, 'enrolment', { phoneNumber, noticeVersion });
      if (sent.status !== 201) return;
      const code = codeFor(phoneNumber);
      const mine: Seen = { tokens: new Set(), evaluated: 0 };
      seen.set(id, mine);
      const guesses = Array.from({ length: 9 }, (_, guess) => otherCode(code, guess + 1));
      const tries = draw() < 0.5 ? [code, code, code, ...guesses.slice(0, 3)] : guesses;
      await Promise.allSettled(
        tries.map(async (submitted) => {
          const { body: told } = await login.verify(id, submitted);
          if (told['code'] === 'code_incorrect') mine.evaluated += 1;
          if (told['status'] === 'approved')
            mine.tokens.add(JSON.stringify(decodeJwt(String(told['token']))));
        }),
      );
    };
    // Attacks on a service that is not there would only keep it from starting.
    let isUp: Promise<void> = Promise.resolve();
    const load = async (): Promise<void> => {
      while (killed < KILLS) {
        await isUp;
        await attack().catch(() => undefined);
      }
    };
    const restart = async (): Promise<void> => {
      await victim.kill();
      victim = await estate.relaunch(victim);
    };
    const killer = async (): Promise<void> => {
      for (; killed < KILLS; killed += 1) {
        const requests = 1 + Math.floor(draw() * 40);
        const started = person;
        while (person < started + requests / 8) await attack().catch(() => undefined);
        isUp = restart();
        await isUp;
      }
    };
    await Promise.all([killer(), load(), load(), load()]);

    for (const { tokens, evaluated } of seen.values()) {
      expect(tokens.size).toBeLessThanOrEqual(1);
      expect(evaluated).toBeLessThanOrEqual(5);
    }
    const twice = `SELECT challenge_id FROM attempts WHERE outcome = 'approved' GROUP BY 1 HAVING count(*) > 1`;
    expect(await runOn(estate.database.url, twice)).toEqual([]);
    const failed = `SELECT challenge_id AS id, count(*)::int AS n FROM attempts WHERE outcome = 'failed' GROUP BY 1`;
    const recorded = new Map(
      (await runOn(estate.database.url, failed)).map(({ id, n }) => [id, n]),
    );
    for (const [id, { evaluated }] of seen) {
      expect(recorded.get(id) ?? 0).toBeGreaterThanOrEqual(evaluated);
    }
    expect(await keysWithoutExpiry(estate)).toEqual([]);
    expect([...seen.values()].some(({ tokens }) => tokens.size === 1)).toBe(true);
  }, 1_800_000);
});

async function keysWithoutExpiry({ redis }: Estate): Promise<string[]> {
  const script = `local bad = {} for _, key in ipairs(redis.call('KEYS', '*')) do
    if redis.call('PTTL', key) == -1 then bad[#bad + 1] = key end end return bad`;
  const found = await cli(redis.port, 'eval', script, '0');
  return found.split('\n').filter((line) => line !== '' && !line.startsWith('(empty'));
}
