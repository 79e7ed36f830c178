/** A server did the work and nobody heard of it. */

import { decodeJwt } from 'jose';

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';

describe('replies that get lost on the way', () => {
  let estate: Estate;
  let companyId: string;
  beforeAll(async () => {
    estate = await openEstate();
    companyId = await estate.login.company();
  }, 180_000);
  afterAll(() => estate.close());

  /** An enrolled person's open challenge, and its code. */
  async function challenge(n: number): Promise<{ id: string; code: string }> {
    const person = { userId: `user-${String(n)}`, phoneNumber: exampleNumber(n) };
    await estate.login.enrol(companyId, person, estate.codeFor);
    const started = await estate.login.begin(companyId, person.userId);
    return { id: started.id, code: estate.codeFor(person.phoneNumber) };
  }

  const rows = async (id: string) => {
    const sql = `SELECT outcome FROM attempts WHERE challenge_id = '${id}' AND outcome IN ('approved','failed')`;
    return (await runOn(estate.database.url, sql)).map((row) => row['outcome']);
  };

  it('approve once when the reply of the approving statement is lost (R028, R109, decision 4)', async () => {
    const { id, code } = await challenge(0);
    const lost = estate.postgresProxy.loseReplyTo(id);
    const answer = await estate.login.verify(id, code, {}, 'key-1');
    await lost;
    expect(answer.status).toBe(200);
    const again = await estate.login.verify(id, code, {}, 'key-1');
    expect(again.status).toBe(200);
    const claims = [answer, again].map(({ body }) => decodeJwt(String(body['token'])));
    expect(claims[0]).toEqual(claims[1]);
    expect(await rows(id)).toEqual(['approved']);
  });

  it('count a wrong code once when the reply of its row is lost (R109)', async () => {
    const { id, code } = await challenge(1);
    const lost = estate.postgresProxy.loseReplyTo(id);
    const answer = await estate.login.verify(id, otherCode(code));
    await lost;
    expect(answer).toMatchObject({ status: 422, body: { attemptsRemaining: 4 } });
    expect(await rows(id)).toEqual(['failed']);
  });

  it('never approve on a lost reply of Redis, and keep the right code usable (R109)', async () => {
    const { id, code } = await challenge(2);
    const lost = estate.redisProxy.loseReplyTo(id);
    const answer = await estate.login.verify(id, code);
    await lost;
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
    expect(await rows(id)).toEqual([]);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    let retried = await estate.login.verify(id, code);
    while (retried.status === 503) retried = await estate.login.verify(id, code);
    expect(retried.status).toBe(200);
  });
});
