/** Two-factor set by an administrator: R091 proven first, what it would mean, and the record of it. */

import { textOf } from '../../support/browsing.js';
import {
  CONSOLE,
  changesOf,
  nameEverybody,
  newAdmin,
  newCompany,
  policyOf,
  propose,
  proveWeakening,
  save,
} from '../../support/console-policy.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled, enterPortal, prove } from '../../support/portal.js';

const assay = inProcessHere();

const FUTURE = '2036-03-03';
const required = { mode: 'required', enforceFrom: FUTURE };

describe('R091: the console', () => {
  const pages = [CONSOLE, '/console/texts', '/console/policy/eyJ2ZXJzaW9uIjoxfQ'];

  it('shows an administrator without a proof nothing, and lets a new one enrol there', async () => {
    const companyId = await newCompany(assay());
    const visitor = await enterPortal(assay(), { companyId, userId: 'boss' }, { role: 'admin' });
    for (const page of pages) {
      const { at, html } = await visitor.open(page);
      expect(at).toMatch(/^\/portal\/prove\/open_console\//);
      expect(textOf(html)).not.toContain('Two-factor');
    }
    const admin = await newAdmin(assay(), companyId);
    expect(admin.visitor.seen.at).toBe(CONSOLE);
    expect(textOf(admin.visitor.seen.html)).toContain('Nobody is asked for a code');
  });

  it('asks an administrator with a phone for a code in every new session', async () => {
    const { companyId, userId, phoneNumber } = await newAdmin(assay(), await newCompany(assay()));
    const again = await enterPortal(assay(), { companyId, userId }, { role: 'admin' });
    expect(again.seen.at).toMatch(/^\/portal\/prove\/open_console\//);
    expect((await prove(assay(), again, phoneNumber)).at).toBe(CONSOLE);
  });

  it.each(['employee', 'support'] as const)('does not exist for the role %s', async (role) => {
    const visitor = await enterPortal(assay(), await enrolled(assay()), { role });
    for (const page of pages) expect((await visitor.open(page)).status).toBe(404);
  });
});

it('switches on in two steps, and tells who did it, when and why', async () => {
  const companyId = await newCompany(assay());
  const admin = await newAdmin(assay(), companyId);
  await nameEverybody(assay(), companyId, [admin.userId, 'ann', 'ben']);
  const review = await propose(admin, required);
  const said = textOf(review.html);
  expect(review.status).toBe(200);
  expect(said).toMatch(/Two-factor\s+Off\s+Required/);
  expect(said).toContain('1 of 3 known people have a phone registered');
  expect(said).toContain('2 people have no phone registered');
  expect(said).toContain('ann, ben');
  expect(said).toContain('Nobody on your list would be locked out on 3 Mar 2036, 09:00');
  expect(review.html).not.toContain('name="confirmation"');
  expect(await policyOf(assay(), companyId)).toMatchObject({ mode: 'off' });

  const done = await save(admin, { reason: 'the auditors asked for it' });
  expect(textOf(done.html)).toContain('The change is saved');
  expect(textOf(done.html)).toContain('Reason given: the auditors asked for it');
  expect(await policyOf(assay(), companyId)).toMatchObject({
    ...{ mode: 'required', enforceFrom: '2036-03-03T09:00:00.000Z', countries: null },
  });
  const [event] = await changesOf(assay(), companyId);
  expect(event).toMatchObject({
    actor: { role: 'admin', id: admin.userId },
    facts: { mode: '"off" -> "required"', reason: 'the auditors asked for it' },
  });
});

it('says that nobody can tell who would be locked out where the list is not complete', async () => {
  const admin = await newAdmin(assay(), await newCompany(assay()));
  const review = await propose(admin, required);
  expect(textOf(review.html)).toContain('Who would be locked out cannot be said');
  expect(textOf(review.html)).not.toContain('Nobody on your list');
  const refused = await save(admin, { confirmation: 'Acne' });
  expect([refused.status, (await policyOf(assay(), admin.companyId))['mode']]).toEqual([
    422,
    'off',
  ]);
  expect((await save(admin, { confirmation: ' aCME ' })).at).toMatch(/^\/console\?saved=2/);
});

it('names who would be locked out, and wants the company’s name typed', async () => {
  const companyId = await newCompany(assay());
  const admin = await newAdmin(assay(), companyId);
  await nameEverybody(assay(), companyId, [admin.userId, 'ann']);
  await assay().login.call(`/v1/companies/${companyId}/employees/ann/reset`, {
    body: { reason: 'lost phone' },
  });
  const review = await propose(admin, required);
  const said = textOf(review.html);
  expect(said).toContain('One person would be locked out on 3 Mar 2036, 09:00');
  expect(said).toContain('Type “Acme” to confirm');
  expect((await save(admin)).status).toBe(422);
  expect((await save(admin, { confirmation: 'Acme' })).at).toContain('?saved=');
});

it('previews narrower countries, and the reach of nobody is hidden', async () => {
  const companyId = await newCompany(assay());
  const admin = await newAdmin(assay(), companyId);
  await nameEverybody(assay(), companyId, [admin.userId]);
  const review = await propose(admin, { mode: 'optional', countryChoice: 'some', countries: 'DE' });
  const said = textOf(review.html);
  expect(said).toContain('One person has a phone number of United Kingdom');
  expect(said).toContain('One person would be locked out');
  expect((await save(admin, { confirmation: 'Acme' })).at).toContain('?saved=');
  expect(await policyOf(assay(), companyId)).toMatchObject({ countries: ['DE'] });
});

it('tells when numbers go before it is switched off, and undoes a change on request', async () => {
  const companyId = await newCompany(assay());
  const admin = await newAdmin(assay(), companyId);
  await propose(admin, { mode: 'optional' });
  const done = await save(admin);
  const [, undo = ''] = /href="([^"]+)">Undo/.exec(done.html) ?? [];
  await admin.visitor.open(undo);
  await proveWeakening(assay(), admin);
  const said = textOf(admin.visitor.seen.html);
  expect(said).toMatch(/Two-factor\s+Optional\s+Off/);
  expect(said).toMatch(/One registered phone number loses its purpose.*erased after \d+ days/);
  const off = await save(admin, { reason: 'a mistake' });
  expect(textOf(off.html)).toContain('will be erased on');
  expect(await policyOf(assay(), companyId)).toMatchObject({ mode: 'off' });
});

