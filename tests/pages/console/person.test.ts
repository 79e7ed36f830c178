/** One person in the console over HTTP: status in words, invitation, reset; hostile text as text (R089). */

import { textOf, type Browsing } from '../../support/browsing.js';
import { atWork, listed } from '../../support/console.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled, enterPortal } from '../../support/portal.js';

const HOSTILE = `"><script>alert(1)</script>{x}<img src=x onerror=alert(1)>'&amp;=1+1`;

const assay = inProcessHere();

const at = (userId: string) => `/console/person/${userId}`;

function day(daysAhead: number): string {
  return new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
}

async function invite(visitor: Browsing, userId: string, reason = 'starts on Monday') {
  await visitor.open(at(userId));
  return visitor.submit(`${at(userId)}/invite`, { reason, until: day(30) });
}

async function grantsOf(companyId: string, userId: string): Promise<number> {
  const path = `/v1/companies/${companyId}/audit-events?kind=enrolment.granted&userId=${userId}`;
  const { body } = await assay().login.call(path);
  return (body['items'] as unknown[]).length;
}

it('says how a person stands, why, and what follows, without their number (R091, R095)', async () => {
  const { visitor, companyId } = await atWork(assay());
  const [userId = ''] = await listed(assay(), companyId, 1);
  const other = await enrolled(assay(), companyId);
  const text = textOf((await visitor.open(at(userId))).html);
  expect(text).toContain('Not registered');
  expect(text).toContain('At the next sign-in this person is asked to register a phone.');
  const { html } = await visitor.open(at(other.userId));
  expect(textOf(html)).toContain('A phone is registered and confirmed.');
  expect(html).toContain(`•••• ${other.phoneNumber.slice(-2)}`);
  expect(html).not.toContain(other.phoneNumber.slice(-4));
  expect(html).not.toContain('/invite"');
});

it('tells how many wrong codes were entered in a row', async () => {
  const { visitor, companyId } = await atWork(assay());
  const { userId } = await enrolled(assay(), companyId);
  const { id } = await assay().login.begin(companyId, userId);
  const wrong = ['000000', '000001', '000002'];
  for (const code of wrong) await assay().login.verify(id, code);
  expect(textOf((await visitor.open(at(userId))).html)).toMatch(/Wrong codes in a row [23]/);
});

it('invites with a reason and a day; the same form sent twice is one invitation', async () => {
  const { visitor, companyId } = await atWork(assay());
  const [userId = ''] = await listed(assay(), companyId, 1);
  const reason = `new ${HOSTILE}`;
  await visitor.open(at(userId));
  const form = { ...visitor.hidden(`${at(userId)}/invite`), reason, until: day(30) };
  for (let click = 0; click < 2; click += 1) {
    const done = await visitor.post(`${at(userId)}/invite`, form);
    expect([done.status, done.at]).toEqual([200, `${at(userId)}?done=invited`]);
    expect(textOf(done.html)).toContain('The invitation is open');
  }
  expect(await grantsOf(companyId, userId)).toBe(1);
  const { html } = await visitor.open(`/console/audit?person=${userId}&kind=enrolment.granted`);
  expect(textOf(html)).toContain(`Reason: ${reason}`);
  expect(html).not.toMatch(/<script>alert|<img src=x/);
});

it.each([
  ['Say why.', '', day(30)],
  ['500 characters at most', 'x'.repeat(501), day(30)],
  ['Enter a day from today on', 'new', ''],
  ['Enter a day from today on', 'new', '2026-02-30'],
  ['Enter a day from today on', 'new', day(-2)],
  ['Enter a day from today on', 'new', day(95)],
])('invites nobody, but says %j', async (told, reason, until) => {
  const { visitor, companyId } = await atWork(assay());
  const [userId = ''] = await listed(assay(), companyId, 1);
  await visitor.open(at(userId));
  const refused = await visitor.submit(`${at(userId)}/invite`, { reason, until });
  expect(refused.status).toBe(422);
  expect(textOf(refused.html)).toContain(told);
  expect(await grantsOf(companyId, userId)).toBe(0);
});

it('invites nobody who has a phone', async () => {
  const { visitor, companyId } = await atWork(assay());
  const [userId = ''] = await listed(assay(), companyId, 1);
  await visitor.open(at(userId));
  const form = { ...visitor.hidden(`${at(userId)}/invite`), reason: 'late', until: day(3) };
  await assay().login.enrol(companyId, { userId, phoneNumber: '+447700900990' }, (number) =>
    assay().codeFor(number),
  );
  const done = await visitor.post(`${at(userId)}/invite`, form);
  expect(textOf(done.html)).not.toContain('The invitation is open');
  expect(await grantsOf(companyId, userId)).toBe(0);
});

it('resets after its consequences were read, with a reason, once, and tells the old number', async () => {
  const { visitor, companyId } = await atWork(assay());
  const other = await enrolled(assay(), companyId);
  const before = assay().textsTo(other.phoneNumber).length;
  await visitor.open(at(other.userId));
  expect(visitor.seen.html).not.toContain(`action="${at(other.userId)}/reset"`);
  await visitor.open(`${at(other.userId)}/reset`);
  expect(textOf(visitor.seen.html)).toContain('The number is removed at once.');
  const empty = await visitor.submit(`${at(other.userId)}/reset`, { reason: ' \n ' });
  expect([empty.status, textOf(empty.html)]).toEqual([422, expect.stringContaining('Say why.')]);
  const form = { ...visitor.hidden(`${at(other.userId)}/reset`), reason: `lost ${HOSTILE}` };
  for (let click = 0; click < 2; click += 1) {
    const done = await visitor.post(`${at(other.userId)}/reset`, form);
    expect([done.status, done.at]).toEqual([200, `${at(other.userId)}?done=reset`]);
    expect(textOf(done.html)).toContain('The phone was reset');
    expect(done.html).not.toMatch(/<script>alert|<img src=x/);
  }
  expect(assay().textsTo(other.phoneNumber)).toHaveLength(before + 1);
  const path = `/v1/companies/${companyId}/audit-events?kind=factor.reset&userId=${other.userId}`;
  const { body } = await assay().login.call(path);
  expect(body['items']).toEqual([
    expect.objectContaining({ actor: { role: 'admin', id: expect.any(String) as string } }),
  ]);
});

it('R047: nobody resets their own phone, since that would change it without a fresh code', async () => {
  const { visitor, companyId, userId, phoneNumber } = await atWork(assay());
  expect(textOf((await visitor.open(at(userId))).html)).toContain('This is you.');
  expect((await visitor.open(`${at(userId)}/reset`)).status).toBe(403);
  expect((await visitor.open(`${at(userId.toUpperCase())}/reset`)).status).toBe(403);
  const other = await enrolled(assay(), companyId);
  await visitor.open(`${at(other.userId)}/reset`);
  const form = { ...visitor.hidden(`${at(other.userId)}/reset`), reason: 'mine' };
  expect((await visitor.post(`${at(userId)}/reset`, form)).status).toBe(403);
  expect(assay().textsTo(phoneNumber).join()).not.toContain('removed');
  expect((await enterPortal(assay(), { companyId, userId })).seen.html).toContain('••••');
});

it('says done only where it is so', async () => {
  const { visitor, companyId } = await atWork(assay());
  const [userId = ''] = await listed(assay(), companyId, 1);
  for (const done of ['reset', 'invited', 'x'])
    expect((await visitor.open(`${at(userId)}?done=${done}`)).html).not.toContain('role="status"');
  expect((await invite(visitor, userId)).html).toContain('role="status"');
});
