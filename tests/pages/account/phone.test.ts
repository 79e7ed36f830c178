/** Seeing, changing and removing one's own number: R047 a session alone is not enough, R095 no number in full. */

import { randomUUID } from 'node:crypto';

import { textOf, type Browsing } from '../../support/browsing.js';
import { inProcessHere } from '../../support/in-process.js';
import { otherCode } from '../../support/people.js';
import {
  SESSION_COOKIE,
  actionEnding,
  enrolled,
  enterPortal,
  freshNumber,
  invited,
  prove,
} from '../../support/portal.js';

const assay = inProcessHere();

const CHANGE = '/account/phone/change';
const REMOVE = '/account/phone/remove';
const FULL = '/account/phone/full';
const CODE = '/account/phone/code';

async function inside() {
  const person = await enrolled(assay());
  const visitor = await enterPortal(assay(), person);
  return { ...person, visitor };
}

/** As the company sees it. */
async function phoneOf({ companyId, userId }: { companyId: string; userId: string }) {
  const { body } = await assay().login.call(`/v1/companies/${companyId}/employees/${userId}`);
  return (body['factor'] as { maskedDestination: string } | null)?.maskedDestination;
}

it('shows the number masked, since when, and what can be done with it', async () => {
  const { visitor, phoneNumber } = await inside();
  const text = textOf(visitor.seen.html);
  expect(text).toContain(`•••• ${phoneNumber.slice(-2)}`);
  expect(text).toContain('Registered');
  for (const path of [FULL, CHANGE, REMOVE]) expect(visitor.seen.html).toContain(`href="${path}"`);
});

describe('R047: a session without a fresh code', () => {
  it.each([
    [FULL, {}],
    [REMOVE, {}],
    [CHANGE, { phoneNumber: '+447700900999', noticeVersion: 'en-0' }],
  ])('changes and shows nothing at %s', async (path, fields) => {
    const { visitor, phoneNumber, ...person } = await inside();
    const form = await tokensFor(visitor, path);
    const answer = await visitor.post(path, { ...form, ...fields });
    expect(answer.html).not.toContain(phoneNumber.slice(-6));
    expect(answer.at).toMatch(/^\/portal\/prove\/|^\/account\/phone\/new|^\/account$/);
    expect(await phoneOf(person)).toBe(`•••• ${phoneNumber.slice(-2)}`);
  });

  it('R048: and one for another act opens nothing either', async () => {
    const { visitor, phoneNumber, ...person } = await inside();
    await visitor.open(FULL);
    expect((await prove(assay(), visitor, phoneNumber)).at).toBe(FULL);
    const form = await tokensFor(visitor, REMOVE);
    await visitor.post(REMOVE, form);
    expect(await phoneOf(person)).toBe(`•••• ${phoneNumber.slice(-2)}`);
  });
});

/** The token for an address, which any page of the same session could show. */
async function tokensFor(visitor: Browsing, path: string): Promise<Record<string, string>> {
  const { csrfToken } = await import('../../../src/pages/forgery.js');
  const secret = visitor.cookies.get(SESSION_COOKIE) ?? '';
  return { csrf: csrfToken(secret, path), once: randomUUID().replaceAll('-', '').slice(0, 22) };
}

