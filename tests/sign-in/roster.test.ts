/** A roster taken in by the API, what a policy would mean for it, and what is kept of where sign-ins begin. */

import type { Call } from '../../src/app/call.js';
import type { CompanyId, UserId } from '../../src/domain/ids.js';
import { openInProcess, type InProcess } from '../support/in-process.js';
import type { Answer } from '../support/login-service.js';
import { exampleNumber } from '../support/people.js';

describe('a roster', () => {
  let assay: InProcess;
  beforeAll(async () => {
    assay = await openInProcess();
  }, 180_000);
  afterAll(() => assay.close());

  const pathOf = (id: string, rest: string) => `/v1/companies/${id}/${rest}`;
  const take = (id: string, employees: readonly object[], complete?: boolean): Promise<Answer> =>
    assay.login.call(pathOf(id, 'employees/import'), {
      body: { employees, ...(complete !== undefined && { complete }) },
    });
  const preview = async (id: string, body: object) =>
    (await assay.login.call(pathOf(id, 'policy/preview'), { body })).body;
  const pointersOf = ({ body }: Answer) =>
    (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

  const enrol = async (id: string, phoneNumber: string) => {
    const anna = { userId: 'anna', phoneNumber };
    expect((await assay.login.enrol(id, anna, assay.codeFor)).status).toBe(200);
  };

  /** Two-factor is off. */
  async function company(id: string): Promise<string> {
    const body = { displayName: 'Shop', defaultCountry: 'GB' };
    await assay.login.call(`/v1/companies/${id}`, { method: 'PUT', body });
    return id;
  }

  it('is taken in with numbers as people write them, which the first sign-in then confirms', async () => {
    const id = await company('shop-1');
    const people = [{ userId: 'a' }, { userId: 'b', phoneNumber: '07700 900001' }];
    const imported = await take(id, people, true);
    expect([imported.status, imported.body]).toEqual([
      200,
      { created: 2, unchanged: 0, numbersStored: 1, numbersIgnored: 0, roster: 'complete' },
    ]);
    const person = await assay.login.call(pathOf(id, 'employees/b'));
    expect(person.body).toMatchObject({
      factor: { status: 'imported', maskedDestination: '•••• 01' },
    });
  });

  it.each([
    ['a number that is none', { userId: 'x17', phoneNumber: '12' }, 'phoneNumber'],
    ['an id that stands there twice', { userId: 'X3' }, 'userId'],
    ['an id that looks like a known one', { userId: 'KNOWN' }, 'userId'],
    ['an id that is an address', { userId: 'a@example.test' }, 'userId'],
  ])('names the person at fault for %s, and stores nobody', async (_, wrong, field) => {
    const id = await company(`shop-${field}-${wrong.userId.length}-${wrong.userId[0] ?? ''}`);
    await take(id, [{ userId: 'known' }]);
    const people: object[] = Array.from({ length: 20 }, (__, n) => ({ userId: `x${n}` }));
    people[17] = wrong;
    const refused = await take(id, people, true);
    expect([refused.status, pointersOf(refused)]).toEqual([400, [`#/employees/17/${field}`]]);
    expect(JSON.stringify(refused.body)).not.toContain(wrong.userId);
    const { body } = await assay.login.call(pathOf(id, 'employees'));
    expect(body['items']).toMatchObject([{ userId: 'known' }]);
  });

  it('counts nobody as safe while it is not complete', async () => {
    const id = await company('shop-2');
    const proposal = { mode: 'required', enforceFrom: new Date().toISOString() };
    expect(await preview(id, proposal)).toMatchObject({ roster: 'empty', lockedOut: null });
    await take(id, [{ userId: 'a' }]);
    expect(await preview(id, proposal)).toMatchObject({ roster: 'partial', lockedOut: null });
    await take(id, [{ userId: 'b' }], true);
    expect(await preview(id, proposal)).toMatchObject({
      ...{ roster: 'complete', people: 2, enrolled: 0, notEnrolled: 2, lockedOut: 0 },
      ...{ notEnrolledUserIds: ['a', 'b'], weakened: [], needsReason: false },
      proposed: { mode: 'required', countries: null },
    });
    const { body } = await assay.login.call(pathOf(id, 'policy'));
    expect(body).toMatchObject({ mode: 'off', version: 1, numbersErasedAt: null });
  });

  it('tells before countries narrow whom that locks out', async () => {
    const id = await assay.login.company('shop-3');
    await enrol(id, exampleNumber(501));
    await take(id, [{ userId: 'anna' }], true);
    expect(await preview(id, { countries: ['DE'] })).toMatchObject({
      ...{ lockedOut: 1, lockedOutUserIds: ['anna'], weakened: [] },
      unreachableByCountry: [{ country: 'GB', people: 1 }],
    });
    expect(await preview(id, { countries: ['GB'] })).toMatchObject({ lockedOut: 0 });
    expect(await preview(id, { mode: 'off' })).toMatchObject({
      ...{ lockedOut: 0, weakened: ['mode'], needsReason: true },
    });
  });

  it('keeps, for the person alone, which browser a sign-in began in', async () => {
    const id = await assay.login.company('shop-4');
    await enrol(id, exampleNumber(502));
    const context = { ipAddress: '192.0.2.44', userAgent: `Firefox\u202e ${'x'.repeat(400)}` };
    await assay.login.start(id, 'anna', { context });
    const call = { client: { companies: null } } as unknown as Call;
    const employee = { companyId: id as CompanyId, userId: 'anna' as UserId };
    const page = { limit: 1, cursor: null };
    const { items } = await assay.parts.useCases.readHistory(call, employee, page);
    expect(items).toMatchObject([
      {
        ...{ kind: 'opening', purpose: 'sign_in' },
        message: { ipAddress: '192.0.2.44', userAgent: `Firefox ${'x'.repeat(248)}` },
      },
    ]);
    const audit = await assay.login.call(pathOf(id, 'audit-events'));
    expect(JSON.stringify(audit.body)).not.toContain('192.0.2.44');
  });
});
