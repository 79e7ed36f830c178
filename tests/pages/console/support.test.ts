/** Support's desk over HTTP: one person by company and id, a reset with a reason, and nothing opened. */

import { textOf } from '../../support/browsing.js';
import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled } from '../../support/portal.js';

const assay = inProcessHere();

const FIND = '/support/find';
const REASON = `ticket <script>alert(1)</script>{x}'`;

it('finds a person of its company by id, and shows why the session was opened (R089)', async () => {
  const { visitor, companyId } = await atWork(assay(), { role: 'support', reason: REASON });
  const [userId = ''] = await listed(assay(), companyId, 1);
  const desk = await visitor.open('/support');
  expect(textOf(desk.html)).toContain(`Reason given ${REASON}`);
  expect(desk.html).not.toContain('<script>alert');
  const found = await visitor.submit(FIND, { companyId, userId: ` ${userId} ` });
  expect([found.status, found.at]).toEqual([200, `/support/person/${userId}`]);
  expect(textOf(found.html)).toContain('Not registered');
  expect(found.html).not.toContain('/invite');
});

it('R076: says the same of another company, of nobody and of what is no id', async () => {
  const { visitor, companyId } = await atWork(assay(), { role: 'support' });
  const theirs = await enrolled(assay());
  const [own = ''] = await listed(assay(), companyId, 1);
  for (const [company, userId] of [
    [theirs.companyId, theirs.userId],
    [companyId, theirs.userId],
    [theirs.companyId, own],
    ['c-nowhere', own],
    [companyId, 'u-nobody'],
    [companyId, '*'],
    [companyId, ''],
  ] as const) {
    await visitor.open('/support');
    const nobody = await visitor.submit(FIND, { companyId: company, userId });
    expect([nobody.status, nobody.at]).toEqual([422, FIND]);
    expect(textOf(nobody.html)).toContain('Nobody with this id is known at this company.');
  }
});

it('R095: shows the last two digits of a number alone, and opens none', async () => {
  const { visitor, companyId } = await atWork(assay(), { role: 'support' });
  const other = await enrolled(assay(), companyId);
  const { html } = await visitor.open(`/support/person/${other.userId}`);
  expect(html).toContain(`•••• ${other.phoneNumber.slice(-2)}`);
  expect(html).not.toContain(other.phoneNumber.slice(-4));
  const path = `/v1/companies/${companyId}/audit-events?kind=phone.viewed`;
  expect((await assay().login.call(path)).body['items']).toEqual([]);
});

it('resets on request, with the reason of the session at hand, and the company can read it', async () => {
  const { visitor, companyId, userId } = await atWork(assay(), { role: 'support', reason: REASON });
  const other = await enrolled(assay(), companyId);
  const action = `/support/person/${other.userId}/reset`;
  const asked = await visitor.open(action);
  const [, prefilled = ''] = /name="reason"[^>]*value="([^"]*)"/.exec(asked.html) ?? [];
  expect(textOf(prefilled)).toBe(REASON);
  const done = await visitor.submit(action, { reason: `${REASON}, by phone` });
  expect(done.at).toBe(`/support/person/${other.userId}?done=reset`);
  const admin = await atWork(assay(), { among: companyId });
  const { html } = await admin.visitor.open('/console/audit?kind=factor.reset');
  expect(textOf(html)).toContain(`Support ${userId}`);
  expect(textOf(html)).toContain(`Reason: ${REASON}, by phone`);
  expect(html).not.toContain('<script>alert');
});
