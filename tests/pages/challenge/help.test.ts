/** What a person can do when no code comes, when it is too late, and when it was not them. */

import { jest } from '@jest/globals';

import { otherCode } from '../../support/people.js';
import { later } from './later.js';
import { goesOnTo, heading, Office, words } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 180_000);
afterAll(() => office.close());
afterEach(() => jest.useRealTimers());

const problems = '/problems';

it('the link to help stands in the same place, and leads to every way on', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  const place = () => visitor.seen.html.indexOf('Not received a text message?') > 0;
  expect(place()).toBe(true);
  await visitor.submit(`${path}/code`, { code: otherCode(office.codeFor(there)) });
  expect(place()).toBe(true);
  await visitor.open(path + problems);
  for (const said of ['Send the code again', 'I no longer have this phone', 'This was not me'])
    expect(words(visitor)).toContain(said);
  expect(words(visitor)).not.toContain('Help from');
});

it('shows the help text of the company, as text', async () => {
  const { companyId, assay } = office;
  const company = { displayName: 'Acme', defaultCountry: 'GB', locale: 'en', timeZone: 'UTC' };
  const supportText = 'Call <b>4711</b> or ask at the desk.';
  const body = { ...company, supportText };
  const put = await assay.login.call(`/v1/companies/${companyId}`, { method: 'PUT', body });
  expect(put.status).toBe(200);
  const { visitor, path } = await office.arrive(await office.enrolled());
  await visitor.open(path + problems);
  expect(visitor.seen.html).toContain('<p>Call &lt;b>4711&lt;/b> or ask at the desk.</p>');
  await assay.login.call(`/v1/companies/${companyId}`, { method: 'PUT', body: company });
});

it('sends again no sooner than it says, the same code, once for a double click', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path, phoneNumber } = there;
  const texts = () => office.assay.textsTo(phoneNumber).length;
  const before = texts();
  await visitor.open(path + problems);
  const [, wait] = /data-wait="(\d+)"/.exec(visitor.seen.html) ?? [];
  expect(Number(wait)).toBeGreaterThan(0);
  await visitor.submit(`${path}/resend`);
  expect(visitor.seen.status).toBe(429);
  expect(words(visitor)).toMatch(/It can be sent again in \d+ seconds/);
  expect(texts()).toBe(before);
  const code = office.codeFor(there);
  later(1);
  const form = visitor.hidden(`${path}/resend`);
  for (let n = 0; n < 2; n += 1) {
    await visitor.post(`${path}/resend`, form);
    expect(visitor.seen.status).toBe(200);
    expect(words(visitor)).toContain('The code was sent again to the phone ending in');
  }
  expect(texts()).toBe(before + 1);
  expect(office.codeFor(there)).toBe(code);
});

it('an expired code keeps the page and its way back: a new one is sent and accepted', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  const old = office.codeFor(there);
  later(6);
  await visitor.submit(`${path}/code`, { code: old });
  expect(heading(visitor)).toBe('This code has expired');
  await visitor.submit(`${path}/restart`);
  expect(heading(visitor)).toBe('Enter your security code');
  expect(office.codeFor(there)).not.toBe(old);
  await visitor.submit(`${path}/code`, { code: old });
  expect(words(visitor)).toContain('4 tries are left');
  await visitor.submit(`${path}/code`, { code: office.codeFor(there) });
  const back = goesOnTo(visitor)?.searchParams;
  expect(back?.get('state')).toBe('x&y=1');
  const id = back?.get('challengeId') ?? '';
  expect(await office.redeem({ ...there, id }, back?.get('returnCode') ?? null)).toMatchObject({
    status: 200,
  });
});

it('an hour later the page is gone, with a way to begin again', async () => {
  const { visitor, path } = await office.arrive(await office.enrolled());
  later(61);
  await visitor.open(path);
  expect(visitor.seen.status).toBe(404);
  expect(words(visitor)).toContain('It may have expired');
});

it('says how long codes are refused after ten wrong ones, and refuses them so long', async () => {
  const person = await office.enrolled();
  const wrong = async (n: number) => {
    const there = await office.arrive(person);
    for (let left = n; left > 0; left -= 1)
      await there.visitor.submit(`${there.path}/code`, {
        code: otherCode(office.codeFor(person), left),
      });
    return there;
  };
  await wrong(4);
  later(2);
  await wrong(4);
  later(4);
  const there = await wrong(2);
  await there.visitor.submit(`${there.path}/code`, { code: office.codeFor(person) });
  expect(there.visitor.seen.status).toBe(429);
  expect(words(there.visitor)).toMatch(/codes are accepted again in \d+ seconds/);
  later(5);
  await there.visitor.submit(`${there.path}/code`, { code: office.codeFor(person) });
  expect(heading(there.visitor)).toBe('The code was accepted');
});

it('"this was not me" ends it for good, and says what to do', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  await visitor.open(path + problems);
  const form = visitor.hidden(`${path}/cancel`);
  await visitor.post(`${path}/cancel`, form);
  await visitor.post(`${path}/cancel`, form);
  expect(heading(visitor)).toBe('This was stopped');
  expect(words(visitor)).toContain('Change your password now and tell your administrator.');
  expect(goesOnTo(visitor)).toBeNull();
  await visitor.open(path);
  await visitor.open(`${path}/code`);
  expect(heading(visitor)).toBe('This was stopped');
  await visitor.open(path);
  expect((await office.redeem(there, null)).status).toBeGreaterThanOrEqual(400);
  const query = `userId=${there.userId}&kind=challenge.disowned`;
  const { body } = await office.assay.login.call(
    `/v1/companies/${office.companyId}/audit-events?${query}`,
  );
  expect(body['items']).toEqual([
    expect.objectContaining({
      actor: { role: 'employee', id: there.userId },
      facts: { challengeId: there.id },
    }),
  ]);
});

it('tells the script what became of the message, and when it is over', async () => {
  const there = await office.arrive(await office.enrolled());
  const state = async () => {
    const headers = { Accept: 'application/json' };
    const answer = await there.visitor.request(`${there.path}/state`, { headers });
    return (await answer.json()) as Record<string, unknown>;
  };
  expect(await state()).toMatchObject({ state: 'sms accepted none', isOver: false });
  await there.visitor.submit(`${there.path}/code`, { code: office.codeFor(there) });
  expect(await state()).toEqual({
    state: 'approved',
    text: 'This code can no longer be entered.',
    isOver: true,
  });
});

it('speaks the language that is chosen on the page, and keeps it', async () => {
  const { visitor, path } = await office.arrive(await office.enrolled());
  await visitor.submit(`${path}/language`, { locale: 'de' });
  expect(visitor.seen.html).toContain('<html lang="de"');
  expect(heading(visitor)).toBe('Geben Sie Ihren Sicherheitscode ein');
  await visitor.open(path);
  expect(visitor.seen.html).toContain('<html lang="de"');
  expect((await visitor.submit(`${path}/language`, { locale: 'xx' })).status).toBe(400);
});
