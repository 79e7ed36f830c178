/** Instances share PostgreSQL and Redis and nothing else: any of them serves any step. */

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';

describe('two instances', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await openEstate({ instances: 2 });
  }, 180_000);
  afterAll(() => estate.close());

  /** `login` calls the instances in turn, so each answer is acted on at the other one. */
  it('R057, R119: take turns from the policy to the token, for enrolment and sign-in', async () => {
    const { login, codeFor } = estate;
    const companyId = await login.company();
    const person = { userId: 'u-1', phoneNumber: exampleNumber(1) };
    const enrolled = await login.enrol(companyId, person, codeFor);
    expect(enrolled.body).toMatchObject({ status: 'approved', userId: 'u-1' });
    const { id } = await login.begin(companyId, 'u-1');
    const wrong = await login.verify(id, otherCode(codeFor(person.phoneNumber)));
    expect(wrong.body).toMatchObject({ code: 'code_incorrect', attemptsRemaining: 4 });
    const right = await login.verify(id, codeFor(person.phoneNumber));
    expect(right.body).toMatchObject({ status: 'approved', userId: 'u-1' });
    expect((await login.verify(id, codeFor(person.phoneNumber))).body).toMatchObject({
      code: 'challenge_approved',
    });
  });
});
