/** Giving a first number on the pages: why, as people write it, a typo, an imported one, and "not now". */

import { randomUUID } from 'node:crypto';

import { PhoneNumber } from '../../../src/domain/phone-number.js';
import { EXAMPLE_NUMBERS, exampleNumbers } from '../../../src/pages/challenge/example-numbers.js';
import { goesOnTo, heading, Office, words, type Arrived } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 180_000);
afterAll(() => office.close());

const give = ({ visitor, path }: Arrived, phone: string) =>
  visitor.submit(`${path}/phone`, { phone });
const national = (e164: string) => e164.replace(/^\+44/, '0');

const DAY_MS = 24 * 60 * 60 * 1_000;

/** People of a company whose deadline is still to come. */
async function beforeDeadline(): Promise<Office> {
  const other = office.at(`c-${randomUUID()}`);
  const body = { displayName: 'Rings', defaultCountry: 'GB', locale: 'en', timeZone: 'UTC' };
  const path = `/v1/companies/${other.companyId}`;
  await office.assay.login.call(path, { method: 'PUT', body });
  const enforceFrom = new Date(Date.now() + 3 * DAY_MS - 60_000).toISOString();
  await other.setPolicy({ mode: 'required', enforceFrom });
  return other;
}

it('says why, shows the whole notice with its version, and a proven number signs in', async () => {
  const there = await office.arrive(office.newcomer());
  const { visitor, path, phoneNumber } = there;
  expect(heading(visitor)).toBe('Add your mobile number');
  expect(words(visitor)).toContain('Your number is used for this and for nothing else.');
  const notice = await office.assay.login.call(`/v1/companies/${office.companyId}/notice`);
  const { text, version } = notice.body as { text: string; version: string };
  for (const paragraph of text.split('\n\n')) expect(words(visitor)).toContain(paragraph);
  expect(words(visitor)).toContain(`Version ${version}`);
  expect(words(visitor)).not.toContain('Not now');
  await give(there, `  ${national(phoneNumber).replace(/(.{5})(.{3})/, '($1) $2-')} `);
  expect(heading(visitor)).toBe('Enter your security code');
  expect(words(visitor)).toContain('It shows that the number is yours.');
  await visitor.submit(`${path}/code`, { code: office.codeFor(there) });
  const returnCode = goesOnTo(visitor)?.searchParams.get('returnCode') ?? null;
  expect(await office.redeem(there, returnCode)).toMatchObject({
    status: 200,
    body: { token: expect.any(String) as string },
  });
});

it.each([
  ['', 'Enter a mobile number, such as 07700 900123.'],
  ['12', 'This is not a number that can receive text messages.'],
  ['+44 20 7946 0000', 'This is not a number that can receive text messages.'],
  ['０７７００９００１２３', 'This is not a number that can receive text messages.'],
])(
  'says what is wrong with "%s" at the field, and keeps it to be corrected',
  async (typed, said) => {
    const there = await office.arrive(office.newcomer());
    await give(there, typed);
    expect(there.visitor.seen.status).toBe(422);
    expect(words(there.visitor)).toContain(said);
    expect(there.visitor.seen.html).toContain(typed === '' ? ' value' : `value="${typed}"`);
    expect(there.visitor.seen.html).toContain('aria-describedby="phone-hint phone-error"');
    await give(there, there.phoneNumber);
    expect(heading(there.visitor)).toBe('Enter your security code');
  },
);

it('a typo is corrected without starting over: the code goes to the right number', async () => {
  const typo = office.newcomer();
  const there = await office.arrive(office.newcomer());
  const { visitor, path } = there;
  await give(there, typo.phoneNumber);
  const first = office.codeFor(typo);
  await visitor.open(`${path}/phone`);
  expect(heading(visitor)).toBe('Change the number');
  expect(words(visitor)).toContain(`ending in ${typo.phoneNumber.slice(-2)}`);
  await give(there, 'nonsense');
  expect(visitor.seen.status).toBe(422);
  await give(there, there.phoneNumber);
  expect(words(visitor)).toContain(`ending in ${there.phoneNumber.slice(-2)}`);
  await visitor.submit(`${path}/code`, { code: first });
  expect(words(visitor)).toContain('4 tries are left');
  await visitor.submit(`${path}/code`, { code: office.codeFor(there) });
  expect(heading(visitor)).toBe('The code was accepted');
});

it('a proven number cannot be changed while signing in', async () => {
  const { visitor, path } = await office.arrive(await office.enrolled());
  expect(words(visitor)).not.toContain('Change the number');
  await visitor.open(`${path}/phone`);
  expect(heading(visitor)).toBe('Enter your security code');
});

it('an old notice is not agreed to: the page shows the one of today', async () => {
  const there = await office.arrive(office.newcomer());
  const { visitor, path, phoneNumber } = there;
  await visitor.submit(`${path}/phone`, { phone: phoneNumber, notice: 'en-000000000000' });
  expect(visitor.seen.status).toBe(422);
  expect(words(visitor)).toContain('has changed. Read it again');
  expect(office.assay.textsTo(phoneNumber)).toEqual([]);
});

it('an imported number is confirmed by its end alone, never shown', async () => {
  const person = office.newcomer();
  const employee = { userId: person.userId, phoneNumber: person.phoneNumber };
  const imported = await office.assay.login.call(
    `/v1/companies/${office.companyId}/employees/import`,
    { body: { employees: [employee], complete: false } },
  );
  expect(imported.status).toBe(200);
  const there = await office.arrive(person);
  const { visitor, path } = there;
  expect(heading(visitor)).toBe('Confirm your mobile number');
  expect(words(visitor)).toContain(`ends in ${person.phoneNumber.slice(-2)}`);
  expect(visitor.seen.html).not.toContain(person.phoneNumber.slice(-6));
  await visitor.submit(`${path}/phone`);
  expect(heading(visitor)).toBe('Enter your security code');
  await visitor.submit(`${path}/code`, { code: office.codeFor(there) });
  expect(heading(visitor)).toBe('The code was accepted');
});

it('"not now" says how many days are left, and leads back as an enrolment put off', async () => {
  const other = await beforeDeadline();
  const there = await other.arrive(other.newcomer());
  expect(words(there.visitor)).toContain('Not now (3 days left)');
  await there.visitor.submit(`${there.path}/skip`);
  expect(heading(there.visitor)).toBe('You can add a number later');
  const returnCode = goesOnTo(there.visitor)?.searchParams.get('returnCode') ?? null;
  expect(await other.redeem(there, returnCode)).toMatchObject({
    status: 409,
    body: { code: 'enrolment_skipped' },
  });
  await there.visitor.open(there.path);
  expect(heading(there.visitor)).toBe('You can add a number later');
});

it('after the deadline nobody puts it off, whatever form they send', async () => {
  const there = await office.arrive(office.newcomer());
  const { visitor, path } = there;
  const form = visitor.hidden(`${path}/phone`);
  expect((await visitor.post(`${path}/skip`, form)).status).toBe(403);
});

it.each(Object.entries(EXAMPLE_NUMBERS))(
  'the example of %s, %s, is a number of that country that people could have',
  (country, written) => {
    expect(PhoneNumber.parse(written, country)?.country).toBe(country);
    const { example, foreign } = exampleNumbers(country);
    expect([example, foreign === example]).toEqual([written, false]);
  },
);

it.each(['ES', 'IT', 'GB'])(
  'the example of another country than %s can be read there',
  (country) => {
    const { example, foreign } = exampleNumbers(country);
    expect(PhoneNumber.parse(foreign, country)).toBeDefined();
    expect(PhoneNumber.parse(example, country)).toBeDefined();
  },
);
