/** Right codes, wrong codes, cancellations, resets and changed numbers at the same moment. */

import { openEstate, type Estate } from '../../support/estate.js';
import { answered, type Answer } from '../../support/login-service.js';
import { exampleNumber, otherCode } from '../../support/people.js';
import { runOn } from '../../support/postgres.js';
import { enrolled, forgetSends, opened, outcomesOf, told } from './sign-in.js';

const ROUNDS = 500;
const AT_ONCE = 10;
const NUMBERS = 1_000;

let estate: Estate;
let companyId: string;
beforeAll(async () => {
  estate = await openEstate({ instances: 2 });
  companyId = await estate.login.company();
}, 180_000);
afterAll(() => estate.close());

/** A busy machine may miss a deadline, and what was answered 503 may have happened or not. */
const areAnswered = (answers: readonly Answer[]) => answers.every(({ status }) => status !== 503);

const reset = (userId: string) =>
  estate.login.call(`/v1/companies/${companyId}/employees/${userId}/reset`, {
    body: { reason: 'lost' },
  });

it('R015, R026: a right code, wrong ones and cancellations at once end a challenge in one way', async () => {
  const seen = new Set<unknown>();
  for (let round = 0; round < 30; round += 1) {
    const person = await enrolled(estate, companyId, round);
    const { id, code } = await opened(estate, person);
    const answers = await Promise.all([
      estate.login.verify(id, code),
      estate.login.verify(id, otherCode(code, 1)),
      estate.login.post(id, 'cancel'),
      estate.login.verify(id, code),
      estate.login.verify(id, otherCode(code, 2)),
      estate.login.post(id, 'cancel'),
    ]);
    expect(answers.map(({ status }) => status)).not.toContain(500);
    if (!areAnswered(answers)) continue;
    const approved = answers.filter((answer) => told(answer) === 'approved').length;
    const canceled = answers.filter((answer) => answer.body['status'] === 'canceled').length;
    const ends = (await outcomesOf(estate, id)).filter((outcome) =>
      ['approved', 'canceled'].includes(String(outcome)),
    );
    expect(ends).toHaveLength(1);
    expect({ approved, canceled: canceled > 0 }).toEqual(
      ends[0] === 'approved' ? { approved: 1, canceled: false } : { approved: 0, canceled: true },
    );
    seen.add(ends[0]);
    const late = await answered(() => estate.login.verify(id, code));
    expect(told(late)).toBe(ends[0] === 'approved' ? 'challenge_approved' : 'challenge_canceled');
  }
  expect(seen.size).toBeGreaterThan(0);
});

it('decision 3: no code approves once a reset has been answered, however close they came', async () => {
  let rounds = 0;
  for (let round = 0; round < 20; round += 1) {
    const person = await enrolled(estate, companyId, 100 + round);
    const { id, code } = await opened(estate, person);
    const [verified, wasReset] = await Promise.all([
      estate.login.verify(id, code),
      reset(person.userId),
    ]);
    if (!areAnswered([verified, wasReset])) continue;
    rounds += 1;
    expect(wasReset.status).toBeLessThan(300);
    expect(['approved', 'challenge_canceled']).toContain(told(verified));
    const late = await answered(() => estate.login.verify(id, code));
    expect(told(late)).toBe(
      told(verified) === 'approved' ? 'challenge_approved' : 'challenge_canceled',
    );
    const started = await answered(() => estate.login.start(companyId, person.userId));
    expect(started.body).toMatchObject({
      status: 'enrolment_required',
      enrolment: { canSkip: false },
    });
  }
  expect(rounds).toBeGreaterThan(0);
});

it('R049: the code of one number never makes another one the factor, 500 times at once', async () => {
  const { login } = estate;
  const race = await login.company();
  const notice = await answered(() => login.call(`/v1/companies/${race}/notice`));
  const noticeVersion = notice.body['version'];
  const enrol = (id: unknown, phoneNumber: string) =>
    login.post(id, 'enrolment', { phoneNumber, noticeVersion });
  const outcomes = new Set<string>();

  const round = async (n: number): Promise<void> => {
    const userId = `racer-${String(n)}`;
    const [first, second] = [
      exampleNumber((2 * n) % NUMBERS),
      exampleNumber((2 * n + 1) % NUMBERS),
    ];
    const { id } = await login.begin(race, userId);
    const sent = await enrol(id, first);
    if (!areAnswered([sent])) return;
    expect(sent.status).toBe(201);
    const code = estate.codeFor(first);
    const [verified, changed] = await Promise.all([login.verify(id, code), enrol(id, second)]);
    if (!areAnswered([verified, changed])) return;
    const shown = await answered(() => login.call(`/v1/companies/${race}/employees/${userId}`));
    const isActive = JSON.stringify(shown.body).includes('"active"');
    outcomes.add(`${String(told(verified))} ${String(changed.status)}`);
    if (told(verified) === 'approved') {
      expect(JSON.stringify(shown.body)).toContain(first.slice(-2));
    } else {
      expect(told(verified)).toBe('code_incorrect');
      expect(changed.status).toBe(201);
      expect(isActive).toBe(false);
      expect(told(await answered(() => login.verify(id, code)))).toBe('code_incorrect');
    }
  };
  for (let n = 0; n < ROUNDS; n += AT_ONCE) {
    if (n % 100 === 0) await forgetSends(estate);
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => round(n + i)));
  }
  const doubled = `SELECT count(*)::int AS n FROM (SELECT user_id FROM factors
    WHERE company_id = '${race}' AND state = 'active' GROUP BY user_id HAVING count(*) > 1) AS d`;
  expect(await runOn(estate.database.url, doubled)).toEqual([{ n: 0 }]);
  expect(outcomes.size).toBeGreaterThan(0);
}, 600_000);
