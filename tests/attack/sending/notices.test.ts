/** Attacks on notices: one number made to ring for everybody who ever proved it (R031, R051). */

import { NOTICES_PER_DAY } from '../../../src/domain/limits.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, People } from './people.js';

const DAY = 24 * 60 * MINUTE;

let bench: Bench;
let people: People;
beforeAll(async () => {
  bench = await openBench();
  people = new People(bench, await bench.login.company());
});
afterAll(() => bench.close());

it('R031: a number that many people share is told five times a day; every reset stands and is on record', async () => {
  const shared = await people.enrolled();
  const holders = [shared];
  for (let n = 0; n < NOTICES_PER_DAY; n += 1) {
    await bench.age(DAY);
    holders.push(await people.enrolled({ ...people.stranger(), phoneNumber: shared.phoneNumber }));
  }
  const before = bench.textsTo(shared.phoneNumber).length;
  for (const holder of holders) {
    const answer = await bench.login.call(`${people.path(holder)}/reset`, {
      body: { reason: 'shop closed' },
    });
    expect(answer.status).toBe(200);
  }
  expect(bench.textsTo(shared.phoneNumber)).toHaveLength(before + NOTICES_PER_DAY);
  const limited = await bench.sql(
    `SELECT facts->>'limit' AS "limit", facts->>'purpose' AS purpose FROM audit_events
      WHERE kind = 'send.limited'`,
  );
  expect(limited).toEqual([{ limit: 'number_notices_day', purpose: 'reset_notice' }]);
});
