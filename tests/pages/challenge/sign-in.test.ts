/** A sign-in on the pages from the redirect to the token, and everything that can go wrong with a code. */

import { otherCode } from '../../support/people.js';
import { goesOnTo, heading, Office, words, type Arrived } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 180_000);
afterAll(() => office.close());

const enter = ({ visitor, path }: Arrived, code: string) =>
  visitor.submit(`${path}/code`, { code });

it('R086: asks for the code, goes back with a return code, and the token is fetched once', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, phoneNumber } = there;
  expect(heading(visitor)).toBe('Enter your security code');
  expect(words(visitor)).toContain(`ending in ${phoneNumber.slice(-2)}`);
  expect(words(visitor)).toContain('finishes your sign-in to Acme');
  expect(visitor.seen.html).not.toContain(phoneNumber.slice(-6));
  expect(visitor.seen.html).toMatch(/<input[^>]*inputmode="numeric"[^>]*one-time-code/);
  expect(visitor.seen.headers.get('cache-control')).toBe('no-store');
  await enter(there, office.codeFor(there));
  expect(heading(visitor)).toBe('The code was accepted');
  const back = goesOnTo(visitor);
  expect(back?.origin).toBe('https://login.acme.example');
  const carried = back?.searchParams;
  expect([carried?.get('tenant'), carried?.get('challengeId'), carried?.get('state')]).toEqual([
    '7',
    there.id,
    'x&y=1',
  ]);
  expect(visitor.seen.html).toContain(`<a href="${back?.href.replaceAll('&', '&amp;')}"`);
  const redeemed = await office.redeem(there, carried?.get('returnCode') ?? null);
  expect(redeemed).toMatchObject({ status: 200, body: { status: 'approved' } });
});

it('leads the same browser back again after a reload or the back button, and shows no code', async () => {
  const there = await office.arrive(await office.enrolled());
  const code = office.codeFor(there);
  await enter(there, code);
  const back = goesOnTo(there.visitor)?.href;
  await there.visitor.open(there.path);
  expect(goesOnTo(there.visitor)?.href).toBe(back);
  expect(there.visitor.seen.html).not.toContain(code);
  await there.visitor.open(`${there.path}/problems`);
  expect(goesOnTo(there.visitor)?.href).toBe(back);
});

it.each(['123 456', '123-456', ' 123456 ', '123‑456'])('takes "%s" as it is pasted', async (as) => {
  const there = await office.arrive(await office.enrolled());
  const digits = office.codeFor(there).split('');
  await enter(
    there,
    as.replace(/\d/g, () => digits.shift() ?? ''),
  );
  expect(heading(there.visitor)).toBe('The code was accepted');
});

it('a double click on the right code is one approval, and both answers lead back', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  const sent = visitor.hidden(`${path}/code`);
  const code = office.codeFor(there);
  for (const form of [sent, sent]) {
    await visitor.post(`${path}/code`, { ...form, code });
    expect(goesOnTo(visitor)?.searchParams.get('returnCode')).toEqual(expect.any(String));
  }
});

it.each([
  ['', 'Enter the code from the text message.'],
  ['12345', 'This code is too short. It has 6 digits.'],
  ['123456789', 'This code is too long. It has 6 digits.'],
  ['12345a', 'The code has digits only.'],
  ['１２３４５６', 'Switch the keyboard to plain digits'],
  ['١٢٣٤٥٦', 'Switch the keyboard to plain digits'],
])(
  'says what is wrong with "%s", takes no try for it and never shows it again',
  async (code, said) => {
    const there = await office.arrive(await office.enrolled());
    await enter(there, code);
    expect(there.visitor.seen.status).toBe(422);
    expect(words(there.visitor)).toContain(said);
    expect(there.visitor.seen.html).toMatch(/aria-describedby="code-hint code-error"/);
    expect(there.visitor.seen.html).toMatch(/<title>Error: /);
    if (code !== '') expect(there.visitor.seen.html).not.toContain(code);
    await enter(there, otherCode(office.codeFor(there)));
    expect(words(there.visitor)).toContain('4 tries are left');
  },
);

it('counts the tries that are left, then offers a new code under the same way back', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  const wrong = otherCode(office.codeFor(there));
  for (const left of ['4 tries are', '3 tries are', '2 tries are', 'One try is']) {
    await enter(there, wrong);
    expect(visitor.seen.status).toBe(422);
    expect(words(visitor)).toContain(`This code is not correct. ${left} left.`);
  }
  await enter(there, wrong);
  expect(heading(visitor)).toBe('Too many wrong codes');
  await visitor.submit(`${path}/restart`);
  expect(visitor.seen.status).toBe(429);
  expect(words(visitor)).toMatch(/can be sent again in \d+ seconds/);
  expect(visitor.seen.headers.get('retry-after')).toMatch(/^\d+$/);
});

it('says so when the code was wrong twice with one click, and counts it once', async () => {
  const there = await office.arrive(await office.enrolled());
  const form = there.visitor.hidden(`${there.path}/code`);
  const code = otherCode(office.codeFor(there));
  for (let n = 0; n < 2; n += 1) {
    await there.visitor.post(`${there.path}/code`, { ...form, code });
    expect(words(there.visitor)).toContain('4 tries are left');
  }
});

it('speaks to a step-up of what it allows, and leads back with a code for its token', async () => {
  const person = await office.enrolled();
  const there = await office.arrive(person, { purpose: 'step_up', action: 'remove_phone' });
  expect(words(there.visitor)).toContain('It lets you remove your phone number.');
  await enter(there, office.codeFor(there));
  const code = goesOnTo(there.visitor)?.searchParams.get('returnCode') ?? null;
  expect(await office.redeem(there, code)).toMatchObject({ status: 200 });
});
