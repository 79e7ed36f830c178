/** R058: weakening takes an administrator, a fresh code and a reason; R061 two at once; R084 other sites. */

import { textOf } from '../../support/browsing.js';
import {
  CONSOLE,
  changesOf,
  newAdmin,
  newCompany,
  policyOf,
  propose,
  proveWeakening,
  save,
  type Admin,
} from '../../support/console-policy.js';
import { inProcessHere } from '../../support/in-process.js';
import { actionEnding, enterPortal } from '../../support/portal.js';

const assay = inProcessHere();

const REASON = { reason: 'text messages fail' };
const OFF = { mode: 'off' };

/** An administrator of a company where two-factor is optional. */
async function optional(): Promise<Admin> {
  const admin = await newAdmin(assay(), await newCompany(assay()));
  await propose(admin, { mode: 'optional' });
  await save(admin);
  return admin;
}

const modeOf = async ({ companyId }: Admin) => (await policyOf(assay(), companyId))['mode'];

/** A form of a confirmation that was never offered: its token is that of another one of this session. */
async function forged(admin: Admin) {
  const { visitor } = admin;
  const proposal = visitor.seen.at.split('/').at(-1) ?? '';
  const form = { ...visitor.hidden('/portal/leave'), ...REASON, confirmation: '' };
  return visitor.post(`/console/policy/${proposal}/save`, form);
}

describe('R058: weakening', () => {
  it('with a fresh code and a reason is applied, recorded, and uses the code up', async () => {
    const admin = await optional();
    const review = await propose(admin, OFF);
    expect(textOf(review.html)).toContain('This protects less than before: Two-factor');
    expect(review.html).not.toContain('name="reason"');
    await proveWeakening(assay(), admin);
    const { at } = await save(admin, REASON);
    expect(at).toMatch(/^\/console\?saved=3/);
    const [event] = await changesOf(assay(), admin.companyId);
    expect(event).toMatchObject({
      actor: { role: 'admin', id: admin.userId },
      facts: { ...REASON, weakened: ['mode'], mode: '"optional" -> "off"' },
    });
    await propose(admin, { mode: 'optional' });
    await save(admin);
    const again = await propose(admin, OFF);
    expect(again.html).toContain('/portal/prove/weaken_policy/');
    expect(again.html).not.toContain('name="reason"');
  });

  it('without a reason is not', async () => {
    const admin = await optional();
    await propose(admin, OFF);
    await proveWeakening(assay(), admin);
    const refused = await save(admin, { reason: ' \r\n ' });
    expect([refused.status, await modeOf(admin)]).toEqual([422, 'optional']);
    expect(textOf(refused.html)).toContain('Say why');
    const long = await save(admin, { reason: 'x'.repeat(501) });
    expect([long.status, await modeOf(admin)]).toEqual([422, 'optional']);
    expect((await save(admin, REASON)).at).toContain('?saved=');
  });

  it('without a code is not, even by a form that the page did not offer', async () => {
    const admin = await optional();
    await propose(admin, OFF);
    expect((await forged(admin)).status).toBe(403);
    const { visitor } = admin;
    const { at } = await visitor.open(visitor.seen.at.replace('/save', ''));
    // The form of a change that needs no code, sent to the address of this one, has no token for it either.
    await propose(admin, { mode: 'optional', smsPerDay: '9' });
    const form = visitor.hidden(actionEnding(visitor.seen, '/save'));
    await visitor.post(`${at}/save`, { ...form, ...REASON, confirmation: '' });
    expect(await modeOf(admin)).toBe('optional');
  });

  it('with a code that was used already, or for something else, is not', async () => {
    const admin = await optional();
    await propose(admin, OFF);
    await proveWeakening(assay(), admin);
    const { visitor, companyId } = admin;
    const action = actionEnding(visitor.seen, '/save');
    const form = { ...visitor.hidden(action), ...REASON, confirmation: '' };
    const session = await assay().parts.portal.read(visitor.cookies.get('assay-portal') ?? '');
    const id = session?.session.stepUp?.challengeId ?? '';
    await assay().parts.database.query(({ rows }) =>
      rows(
        { name: '', text: 'INSERT INTO step_up_uses (challenge_id, used_at) VALUES ($1, now())' },
        [id],
      ),
    );
    const refused = await visitor.post(action, form);
    expect(textOf(refused.html)).toContain('cannot be used any more');
    expect([refused.html.includes('name="reason"'), await modeOf(admin)]).toEqual([
      false,
      'optional',
    ]);
    expect(await changesOf(assay(), companyId)).toHaveLength(1);
  });

  it('by another administrator’s session, or of another company, is not', async () => {
    const admin = await optional();
    const other = await newAdmin(assay(), admin.companyId);
    const stranger = await newAdmin(assay(), await newCompany(assay()));
    await propose(admin, OFF);
    await proveWeakening(assay(), admin);
    const action = actionEnding(admin.visitor.seen, '/save');
    const form = { ...admin.visitor.hidden(action), ...REASON, confirmation: '' };
    for (const { visitor } of [other, stranger])
      expect((await visitor.post(action, form)).status).toBe(403);
    const employee = await enterPortal(assay(), admin);
    expect((await employee.post(action, form)).status).toBe(403);
    expect(await modeOf(admin)).toBe('optional');
  });
});

