/** A number that was replaced or removed behind an answer that got lost is told all the same. */

import { StoreUnavailableError } from '../../../src/app/errors.js';
import { processClock } from '../../../src/compose/clock.js';
import { openInProcess, type InProcess } from '../../support/in-process.js';
import { answered } from '../../support/login-service.js';
import { freshNumber, invited } from '../../support/portal.js';
import { until } from '../../support/redis.js';
import { change, codeOf, enrolled, remove, stepUp } from '../../support/step-ups.js';

describe('R051: the old number is told', () => {
  let assay: InProcess;
  beforeAll(async () => {
    assay = await openInProcess();
  }, 180_000);
  afterAll(() => assay.close());

  const lost = () => new StoreUnavailableError('postgres', 'reply lost');
  const told = (phoneNumber: string, words: RegExp) =>
    until(async () => words.test(assay.textsTo(phoneNumber).at(-1) ?? ''));

  it('that another took its place, when the answer of the change was lost; and nothing rests on it', async () => {
    const companyId = await assay.login.company();
    const phoneNumber = freshNumber();
    const person = await enrolled(assay, { companyId, userId: 'changes', phoneNumber });
    const to = freshNumber();
    const token = await stepUp(assay, person, 'change_phone');
    const { body } = await change(assay.login, person, { to, token });
    const id = String(body['id']);
    const { ledger } = assay.parts.durable;
    const record = ledger.record.bind(ledger);
    ledger.record = async (...attempt) => {
      await record(...attempt);
      throw lost();
    };
    expect((await assay.login.verify(id, assay.codeFor(to))).status).toBe(503);
    ledger.record = record;
    await told(phoneNumber, /another phone number/);
    expect(codeOf(await answered(() => assay.login.verify(id, assay.codeFor(to))))).toBe(
      '200 approved',
    );
    const notices = assay.textsTo(phoneNumber).filter((text) => /another phone/.test(text));
    expect(notices).toHaveLength(1);
  });

  it('of nothing, when the change never was', async () => {
    const companyId = await assay.login.company();
    const phoneNumber = freshNumber();
    const person = await enrolled(assay, { companyId, userId: 'stays', phoneNumber });
    const to = freshNumber();
    const token = await stepUp(assay, person, 'change_phone');
    const { body } = await change(assay.login, person, { to, token });
    const { ledger } = assay.parts.durable;
    const record = ledger.record.bind(ledger);
    ledger.record = () => Promise.reject(lost());
    const before = assay.textsTo(phoneNumber);
    expect((await assay.login.verify(String(body['id']), assay.codeFor(to))).status).toBe(503);
    ledger.record = record;
    await processClock.drain();
    expect(assay.textsTo(phoneNumber)).toEqual(before);
  });

  it('that it was removed, when the answer of the removal was lost', async () => {
    const person = await invited(assay);
    const token = await stepUp(assay, person, 'remove_phone');
    const { phones } = assay.parts.durable;
    const removing = phones.remove.bind(phones);
    phones.remove = async (...asked) => {
      await removing(...asked);
      throw lost();
    };
    expect((await remove(assay.login, person, token)).status).toBe(503);
    phones.remove = removing;
    await processClock.drain();
    await told(person.phoneNumber, /removed|no longer/);
  });
});
