/** Redis and PostgreSQL that hang or refuse: an answer in time, nothing signed after a 503, nothing used up. */

import { openEstate, type Estate } from '../../support/estate.js';
import { answered, type Answer } from '../../support/login-service.js';
import { otherCode } from '../../support/people.js';
import { runOn } from '../../support/postgres.js';
import { enrolled, opened, outcomesOf, told } from './sign-in.js';

/** What a caller waits for at most: the two seconds of R108 and what a busy machine takes besides. */
const PATIENCE_MS = 3_000;

let estate: Estate;
let companyId: string;
beforeAll(async () => {
  estate = await openEstate();
  companyId = await estate.login.company();
}, 180_000);
afterAll(() => estate.close());

/** Fails the test when the answer does not come in time. */
async function inTime(call: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

const CASES = [
  ['redis', 'hang'],
  ['redis', 'refuse'],
  ['postgres', 'hang'],
  ['postgres', 'refuse'],
] as const;

it.each(CASES)(
  'R108, R112: %s that would %s: every call is 503 in time, and nothing is approved or used up',
  async (part, fault) => {
    const person = await enrolled(
      estate,
      companyId,
      CASES.findIndex(([p, f]) => p === part && f === fault),
    );
    const { id, code } = await opened(estate, person);
    const proxy = part === 'redis' ? estate.redisProxy : estate.postgresProxy;
    proxy[fault]();
    const calls = [
      estate.login.verify(id, code),
      estate.login.verify(id, code, {}, 'key'),
      estate.login.verify(id, otherCode(code)),
      estate.login.post(id, 'cancel'),
    ];
    for (const answer of await Promise.all(calls.map(inTime))) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    }
    expect(await outcomesOf(estate, id)).not.toContain('approved');
    proxy.refuse();
    proxy.restore();
    let late = await answered(() => estate.login.verify(id, code));
    while (told(late) === 'challenge_approved') {
      late = await answered(() => estate.login.verify(id, code));
    }
    expect(told(late)).toBe('approved');
  },
  180_000,
);

it('R126: where the row may not be written, no token is given, and then the same code works', async () => {
  const person = await enrolled(estate, companyId, 10);
  const { id, code } = await opened(estate, person);
  const url = estate.database.url;
  await runOn(
    url,
    `CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION USING ERRCODE = '42501'; END $$;
    CREATE TRIGGER refuse_rows BEFORE INSERT ON attempts FOR EACH ROW EXECUTE FUNCTION refuse_row()`,
  );
  for (const submitted of [code, otherCode(code)]) {
    expect((await inTime(estate.login.verify(id, submitted))).status).toBe(503);
  }
  await runOn(url, 'DROP TRIGGER refuse_rows ON attempts');
  expect(await outcomesOf(estate, id)).toEqual([]);
  const [service] = estate.services;
  expect(service?.process.exitCode).toBeNull();
  expect(told(await answered(() => estate.login.verify(id, code)))).toBe('approved');
});