it('R061: of two administrators with one version the second is shown the first one’s change', async () => {
  const one = await newAdmin(assay(), await newCompany(assay()));
  const two = await newAdmin(assay(), one.companyId);
  await propose(one, { mode: 'optional' });
  await propose(two, { mode: 'off', smsPerDay: '7' });
  await save(one, { reason: 'a first step' });
  const refused = await save(two);
  expect(refused.status).toBe(409);
  const said = textOf(refused.html);
  expect(said).toContain('The setting was changed in the meantime');
  expect(said).toContain(`administrator ${one.userId}. Reason given: a first step`);
  expect(said).toMatch(/Two-factor\s+Optional\s+Off/);
  expect(await policyOf(assay(), one.companyId)).toMatchObject({
    mode: 'optional',
    smsPerDay: null,
  });
  expect(await changesOf(assay(), one.companyId)).toHaveLength(1);
});

it('R061: two at the same moment: one change, one page that says so', async () => {
  const one = await newAdmin(assay(), await newCompany(assay()));
  const two = await newAdmin(assay(), one.companyId);
  await propose(one, { mode: 'optional' });
  await propose(two, { mode: 'optional', smsPerDay: '7' });
  const [first, second] = await Promise.all([save(one), save(two)]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expect(await changesOf(assay(), one.companyId)).toHaveLength(1);
});

it('a double click is one change, and both answers say that it is saved', async () => {
  const admin = await newAdmin(assay(), await newCompany(assay()));
  await propose(admin, { mode: 'optional' });
  const action = actionEnding(admin.visitor.seen, '/save');
  const form = { ...admin.visitor.hidden(action), reason: '', confirmation: '' };
  for (let click = 0; click < 2; click += 1) {
    const { html } = await admin.visitor.post(action, form);
    expect(textOf(html)).toContain('The change is saved');
  }
  expect(await changesOf(assay(), admin.companyId)).toHaveLength(1);
});

describe('R084: nothing is changed', () => {
  it.each([
    { Origin: 'https://evil.test' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    {},
  ])('by a form sent with %j', async (headers) => {
    const admin = await newAdmin(assay(), await newCompany(assay()));
    await propose(admin, { mode: 'optional' });
    const action = actionEnding(admin.visitor.seen, '/save');
    const form = { ...admin.visitor.hidden(action), reason: '', confirmation: '' };
    expect((await admin.visitor.post(action, form, headers)).status).toBe(403);
    expect(await modeOf(admin)).toBe('off');
  });

  it('by opening an address, nor by a proposal that no page wrote', async () => {
    const admin = await newAdmin(assay(), await newCompany(assay()));
    await propose(admin, { mode: 'optional' });
    const action = actionEnding(admin.visitor.seen, '/save');
    for (const method of ['GET', 'HEAD'])
      expect((await admin.visitor.request(action, { method })).status).toBe(405);
    for (const text of ['x', btoa('{"version":1}'), btoa('[]')])
      expect((await admin.visitor.open(`/console/policy/${text}`)).status).toBe(404);
    expect(await modeOf(admin)).toBe('off');
  });
});

describe('R089: a reason is shown as text', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</p></main><form action="https://evil.test">',
    "{id} '{reason}' {count, plural, other {#}}",
  ])('%j', async (reason) => {
    const admin = await newAdmin(assay(), await newCompany(assay()));
    await propose(admin, { mode: 'optional' });
    const { html } = await save(admin, { reason });
    expect(textOf(html)).toContain(
      `Reason given: ${reason.replace(/<[^>]+>/g, ' $&')}`.slice(0, 14),
    );
    expect(html).toContain(
      reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    );
    expect((await admin.visitor.open(CONSOLE)).html).not.toContain('<img');
  });
});
