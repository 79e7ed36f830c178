/** One's own history and the notice: who opened the number and why, hostile text as text (R089), five languages. */

import { LOCALES } from '../../../src/domain/texts/texts.js';
import { textOf } from '../../support/browsing.js';
import { inProcessHere } from '../../support/in-process.js';
import { enrolled, enterPortal, linkFor } from '../../support/portal.js';

const HOSTILE = `"><script>alert(1)</script>{x}&amp;'`;

const assay = inProcessHere();

it('tells each sign-in and each opening of the number, with who and why', async () => {
  const person = await enrolled(assay());
  const reason = `lost phone ${HOSTILE}`;
  const path = `/v1/companies/${person.companyId}/employees/${person.userId}/reset`;
  const reset = await assay().login.call(path, {
    body: { reason },
    headers: { 'assay-actor': 'admin:ada' },
  });
  expect(reset.status).toBe(200);
  const visitor = await enterPortal(assay(), person);
  const { html } = await visitor.open('/account/history');
  const text = textOf(html);
  for (const told of [
    ...['Code accepted', 'Text message with a code', 'Phone registered', 'Phone reset'],
    ...['Administrator ada', `Reason: ${reason}`, 'For: sign-in'],
  ])
    expect(text).toContain(told);
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain(person.phoneNumber.slice(-9));
  expect(html).toContain('datetime="');
});

it('R089: a company whose name is markup is named by it, as text', async () => {
  const companyId = `c-${Date.now()}`;
  const body = { displayName: HOSTILE, defaultCountry: 'GB', timeZone: 'Pacific/Auckland' };
  await assay().login.call(`/v1/companies/${companyId}`, { method: 'PUT', body });
  const visitor = await enterPortal(assay(), { companyId, userId: 'u-1' });
  for (const path of ['/account', '/account/history', '/account/notice', '/account/phone/new']) {
    const { html, status } = await visitor.open(path);
    expect([path, status]).toEqual([path, 200]);
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain(HOSTILE);
  }
});

it('pages through a long history, and refuses a cursor that no page gave', async () => {
  const person = await enrolled(assay());
  for (let at = 0; at < 14; at += 1) await enterPortal(assay(), person);
  const visitor = await enterPortal(assay(), person);
  const first = await visitor.open('/account/history');
  const [, next = ''] = /href="(\/account\/history\?cursor=[^"]+)"/.exec(first.html) ?? [];
  const second = await visitor.open(next.replaceAll('&amp;', '&'));
  expect(second.status).toBe(200);
  expect(textOf(second.html)).toContain('Phone registered');
  expect((await visitor.open('/account/history?cursor=made-up')).status).toBe(404);
});

it('shows the notice with its version and whom to ask', async () => {
  const visitor = await enterPortal(assay(), await enrolled(assay()));
  const text = textOf((await visitor.open('/account/notice')).html);
  expect(text).toMatch(/Version en-[0-9a-f]{12}/);
  expect(text).toContain('the operator of this service');
});

it.each(LOCALES)('speaks %s on every page of the account', async (locale) => {
  const person = await enrolled(assay());
  const visitor = await enterPortal(assay(), person, { locale });
  const paths = ['', '/history', '/notice', '/phone/change', '/phone/remove', '/phone/full'];
  for (const path of paths) {
    const { html, status } = await visitor.open(`/account${path}`);
    expect([path, status]).toEqual([path, 200]);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).not.toMatch(/undefined|\[object/);
  }
  const link = await linkFor(assay(), person, { locale });
  expect((await visitor.open(link)).html).toContain(`<html lang="${locale}"`);
});
