/** One token for each challenge, over two instances on Redis. */

import { answered } from '../support/login-service.js';
import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber } from '../support/people.js';
import { runOn } from '../support/postgres.js';

const ROUNDS = 200;
const SUBMISSIONS = 50;

describe('parallel right codes over two instances', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await openEstate({ instances: 2 });
  }, 180_000);
  afterAll(() => estate.close());

  it('give one token in each of 200 rounds of 50 (R015, R072)', async () => {
    const { login, codeFor } = estate;
    const companyId = await login.company();
    for (let round = 0; round < ROUNDS; round += 1) {
      const phoneNumber = exampleNumber(round);
      const started = await login.begin(companyId, `user-${String(round)}`);
      await login.enterNumber(companyId, started.id, phoneNumber);
      const code = codeFor(phoneNumber);
      const answers = await Promise.all(
        Array.from({ length: SUBMISSIONS }, () => answered(() => login.verify(started.id, code))),
      );
      const outcomes = answers.map((answer) => answer.body['code'] ?? answer.body['status']);
      expect(outcomes.filter((outcome) => outcome === 'approved')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'challenge_approved')).toHaveLength(
        SUBMISSIONS - 1,
      );
    }
    const approvals = `SELECT count(*)::int AS n FROM attempts WHERE outcome = 'approved'`;
    expect(await runOn(estate.database.url, approvals)).toEqual([{ n: ROUNDS }]);
  }, 1_800_000);
});
