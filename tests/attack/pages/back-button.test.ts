/** A form that is gone back to: its one-time id makes a double click one act, and keeps nobody out. */

import { goesOnTo, heading, Office, words } from '../../pages/challenge/office.js';
import { otherCode } from '../../support/people.js';
import { actionEnding, enrolled, enterPortal, freshNumber } from '../../support/portal.js';

describe('decision 16: a form', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  }, 180_000);
  afterAll(() => office.close());

  it('of a code takes the right one after a wrong one, and charges the same one once', async () => {
    const there = await office.arrive(await office.enrolled());
    const { visitor, path } = there;
    const form = visitor.hidden(`${path}/code`);
    const right = office.codeFor(there);
    const wrong = { ...form, code: otherCode(right) };
    const said = [
      await visitor.post(`${path}/code`, wrong),
      await visitor.post(`${path}/code`, wrong),
    ];
    expect(said.map(({ status }) => status)).toEqual([422, 422]);
    expect(words(visitor)).toContain('4 ');
    await visitor.post(`${path}/code`, { ...form, code: right });
    expect(heading(visitor)).toBe('The code was accepted');
    expect(goesOnTo(visitor)?.searchParams.get('returnCode')).toHaveLength(43);
  });

  it('of a number takes another one, once the first was sent a code', async () => {
    const there = await office.arrive(office.newcomer());
    const { visitor, path } = there;
    const form = visitor.hidden(`${path}/phone`);
    await visitor.post(`${path}/phone`, { ...form, phone: freshNumber(), imported: '' });
    await visitor.post(`${path}/phone`, { ...form, phone: there.phoneNumber, imported: '' });
    expect(heading(visitor)).toBe('Enter your security code');
    expect(words(visitor)).toContain(`ending in ${there.phoneNumber.slice(-2)}`);
  });

  it('of a code does so inside a session too', async () => {
    const { assay } = office;
    const person = await enrolled(assay);
    const visitor = await enterPortal(assay, person);
    await visitor.open('/account/phone/full');
    await visitor.submit(actionEnding(visitor.seen, '/start'));
    const action = actionEnding(visitor.seen, '/code');
    const form = visitor.hidden(action);
    const right = assay.codeFor(person.phoneNumber);
    expect((await visitor.post(action, { ...form, code: otherCode(right) })).status).toBe(422);
    expect((await visitor.post(action, { ...form, code: right })).at).toBe('/account/phone/full');
  });
});
