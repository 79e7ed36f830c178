/** PostgreSQL refuses or hangs in the middle: nothing is let through, charged or lost. */

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';

describe('PostgreSQL away in the middle of a sign-in', () => {
  let estate: Estate;
  beforeEach(async () => {
    estate = await openEstate();
  }, 180_000);
  afterEach(() => estate.close());

  it.each(['refuse', 'hang'] as const)(
    'that %ss: 503, nothing approved or let through, and then the same code works (R108, R112)',
    async (fault) => {
      const { login, codeFor, postgresProxy } = estate;
      const companyId = await login.company();
      const phoneNumber = exampleNumber(7);
      await login.enrol(companyId, { userId: 'alice', phoneNumber }, codeFor);
      const started = await login.begin(companyId, 'alice');
      const sent = estate.twilio.messages.length;

      postgresProxy[fault]();
      const verified = await login.verify(started.id, codeFor(phoneNumber));
      expect(verified).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
      const other = await login.start(companyId, 'bob');
      expect(other).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
      expect(estate.twilio.messages).toHaveLength(sent);

      postgresProxy.refuse();
      postgresProxy.restore();
      let again = await login.verify(started.id, codeFor(phoneNumber));
      while (again.status === 503) again = await login.verify(started.id, codeFor(phoneNumber));
      expect(again.status).toBe(200);
    },
    180_000,
  );

  it('charges no guess while it is known to be down (decision 5)', async () => {
    const { login, codeFor, postgresProxy } = estate;
    const companyId = await login.company();
    const phoneNumber = exampleNumber(8);
    await login.enrol(companyId, { userId: 'alice', phoneNumber }, codeFor);
    const started = await login.begin(companyId, 'alice');
    postgresProxy.refuse();
    await login.start(companyId, 'alice');
    for (let n = 1; n <= 8; n += 1) {
      const answer = await login.verify(started.id, otherCode(codeFor(phoneNumber), n));
      expect(answer.status).toBe(503);
    }
    postgresProxy.restore();
    let shown = await login.call(`/v1/challenges/${started.id}`);
    while (shown.status === 503) shown = await login.call(`/v1/challenges/${started.id}`);
    expect(shown.body).toMatchObject({ status: 'pending', attemptsRemaining: 5 });
  }, 180_000);
});