describe('the form', () => {
  it.each([
    [{ mode: 'sometimes' }, 'Choose whether'],
    [{ mode: 'required', enforceFrom: '2020-01-01' }, 'Enter a day that is today or later'],
    [{ mode: 'required', enforceFrom: '' }, 'Enter a day that is today or later'],
    [{ mode: 'optional', enrolmentDays: '366' }, 'from 1 to 365'],
    [{ mode: 'optional', enrolmentDays: '1.5' }, 'from 1 to 365'],
    [{ mode: 'optional', smsPerDay: '-3' }, 'from 1 to 1000000'],
    [{ mode: 'optional', countryChoice: 'some' }, 'Tick at least one country'],
    [{ mode: 'optional', countryChoice: 'some', countries: 'XX' }, 'Tick at least one country'],
  ])('refuses %j at its field, keeping what was typed', async (fields, text) => {
    const admin = await shared();
    const refused = await propose(admin, fields);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(text);
    expect(refused.html).toContain('<title>Error: ');
    const typed = Object.entries(fields).filter(([name]) => name === 'enrolmentDays');
    for (const [name, value] of typed)
      expect(refused.html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
  });

  it('proposes a working day, and changes nothing where nothing was changed', async () => {
    const admin = await shared();
    const { html } = await admin.visitor.open(CONSOLE);
    const [, day = ''] = /name="enforceFrom"[^>]*value="([^"]+)"/.exec(html) ?? [];
    expect([0, 6]).not.toContain(new Date(day).getUTCDay());
    const same = await propose(admin, { mode: 'off', enforceFrom: day });
    expect(textOf(same.html)).toContain('Nothing was changed');
  });

  let kept: Awaited<ReturnType<typeof newAdmin>> | undefined;
  async function shared() {
    kept ??= await newAdmin(assay(), await newCompany(assay()));
    return kept;
  }
});

it('shows the texts in five languages and sends none', async () => {
  const admin = await newAdmin(assay(), await newCompany(assay(), { displayName: 'Gold & Söhne' }));
  const before = assay().textsTo(admin.phoneNumber).length;
  const { html } = await admin.visitor.open('/console/texts');
  const words = ['Do not share', 'Nicht weitergeben', 'communiquez', 'compart', 'comunichi'];
  for (const word of words) expect(html.toLowerCase()).toContain(word.toLowerCase());
  expect(html.match(/<blockquote lang="\w\w">123456/g)).toHaveLength(5);
  expect(assay().textsTo(admin.phoneNumber)).toHaveLength(before);
});
