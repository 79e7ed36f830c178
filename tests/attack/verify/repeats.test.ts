/** Requests that come again, in parallel, under other bodies, and while an answer is still under way. */

import { decodeJwt } from 'jose';

import { openEstate, type Estate } from '../../support/estate.js';
import { answered } from '../../support/login-service.js';
import { otherCode } from '../../support/people.js';
import { enrolled, forgetSends, opened, outcomesOf, told } from './sign-in.js';

let estate: Estate;
let companyId: string;
beforeAll(async () => {
  estate = await openEstate({ instances: 2, settings: { TOKEN_ISSUER: 'https://assay.test' } });
  companyId = await estate.login.company();
}, 180_000);
afterAll(() => estate.close());

const twenty = <T>(call: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 20 }, (_, n) => call(n)));

it('R028: the same key starts one challenge, whoever the second start is about', async () => {
  const { login } = estate;
  const person = await enrolled(estate, companyId, 0);
  await forgetSends(estate);
  const first = await login.start(companyId, person.userId, {}, 'start-1');
  const repeated = await login.start(companyId, person.userId, {}, 'start-1');
  expect([first.status, repeated.status]).toEqual([201, 201]);
  expect(repeated.body['id']).toBe(first.body['id']);
  for (const [userId, more] of [
    ['somebody-else', {}],
    [person.userId, { locale: 'de' }],
  ] as const) {
    const reused = await login.start(companyId, userId, more, 'start-1');
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  }
});

it('R015, R028: twenty parallel right codes under one key get one and the same token', async () => {
  const person = await enrolled(estate, companyId, 1);
  for (let round = 0; round < 5; round += 1) {
    const { id, code } = await opened(estate, person);
    const answers = await twenty(() => estate.login.verify(id, code, {}, 'verify-1'));
    expect(answers.map(told)).toEqual(Array(20).fill('approved'));
    const [first, ...others] = answers.map(({ body }) => decodeJwt(String(body['token'])));
    for (const other of others) expect(other).toEqual(first);
    expect(await outcomesOf(estate, id)).toEqual(['approved']);
  }
});

it('R028: twenty parallel wrong codes under one key are one try, and another code under it none', async () => {
  const person = await enrolled(estate, companyId, 2);
  const { id, code } = await opened(estate, person);
  const wrong = otherCode(code);
  const answers = await twenty(() => estate.login.verify(id, wrong, {}, 'verify-2'));
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 422, body: { attemptsRemaining: 4 } });
  }
  const right = await estate.login.verify(id, code, {}, 'verify-2');
  expect(right).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  expect(await outcomesOf(estate, id)).toEqual(['failed']);
  expect(told(await estate.login.verify(id, code, {}, 'verify-3'))).toBe('approved');
  const other = await estate.login.verify(id, wrong, {}, 'verify-3');
  expect(told(other)).toBe('idempotency_key_reused');
});

it('R016, V12, V14: a used code is refused without its key, and each replay is on record', async () => {
  const person = await enrolled(estate, companyId, 3);
  const { id, code } = await opened(estate, person);
  expect(told(await estate.login.verify(id, code, {}, 'verify-4'))).toBe('approved');
  const replays = [undefined, 'verify-5', undefined].map((key) =>
    estate.login.verify(id, code, {}, key),
  );
  expect((await Promise.all(replays)).map(told)).toEqual(Array(3).fill('challenge_approved'));
  expect(await outcomesOf(estate, id)).toEqual(['approved', ...Array<string>(3).fill('replayed')]);
});

it('decisions 4, 5: an approval that was answered 503 is taken back, and the same code works', async () => {
  const person = await enrolled(estate, companyId, 4);
  const { id, code } = await opened(estate, person);
  const lost = estate.postgresProxy.loseReplyTo(id);
  const answer = estate.login.verify(id, code);
  await lost;
  estate.postgresProxy.refuse();
  expect(await answer).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
  expect(await outcomesOf(estate, id)).toEqual(['approved']);
  estate.postgresProxy.restore();
  const verify = () => answered(() => estate.login.verify(id, code));
  let again = await verify();
  // The first request's withdrawal may come after this one.
  while (told(again) === 'challenge_approved') again = await verify();
  expect(told(again)).toBe('approved');
  const outcomes = await outcomesOf(estate, id);
  expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
}, 180_000);

it('decision 4: the key of an approval that was answered 503 takes it over, once and for all', async () => {
  const person = await enrolled(estate, companyId, 5);
  const { id, code } = await opened(estate, person);
  const lost = estate.postgresProxy.loseReplyTo(id);
  const answer = estate.login.verify(id, code, {}, 'verify-6');
  await lost;
  estate.postgresProxy.refuse();
  expect((await answer).status).toBe(503);
  estate.postgresProxy.restore();
  const again = await answered(() => estate.login.verify(id, code, {}, 'verify-6'));
  const more = await answered(() => estate.login.verify(id, code, {}, 'verify-6'));
  expect([again, more].map(told)).toEqual(['approved', 'approved']);
  const [one, other] = [again, more].map(({ body }) => decodeJwt(String(body['token'])));
  expect(one).toEqual(other);
}, 180_000);
