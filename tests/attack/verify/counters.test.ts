/** Guesses are counted once, on the person, whatever is started, sent, lost or restarted in between. */

import { openEstate, type Estate } from '../../support/estate.js';
import { otherCode } from '../../support/people.js';
import { runOn } from '../../support/postgres.js';
import { cli } from '../../support/redis.js';
import { enrolled, forgetSends, opened, told, type Person } from './sign-in.js';

let estate: Estate;
let companyId: string;
beforeAll(async () => {
  estate = await openEstate({ instances: 2 });
  companyId = await estate.login.company();
}, 180_000);
afterAll(() => estate.close());

const guess = async ({ id, code }: { id: string; code: string }, n: number) =>
  told(await estate.login.verify(id, otherCode(code, n)));

async function guesses(challenge: { id: string; code: string }, count: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let n = 1; n <= count; n += 1) answers.push(await guess(challenge, n));
  return answers;
}

async function counterOf({ userId }: Person): Promise<unknown> {
  const sql = `SELECT failures, failure_epoch AS epoch FROM employees
    WHERE company_id = '${companyId}' AND user_id = '${userId}'`;
  return (await runOn(estate.database.url, sql))[0];
}

const set = ({ userId }: Person, change: string) =>
  runOn(
    estate.database.url,
    `UPDATE employees SET ${change} WHERE company_id = '${companyId}' AND user_id = '${userId}'`,
  );

it('R018, R022, V01, V43: locks at the tenth guess of twenty fresh challenges with four each', async () => {
  const person = await enrolled(estate, companyId, 0);
  const all: unknown[] = [];
  for (let n = 0; n < 20; n += 1) {
    await forgetSends(estate);
    const started = await estate.login.start(companyId, person.userId);
    if (started.status !== 201) {
      all.push(told(started));
      continue;
    }
    const id = String(started.body['id']);
    all.push(...(await guesses({ id, code: estate.codeFor(person.phoneNumber) }, 4)));
    await estate.login.post(id, 'cancel');
  }
  expect(all.filter((answer) => answer === 'code_incorrect')).toHaveLength(10);
  expect(new Set(all.slice(10))).toEqual(new Set(['factor_locked']));
  expect(await counterOf(person)).toMatchObject({ failures: 10 });
});

it('R020: keeps the lock when Redis forgets everything, and the right code waits for its end', async () => {
  const person = await enrolled(estate, companyId, 1);
  await set(person, 'failures = 9');
  const challenge = await opened(estate, person);
  expect(await guess(challenge, 1)).toBe('code_incorrect');
  const locked = await estate.login.verify(challenge.id, challenge.code);
  expect(locked).toMatchObject({ status: 429, body: { code: 'factor_locked' } });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(20);
  await cli(estate.redis.port, 'flushall');
  const started = await estate.login.start(companyId, person.userId);
  expect(started).toMatchObject({ status: 429, body: { code: 'factor_locked' } });
  expect(await counterOf(person)).toMatchObject({ failures: 10 });
});

it('decision 7: hands a counter that Redis lost over again, never as zero', async () => {
  const person = await enrolled(estate, companyId, 2);
  const challenge = await opened(estate, person);
  await set(person, 'failures = 9');
  const forget = `for _, key in ipairs(redis.call('KEYS', '*}:u:*')) do redis.call('DEL', key) end return 1`;
  await cli(estate.redis.port, 'eval', forget, '0');
  expect(await guess(challenge, 1)).toBe('code_incorrect');
  expect(await guess(challenge, 2)).toBe('factor_locked');
  await cli(estate.redis.port, 'eval', forget, '0');
  expect(told(await estate.login.verify(challenge.id, challenge.code))).toBe('factor_locked');
});

it('R019, V39: a resend and a new challenge leave the tries and the failures as they were', async () => {
  const person = await enrolled(estate, companyId, 3);
  const challenge = await opened(estate, person);
  expect(await guesses(challenge, 3)).toEqual(Array(3).fill('code_incorrect'));
  await forgetSends(estate);
  const resent = await estate.login.post(challenge.id, 'resend');
  expect(resent).toMatchObject({ status: 200, body: { attemptsRemaining: 2 } });
  const code = estate.codeFor(person.phoneNumber);
  expect(await guesses({ ...challenge, code }, 2)).toEqual(Array(2).fill('code_incorrect'));
  expect(told(await estate.login.verify(challenge.id, code))).toBe('max_attempts_reached');
  await opened(estate, person);
  expect(await counterOf(person)).toMatchObject({ failures: 5 });
});

it('R021: a success starts anew, so four wrong codes before and after it lock nobody', async () => {
  const person = await enrolled(estate, companyId, 4);
  await set(person, 'failures = 6');
  const first = await opened(estate, person);
  await guesses(first, 2);
  expect(told(await estate.login.verify(first.id, first.code))).toBe('approved');
  expect(await counterOf(person)).toMatchObject({ failures: 0 });
  const second = await opened(estate, person);
  expect(await guesses(second, 4)).toEqual(Array(4).fill('code_incorrect'));
  expect(told(await estate.login.verify(second.id, second.code))).toBe('approved');
});

it('R020, V10: the fiftieth failure disables for good, through FLUSHALL and restart; a reset helps', async () => {
  const person = await enrolled(estate, companyId, 5);
  await set(person, 'failures = 49');
  const challenge = await opened(estate, person);
  expect(await guess(challenge, 1)).toBe('factor_disabled');
  expect(told(await estate.login.verify(challenge.id, challenge.code))).toBe('factor_disabled');
  await cli(estate.redis.port, 'flushall');
  const [service] = estate.services;
  if (!service) throw new Error('no service');
  await service.kill();
  await estate.relaunch(service);
  const started = await estate.login.start(companyId, person.userId);
  expect(started).toMatchObject({ status: 409, body: { code: 'factor_disabled' } });
  const path = `/v1/companies/${companyId}/employees/${person.userId}/reset`;
  expect((await estate.login.call(path, { body: { reason: 'lost' } })).status).toBeLessThan(300);
  await forgetSends(estate);
  const again = await estate.login.enrol(companyId, person, estate.codeFor);
  expect(again.status).toBe(200);
});
