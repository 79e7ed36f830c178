/** Five guesses are all there are, whatever is parallel and whatever state Redis is in. */

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { cli } from '../support/redis.js';
import { answered, type Answer } from '../support/login-service.js';

/** `code_incorrect` is the only answer to a guess that was evaluated and wrong. */
const evaluated = (answers: readonly Answer[]) =>
  answers.filter(({ body }) => body['code'] === 'code_incorrect').length;

describe('parallel wrong guesses over two instances', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await openEstate({ instances: 2, redisOptions: ['--maxmemory', '40mb'] });
  }, 180_000);
  afterAll(() => estate.close());

  /** An enrolled person's open challenge, and its code. */
  async function challenge(n: number): Promise<{ id: unknown; code: string }> {
    const { login, codeFor } = estate;
    const companyId = await login.company();
    const phoneNumber = exampleNumber(n);
    await login.enrol(companyId, { userId: 'alice', phoneNumber }, codeFor);
    const started = await answered(() => login.start(companyId, 'alice'));
    expect(started.status).toBe(201);
    return { id: started.body['id'], code: codeFor(phoneNumber) };
  }

  /** Breaks Redis for a while, and mends it whatever happens. */
  async function broken(
    breaks: string[],
    mends: string[],
    act: () => Promise<void>,
  ): Promise<void> {
    await cli(estate.redis.port, ...breaks);
    try {
      await act();
    } finally {
      await cli(estate.redis.port, ...mends);
    }
  }

  async function failedRows(id: unknown): Promise<unknown> {
    const sql = `SELECT count(*)::int AS n FROM attempts WHERE outcome = 'failed' AND challenge_id = '${String(id)}'`;
    return (await runOn(estate.database.url, sql))[0]?.['n'];
  }

  const guess = ({ id, code }: { id: unknown; code: string }, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) => estate.login.verify(id, otherCode(code, n + 1))),
    );

  it('evaluates at most five of 200, and then not the right code either (R013, R014)', async () => {
    const open = await challenge(0);
    const answers = await guess(open, 200);
    expect(evaluated(answers)).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(0);
    expect(await failedRows(open.id)).toBeLessThanOrEqual(5);
    // Guesses that were never charged, for a 503, are still to be had: use them up.
    for (let n = 201; n <= 206; n += 1) {
      await answered(() => estate.login.verify(open.id, otherCode(open.code, n)));
    }
    expect(await failedRows(open.id)).toBeLessThanOrEqual(5);
    const late = await answered(() => estate.login.verify(open.id, open.code));
    expect(late).toMatchObject({ status: 410, body: { code: 'max_attempts_reached' } });
  });

  it('evaluates at most five at the memory limit, and the right code still works (R033, R111)', async () => {
    const spent = await challenge(1);
    const fresh = await challenge(2);
    await broken(
      ['config', 'set', 'maxmemory', '1mb'],
      ['config', 'set', 'maxmemory', '40mb'],
      async () => {
        const answers = await guess(spent, 200);
        expect(evaluated(answers)).toBeLessThanOrEqual(5);
        const approved = await answered(() => estate.login.verify(fresh.id, fresh.code));
        expect(approved.status).toBe(200);
      },
    );
  });

  it.each([
    ['read-only', ['replicaof', '127.0.0.1', '1'], ['replicaof', 'no', 'one']],
    [
      'without its replicas',
      ['config', 'set', 'min-replicas-to-write', '1'],
      ['config', 'set', 'min-replicas-to-write', '0'],
    ],
  ])('evaluates and charges nothing while Redis is %s (R111)', async (kind, breaks, mends) => {
    const open = await challenge(kind === 'read-only' ? 3 : 4);
    await broken(breaks, mends, async () => {
      const answers = await guess(open, 50);
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(503));
    });
    expect(await failedRows(open.id)).toBe(0);
    const approved = await answered(() => estate.login.verify(open.id, open.code));
    expect(approved.status).toBe(200);
  });
});
