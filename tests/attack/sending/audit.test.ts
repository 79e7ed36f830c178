/** No act without its row: the audit is refused, and nothing may have happened (R124, R126). */

import { openBench, type Bench } from './bench.js';
import { MINUTE, People, told, type Someone } from './people.js';

describe('the audit of what is sent and changed', () => {
  let bench: Bench;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
    await bench.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'insufficient_privilege'; END $$`);
  });
  afterAll(() => bench.close());

  /** As if INSERT on the audit were revoked from the service's role. */
  async function unaudited<Result>(work: () => Promise<Result>): Promise<Result> {
    await bench.sql(`CREATE TRIGGER refused BEFORE INSERT ON audit_events
      FOR EACH STATEMENT EXECUTE FUNCTION refuse()`);
    try {
      return await work();
    } finally {
      await bench.sql('DROP TRIGGER refused ON audit_events');
    }
  }

  const TABLES = ['companies', 'policies', 'employees', 'factors', 'grants', 'messages'];
  const state = async () =>
    JSON.stringify(
      await Promise.all(TABLES.map((it) => bench.sql(`SELECT * FROM ${it} ORDER BY 1, 2`))),
    );

  async function refusedWithoutTrace(work: () => Promise<{ status: number }>): Promise<void> {
    const [before, sent] = [await state(), bench.twilio.messages.length];
    const refused = await unaudited(work);
    expect(refused.status).toBe(503);
    expect(await state()).toBe(before);
    expect(bench.twilio.messages).toHaveLength(sent);
  }

  const manage = (someone: Someone, action: string, method: string, body: object) =>
    bench.login.call(people.path(someone) + action, { method, body });

  it('R126: a start, a resend and an enrolment send nothing, and work afterwards', async () => {
    const someone = await people.enrolled();
    const stranger = people.stranger();
    const { body } = await people.start(stranger);
    await bench.age(10 * MINUTE);
    await refusedWithoutTrace(() => people.start(someone, {}, 'key'));
    await refusedWithoutTrace(() => people.start(people.stranger()));
    await refusedWithoutTrace(() => people.give(body['id'], stranger.phoneNumber, 'key'));
    const started = await people.start(someone, {}, 'key');
    expect(told(started)).toBe('201 pending');
    expect(told(await people.give(body['id'], stranger.phoneNumber, 'key'))).toBe('201 pending');
    await bench.age(MINUTE);
    await refusedWithoutTrace(() => bench.login.post(started.body['id'], 'resend', {}, 'key'));
    expect(told(await bench.login.post(started.body['id'], 'resend', {}, 'key'))).toBe(
      '200 pending',
    );
  });

  it('R126: a number is not enrolled, and its code still works afterwards', async () => {
    const someone = people.stranger();
    const { body } = await people.start(someone);
    await people.give(body['id'], someone.phoneNumber);
    const code = bench.codeFor(someone.phoneNumber);
    await refusedWithoutTrace(() => bench.login.verify(body['id'], code));
    expect(told(await bench.login.verify(body['id'], code))).toBe('200 approved');
  });

  it('R126: nobody is reset, invited or listed', async () => {
    const someone = await people.enrolled();
    const listed = people.stranger();
    await manage(listed, '', 'PUT', {});
    await refusedWithoutTrace(() => manage(someone, '/reset', 'POST', { reason: 'lost' }));
    await refusedWithoutTrace(() => manage(listed, '/enrolment-grants', 'POST', { reason: 'new' }));
    const { phoneNumber } = people.stranger();
    await refusedWithoutTrace(() => manage(listed, '', 'PUT', { phoneNumber }));
    await refusedWithoutTrace(() => manage(people.stranger(), '', 'PUT', {}));
  });

  it('R126: no company and no policy changes', async () => {
    const company = `/v1/companies/${people.companyId}`;
    const etag = (await bench.login.call(`${company}/policy`)).headers.get('etag') ?? '';
    const body = { displayName: 'Other', defaultCountry: 'FR' };
    for (const path of [company, `${company}-new`]) {
      await refusedWithoutTrace(() => bench.login.call(path, { method: 'PUT', body }));
    }
    await refusedWithoutTrace(() =>
      bench.login.call(`${company}/policy`, {
        method: 'PUT',
        body: { enrolmentDays: 1 },
        headers: { 'if-match': etag },
      }),
    );
    await expect(
      unaudited(() => bench.policySet(people.companyId, '--reason', 'r', '--mode', 'off')),
    ).rejects.toThrow();
    expect((await bench.login.call(`${company}/policy`)).body).toMatchObject({ mode: 'required' });
  });

  it('R124: every event leaves its row, with who, for whom, when and in which request', async () => {
    const someone = people.stranger();
    await manage(someone, '', 'PUT', {});
    await manage(someone, '/enrolment-grants', 'POST', { reason: 'new' });
    const { body } = await people.start(someone);
    await people.give(body['id'], someone.phoneNumber);
    const code = bench.codeFor(someone.phoneNumber);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await bench.login.verify(body['id'], wrong);
    await bench.login.verify(body['id'], code);
    await bench.login.verify(body['id'], code);
    const started = await people.start(someone);
    await people.start(someone);
    await bench.login.post(started.body['id'], 'cancel');
    await manage(someone, '/reset', 'POST', { reason: 'lost' });
    const rows = await people.audit(someone);
    const kinds = rows.map(({ kind }) => kind).reverse();
    expect(kinds).toEqual([
      'employee.listed',
      'enrolment.granted',
      'challenge.enrolment_required',
      'phone.opened',
      'send.accepted',
      'challenge.failed',
      'challenge.approved',
      'factor.enrolled',
      'challenge.replayed',
      'phone.opened',
      'send.accepted',
      'send.limited',
      'challenge.canceled',
      'factor.reset',
      'phone.opened',
      'send.accepted',
    ]);
    for (const row of rows) {
      const { companyId, userId } = someone;
      expect(row).toMatchObject({ companyId, userId, clientId: expect.any(String) });
      expect(row).toMatchObject({ correlationId: expect.any(String) });
      expect(String(row['at'])).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    }
    const text = JSON.stringify(rows);
    expect([text.includes(code), text.includes(someone.phoneNumber.slice(3))]).toEqual([
      false,
      false,
    ]);
  });

  it('R064: has no route that changes or removes a row', async () => {
    const path = `/v1/companies/${people.companyId}/audit-events`;
    for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) {
      const refused = await bench.login.call(path, { method, body: {} });
      expect([method, told(refused)]).toEqual([method, '405 method_not_allowed']);
    }
    await expect(bench.sql('DELETE FROM audit_events')).rejects.toThrow();
  });
});
