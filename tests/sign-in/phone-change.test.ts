/** Another number in place of the proven one, none at all, and the number shown to its owner. */

import { openInProcess, type InProcess } from '../support/in-process.js';
import { exampleNumber, otherCode } from '../support/people.js';
import {
  change,
  codeOf,
  enrolled,
  phoneOf,
  remove,
  stepUp,
  type Enrolled,
} from '../support/step-ups.js';
import { until } from '../support/redis.js';

describe('a phone', () => {
  let assay: InProcess;
  let companyId: string;
  let next = 500;
  beforeAll(async () => {
    assay = await openInProcess();
    companyId = await assay.login.company();
  }, 180_000);
  afterAll(() => assay.close());

  const another = () => exampleNumber(next++);
  const somebody = (among = companyId): Promise<Enrolled> => {
    const phoneNumber = another();
    return enrolled(assay, { companyId: among, userId: `u-${next}`, phoneNumber });
  };
  const put = async (id: string, body: object) => {
    const path = `/v1/companies/${id}/policy`;
    const { headers } = await assay.login.call(path);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    return assay.login.call(path, { method: 'PUT', body, headers: ifMatch });
  };
  /** Where two-factor is offered and not required. */
  async function optional(): Promise<string> {
    const id = `o-${next++}`;
    const body = { displayName: 'Acme', defaultCountry: 'GB' };
    await assay.login.call(`/v1/companies/${id}`, { method: 'PUT', body });
    await put(id, { mode: 'optional' });
    return id;
  }
  /** Under an optional policy people enrol by invitation. */
  async function invited(among: string): Promise<Enrolled> {
    const person = { companyId: among, userId: `u-${next}`, phoneNumber: another() };
    const path = `/v1/companies/${among}/employees/${person.userId}`;
    await assay.login.call(path, { method: 'PUT', body: {} });
    const body = { reason: 'welcome' };
    await assay.login.call(`${path}/enrolment-grants`, { body });
    return enrolled(assay, person);
  }
  const begun = async (person: Enrolled, to: string) => {
    const token = await stepUp(assay, person, 'change_phone');
    const { body } = await change(assay.login, person, { to, token });
    return String(body['id']);
  };
  const kindsOf = async ({ userId }: Enrolled, among = companyId) => {
    const path = `/v1/companies/${among}/audit-events?userId=${userId}&limit=200`;
    const { body } = await assay.login.call(path);
    return (body['items'] as { kind: string }[]).map(({ kind }) => kind);
  };
  const told = async (phoneNumber: string, words: RegExp) => {
    await until(async () => words.test(assay.textsTo(phoneNumber).at(-1) ?? ''));
    expect(assay.textsTo(phoneNumber).at(-1)).not.toMatch(/\d{4}/);
  };

  it('R050, R051: is replaced when the new one is proven, without a token; the old one is told and asks nobody in', async () => {
    const person = await somebody();
    const to = another();
    const id = await begun(person, to);
    const open = await assay.login.begin(companyId, person.userId);
    const oldCode = assay.codeFor(person.phoneNumber);
    const approved = await assay.login.verify(id, assay.codeFor(to));
    expect(codeOf(approved)).toBe('200 approved');
    expect(approved.body['token'] ?? null).toBeNull();
    await told(person.phoneNumber, /^Acme: .*another phone number/);
    expect(codeOf(await assay.login.verify(open.id, oldCode))).toBe('409 challenge_canceled');
    const started = await assay.login.begin(companyId, person.userId);
    expect(codeOf(await assay.login.verify(started.id, assay.codeFor(to)))).toBe('200 approved');
    expect(await kindsOf(person)).toEqual(expect.arrayContaining(['factor.changed']));
    expect(await kindsOf(person)).toContain('phone.opened');
  });

  it('R050: stays as it is while the change is not finished, and its guesses are its own', async () => {
    const person = await somebody();
    const to = another();
    const id = await begun(person, to);
    for (const n of [1, 2, 3]) {
      const wrong = await assay.login.verify(id, otherCode(assay.codeFor(to), n));
      expect(codeOf(wrong)).toBe('422 code_incorrect');
    }
    const shown = await assay.login.call(`/v1/companies/${companyId}/employees/${person.userId}`);
    expect(shown.body).toMatchObject({
      failures: 0,
      factor: { maskedDestination: `•••• ${person.phoneNumber.slice(-2)}` },
    });
    const { id: signIn } = await assay.login.begin(companyId, person.userId);
    const code = assay.codeFor(person.phoneNumber);
    expect(codeOf(await assay.login.verify(signIn, code))).toBe('200 approved');
  });

  it('R049: a typo is corrected on the same challenge, whose code is of the last number alone', async () => {
    const person = await somebody();
    const [typo, right] = [another(), another()];
    const id = await begun(person, typo);
    const notice = await assay.login.call(`/v1/companies/${companyId}/notice`);
    const body = { phoneNumber: right, noticeVersion: notice.body['version'] };
    expect(codeOf(await assay.login.post(id, 'enrolment', body))).toBe('201 pending');
    const mixed = await assay.login.verify(id, assay.codeFor(typo));
    expect(codeOf(mixed)).toBe('422 code_incorrect');
    expect(codeOf(await assay.login.verify(id, assay.codeFor(right)))).toBe('200 approved');
  });

  it('R052: without a proven one needs leave to enrol, and with it no step-up', async () => {
    const among = await optional();
    const text = `UPDATE policies SET switched_on_at = switched_on_at - interval '31 days' WHERE company_id = $1`;
    await assay.parts.database.query(({ rows }) => rows({ name: '', text }, [among]));
    const person = { companyId: among, userId: 'nobody-yet' };
    const to = another();
    const refused = await change(assay.login, person, { to, token: null });
    expect(codeOf(refused)).toBe('403 enrolment_not_open');
    const path = `/v1/companies/${among}/employees/${person.userId}`;
    await assay.login.call(path, { method: 'PUT', body: {} });
    await assay.login.call(`${path}/enrolment-grants`, { body: { reason: 'welcome' } });
    const { body } = await change(assay.login, person, { to, token: null });
    const approved = await assay.login.verify(body['id'], assay.codeFor(to));
    expect([codeOf(approved), approved.body['token'] ?? null]).toEqual(['200 approved', null]);
    const again = await change(assay.login, person, { to: another(), token: null });
    expect(codeOf(again)).toBe('403 step_up_required');
  });

  it('R046, R053: is taken by nobody’s word: no field of a change says that it is proven', async () => {
    const person = await somebody();
    const token = await stepUp(assay, person, 'change_phone');
    for (const word of [{ verified: true }, { status: 'active' }, { channel: 'call' }]) {
      const body = { phoneNumber: another(), noticeVersion: 'en-000000000000', ...word };
      const headers = { 'assay-step-up': token, 'assay-actor': 'admin:boss' };
      const refused = await assay.login.call(phoneOf(person), { body, headers });
      expect(codeOf(refused)).toBe('400 invalid_request');
    }
  });

  it('R047, R051: is removed by its owner alone, is told, and is the last where one is required', async () => {
    const among = await optional();
    const person = await invited(among);
    const { id } = await assay.login.begin(among, person.userId);
    expect(codeOf(await remove(assay.login, person, null))).toBe('403 step_up_required');
    const code = assay.codeFor(person.phoneNumber);
    await assay.login.verify(id, code);
    const token = await stepUp(assay, person, 'remove_phone');
    expect(codeOf(await remove(assay.login, person, token))).toBe('204');
    await told(person.phoneNumber, /^Acme: this phone was removed/);
    expect(codeOf(await remove(assay.login, person, token))).toBe('409 no_factor');
    expect(codeOf(await assay.login.start(among, person.userId))).toBe('200 not_required');
    expect(await kindsOf(person, among)).toContain('factor.removed');
    const strict = await somebody();
    const proven = await stepUp(assay, strict, 'remove_phone');
    expect(codeOf(await remove(assay.login, strict, proven))).toBe('409 last_factor');
  });

  it('R095: is shown in full to its owner alone, after a fresh code, once, and recorded before', async () => {
    const person = await somebody();
    await stepUp(assay, person, 'view_phone');
    const client = assay.parts.durable.directory.find(assay.login.credential);
    const [row] = await assay.parts.database.query(({ rows }) =>
      rows(
        { name: '', text: `SELECT id FROM attempts WHERE user_id = $1 AND action = 'view_phone'` },
        [person.userId],
      ),
    );
    const employee = { companyId, userId: person.userId } as never;
    const challengeId = (row as { id: string }).id;
    const use = {
      ...(employee as object),
      challengeId,
      clientId: client?.clientId,
      action: 'view_phone',
    };
    const call = (id: string) =>
      ({
        ...{ client, actor: { role: 'employee', id }, correlationId: 'c', deadlineMs: Infinity },
        idempotencyKey: null,
      }) as never;
    const view = (who: string, proof: unknown) =>
      assay.parts.useCases.viewPhone(call(who), employee, proof as never);
    await expect(view('somebody-else', use)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(view(person.userId, null)).rejects.toMatchObject({ code: 'step_up_required' });
    const { number } = await view(person.userId, use);
    expect(number.replaceAll(' ', '')).toBe(person.phoneNumber);
    expect(number).toMatch(/^\+44 7700 900\d{3}$/);
    await expect(view(person.userId, use)).rejects.toMatchObject({ code: 'step_up_required' });
    expect((await kindsOf(person)).filter((kind) => kind === 'phone.viewed')).toHaveLength(1);
  });
});
