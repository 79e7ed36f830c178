/** "Not now" on a page that was kept open: no way past a phone, a deadline or a window that came meanwhile. */

import { randomUUID } from 'node:crypto';

import { heading, goesOnTo, Office } from '../../pages/challenge/office.js';

describe('R052: putting enrolment off', () => {
  let office: Office;
  beforeAll(async () => {
    const all = await Office.open();
    office = await beforeDeadline(all);
  }, 180_000);
  afterAll(() => office.close());

  /** People of a company of their own, whose deadline is tomorrow. */
  async function beforeDeadline(all: Office): Promise<Office> {
    const own = all.at(`c-${randomUUID()}`);
    const body = { displayName: 'Rings', defaultCountry: 'GB' };
    await all.assay.login.call(`/v1/companies/${own.companyId}`, { method: 'PUT', body });
    const enforceFrom = new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString();
    await own.setPolicy({ mode: 'required', enforceFrom });
    return own;
  }

  const skip = (path: string) => `${path}/skip`;

  it('is refused once the person has a phone, whose code the password alone does not know', async () => {
    const person = office.newcomer();
    const attacker = await office.arrive(person);
    expect(attacker.visitor.seen.html).toContain(skip(attacker.path));
    await office.assay.login.enrol(office.companyId, person, office.assay.codeFor);
    await attacker.visitor.submit(skip(attacker.path));
    expect(heading(attacker.visitor)).not.toBe('');
    const code = goesOnTo(attacker.visitor)?.searchParams.get('returnCode') ?? null;
    expect(code).toBeNull();
    expect((await office.redeem(attacker, code)).body['code']).not.toBe('enrolment_skipped');
  });

  it('is refused through the API as well', async () => {
    const person = office.newcomer();
    const { body } = await office.assay.login.start(office.companyId, person.userId);
    await office.assay.login.enrol(office.companyId, person, office.assay.codeFor);
    const skipped = await office.assay.login.post(body['id'], 'cancel', { reason: 'skipped' });
    expect([skipped.status, skipped.body['code']]).toEqual([400, 'invalid_request']);
  });

  it('is refused once the company has ended the delay, and the page says what holds now', async () => {
    const other = await beforeDeadline(office);
    const there = await other.arrive(other.newcomer());
    await other.setPolicy({ mode: 'required', enforceFrom: new Date().toISOString() });
    await there.visitor.submit(skip(there.path));
    expect(there.visitor.seen.status).toBe(200);
    expect(there.visitor.seen.html).not.toContain(skip(there.path));
    expect(goesOnTo(there.visitor)).toBeNull();
  });
});