it('R095: shows the number in full on one page, after a code, once', async () => {
  const { visitor, phoneNumber } = await inside();
  const national = '7700 900';
  const asking = await visitor.open(FULL);
  expect(asking.html).not.toContain(national);
  const before = visitor.cookies.get(SESSION_COOKIE);
  const proven = await prove(assay(), visitor, phoneNumber);
  expect(proven.at).toBe(FULL);
  expect(proven.html).not.toContain(national);
  expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(before);
  const shown = await visitor.submit(FULL);
  expect(textOf(shown.html)).toContain(`+44 7700 ${phoneNumber.slice(-6)}`);
  expect(shown.headers.get('Cache-Control')).toBe('no-store');
  expect((await visitor.open(FULL)).at).toMatch(/^\/portal\/prove\/view_phone\//);
  const history = await visitor.open('/account/history');
  expect(textOf(history.html)).toContain('You saw your number in full');
  expect(history.html).not.toContain(national);
});

it('changes the number by a code to the old one and a code to the new one, with a typo corrected', async () => {
  const { visitor, phoneNumber, ...person } = await inside();
  const [typo, right] = [freshNumber(), freshNumber()];
  await visitor.open(CHANGE);
  await prove(assay(), visitor, phoneNumber);
  expect(visitor.seen.at).toBe(CHANGE);
  const wrong = await visitor.submit(CHANGE, { phoneNumber: '12' });
  expect(wrong.status).toBe(422);
  expect(textOf(wrong.html)).toContain('Enter a mobile phone number such as');
  expect(wrong.html).toContain('value="12"');
  const same = await visitor.submit(CHANGE, { phoneNumber });
  expect(textOf(same.html)).toContain('registered for you already');
  expect((await visitor.submit(CHANGE, { phoneNumber: typo })).at).toBe(CODE);
  await visitor.open('/account/phone/number');
  expect((await visitor.submit('/account/phone/number', { phoneNumber: right })).at).toBe(CODE);
  expect(textOf(visitor.seen.html)).toContain(`ending in ${right.slice(-2)}`);

  const code = assay().codeFor(right);
  const refused = await visitor.submit(`${CODE}/code`, { code: otherCode(code) });
  expect(textOf(refused.html)).toMatch(/not correct\. \d tries are left/);
  expect(await phoneOf(person)).toBe(`•••• ${phoneNumber.slice(-2)}`);
  const done = await visitor.submit(`${CODE}/code`, { code });
  expect(done.at).toBe('/account?done=changed');
  expect(await phoneOf(person)).toBe(`•••• ${right.slice(-2)}`);
  expect(assay().textsTo(phoneNumber).at(-1)).toContain('another phone number');
});

it('a double click on the new number sends one code', async () => {
  const { visitor, phoneNumber } = await inside();
  const number = freshNumber();
  await visitor.open(CHANGE);
  await prove(assay(), visitor, phoneNumber);
  const page = visitor.seen;
  await visitor.submit(CHANGE, { phoneNumber: number });
  visitor.seen = page;
  expect((await visitor.submit(CHANGE, { phoneNumber: number })).at).toBe(CODE);
  expect(assay().textsTo(number)).toHaveLength(1);
});

describe('removing the number', () => {
  it('is refused in words where the company requires one', async () => {
    const { visitor } = await inside();
    const page = await visitor.open(REMOVE);
    expect(textOf(page.html)).toContain('It cannot be removed, but it can be changed');
    expect(page.html).not.toContain('/start"');
  });

  it('says what follows, takes a code, and tells the phone', async () => {
    const person = await invited(assay());
    const { phoneNumber, companyId, userId } = person;
    const visitor = await enterPortal(assay(), person);
    const page = await visitor.open(REMOVE);
    expect(textOf(page.html)).toContain('your password alone protects your sign-in');
    await prove(assay(), visitor, phoneNumber);
    expect(visitor.seen.at).toBe(REMOVE);
    const done = await visitor.submit(REMOVE);
    expect(done.at).toBe('/account?done=removed');
    expect(textOf(done.html)).toContain('No phone is registered for you');
    expect(await phoneOf({ companyId, userId })).toBeUndefined();
    expect(assay().textsTo(phoneNumber).at(-1)).toContain('removed');
  });
});

it('registers a first phone while there is leave to, and says so where there is none', async () => {
  const companyId = await assay().login.company();
  const userId = `u-${randomUUID()}`;
  const visitor = await enterPortal(assay(), { companyId, userId });
  expect(visitor.seen.html).toContain('href="/account/phone/new"');
  await visitor.open('/account/phone/new');
  const phoneNumber = freshNumber();
  await visitor.submit('/account/phone/new', { phoneNumber });
  const done = await visitor.submit(`${CODE}/code`, { code: assay().codeFor(phoneNumber) });
  expect(done.at).toBe('/account?done=enrolled');
  expect(await phoneOf({ companyId, userId })).toBe(`•••• ${phoneNumber.slice(-2)}`);

  const off = `c-${randomUUID()}`;
  const body = { displayName: 'Off Ltd', defaultCountry: 'GB' };
  await assay().login.call(`/v1/companies/${off}`, { method: 'PUT', body });
  const nobody = await enterPortal(assay(), { companyId: off, userId });
  expect(nobody.seen.html).not.toContain('href="/account/phone/new"');
  const refused = await nobody.open('/account/phone/new');
  expect(textOf(refused.html)).toContain('does not ask for codes at the moment');
});

it('a wrong code for an act is told with the tries that are left, and a used-up one is asked for anew', async () => {
  const { visitor, phoneNumber } = await inside();
  await visitor.open(FULL);
  await visitor.submit(actionEnding(visitor.seen, '/start'));
  const code = assay().codeFor(phoneNumber);
  for (let left = 4; left > 0; left -= 1) {
    const wrong = await visitor.submit(actionEnding(visitor.seen, '/code'), {
      code: otherCode(code, left),
    });
    expect(wrong.status).toBe(422);
  }
  const over = await visitor.submit(actionEnding(visitor.seen, '/code'), {
    code: otherCode(code, 5),
  });
  expect(over.at).toMatch(/^\/portal\/prove\/view_phone\//);
  expect(textOf(over.html)).toContain('No tries are left.');
  expect(over.html).toContain('/start"');
});
