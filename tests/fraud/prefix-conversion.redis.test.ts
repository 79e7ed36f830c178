/** R035 as an operator meets it: two instances over one Redis, and what their metrics and logs say of it. */

import { randomUUID } from 'node:crypto';

import { PREFIX_SENDS } from '../../src/domain/limits.js';
import { openEstate, type Estate } from '../support/estate.js';
import { answered, type Answer } from '../support/login-service.js';
import { seriesOf, sumOf } from '../support/metrics-text.js';
import { exampleNumber } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { assay } from '../support/service.js';
import { refuse } from '../support/twilio-stand-in.js';

const ELSEWHERE = '+447400123456';
const PUMPED = { country: 'GB', prefix: '+447700' };

let estate: Estate;
let companyId = '';
beforeAll(async () => {
  estate = await openEstate({ instances: 2 });
  companyId = await estate.login.company();
}, 240_000);
afterAll(() => estate.close());

/** Somebody new gives the number. */
async function give(phoneNumber: string): Promise<Answer> {
  const { login } = estate;
  const { id } = await login.begin(companyId, randomUUID());
  const notice = await answered(() => login.call(`/v1/companies/${companyId}/notice`));
  const body = { phoneNumber, noticeVersion: notice.body['version'] };
  const key = randomUUID();
  return answered(() => login.post(id, 'enrolment', body, key));
}

/** Added up over the instances, as an alert rule does. */
async function total(name: string, labels: Readonly<Record<string, string>> = {}): Promise<number> {
  const texts = await Promise.all(
    estate.services.map(async ({ internalUrl }) => (await fetch(`${internalUrl}/metrics`)).text()),
  );
  return sumOf(texts.flatMap(seriesOf), name, labels);
}

describe('R035: one prefix from which no code comes back, over two instances', () => {
  it('counts nothing as sent that the provider refused', async () => {
    estate.twilio.behave(refuse(400, 21211));
    expect((await give(exampleNumber(900))).status).toBe(422);
    estate.twilio.behave();
    expect(await total('assay_codes_sent_total')).toBe(0);
    expect(await total('assay_unproven_codes_sent_total')).toBe(0);
  }, 120_000);

  it('stops at the 61st with a reason of its own, and tells which prefix; another goes on', async () => {
    for (let n = 0; n < PREFIX_SENDS; n += 1) {
      expect([n, (await give(exampleNumber(n))).status]).toEqual([n, 201]);
    }
    const paid = estate.twilio.messages.length;
    for (const n of [500, 501]) {
      expect(await give(exampleNumber(n))).toMatchObject({
        status: 429,
        body: { code: 'send_limit_reached', limit: 'prefix_conversion' },
      });
    }
    expect(estate.twilio.messages.length).toBe(paid);
    expect(await total('assay_unproven_codes_sent_total', PUMPED)).toBe(PREFIX_SENDS);
    expect(await total('assay_prefix_stopped_total', PUMPED)).toBe(2);
    const logs = estate.services.map((service) => service.output()).join('');
    expect(logs).toMatch(/"country":"GB","prefix":"\+447700","msg":"prefix_stopped"/);

    expect((await give(ELSEWHERE)).status).toBe(201);
  }, 240_000);

  it('goes on where an operator reopens it, on every instance, and that is on record', async () => {
    const env = estate.services[0]?.env ?? {};
    const words = ['sends', 'reopen', '--prefix', PUMPED.prefix, '--reason', 'the carrier is back'];
    expect(await assay(env, ...words)).toEqual({ prefix: PUMPED.prefix, reopened: true });
    for (const n of [502, 503]) expect((await give(exampleNumber(n))).status).toBe(201);
    expect(await assay(env, ...words.with(3, '+4420'))).toMatchObject({ reopened: false });
    const rows = await runOn(
      estate.database.url,
      `SELECT facts FROM audit_events WHERE kind = 'sends.prefix_reopened' ORDER BY id LIMIT 1`,
    );
    expect(rows).toEqual([{ facts: { prefix: PUMPED.prefix, reason: 'the carrier is back' } }]);
  }, 120_000);

  it('R127: an approval counts once, however often its request is repeated', async () => {
    const { login, codeFor } = estate;
    const phoneNumber = '+447400123457';
    const { id } = await login.begin(companyId, randomUUID());
    await login.enterNumber(companyId, id, phoneNumber);
    const key = randomUUID();
    for (let times = 0; times < 6; times += 1) {
      const verified = await answered(() => login.verify(id, codeFor(phoneNumber), {}, key));
      expect(verified.status).toBe(200);
    }
    const labels = { company: companyId, standing: 'unproven', channel: 'sms' };
    expect(await total('assay_codes_verified_total', labels)).toBe(1);
    expect(await total('assay_unproven_codes_verified_total', { prefix: '+447400' })).toBe(1);
  }, 120_000);
});
