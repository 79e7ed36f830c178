/** What the page says of a message that did not arrive, and the call that it offers instead. */

import { jest } from '@jest/globals';

import type { ChallengeId, MessageId } from '../../../src/domain/ids.js';
import type { UndeliveredReason } from '../../../src/domain/delivery.js';
import { LOCALES } from '../../../src/domain/texts/texts.js';
import { codeEntryTexts } from '../../../src/pages/texts/code-entry.js';
import { challengeTexts } from '../../../src/pages/texts/challenge.js';
import { later } from './later.js';
import { heading, Office, words, type Arrived } from './office.js';

let office: Office;
/** Of a company that calls too. */
let calling: Office;
beforeAll(async () => {
  office = await Office.open();
  const { login } = office.assay;
  calling = office.at(await login.company());
  await withCalls(calling.companyId);
}, 180_000);
afterAll(() => office.close());
afterEach(() => jest.useRealTimers());

const query = (text: string, values: readonly unknown[]) =>
  office.assay.parts.database.query(({ rows }) => rows({ name: '', text }, values));

/** As the operator would set it: adding a method weakens a policy. */
function withCalls(companyId: string) {
  return query(`UPDATE policies SET methods = '{sms,call}' WHERE company_id = $1`, [companyId]);
}

async function undelivered({ id }: Arrived, reason: UndeliveredReason): Promise<void> {
  const text = 'SELECT message_id FROM messages WHERE challenge_id = $1 ORDER BY created_at DESC';
  const [row] = await query(text, [id]);
  const { message_id: messageId } = row as { message_id: MessageId };
  const receipt = { id: id as ChallengeId, messageId, status: 'undelivered', reason } as const;
  await office.assay.parts.pending.challenges.recordReceipt(receipt);
}

async function arrived(at: Office, more: object = {}): Promise<Arrived> {
  return at.arrive(await at.enrolled(), more);
}

const lastTwo = ({ phoneNumber }: Arrived) => phoneNumber.slice(-2);

it.each(LOCALES)(
  'says in %s that a text did not arrive, and that a call is possible',
  async (locale) => {
    const t = codeEntryTexts(locale);
    const there = await arrived(calling, { locale });
    const { visitor, path } = there;
    const facts = { lastTwo: lastTwo(there) };
    expect(words(visitor)).toContain(t('sentTo', facts));
    await undelivered(there, 'temporary');
    await visitor.open(path);
    expect(words(visitor)).toContain(`${t('sentFailed', facts)} ${t('canCall')}`);
    const state = JSON.parse((await visitor.open(`${path}/state`)).html) as Record<string, unknown>;
    expect(state).toMatchObject({ text: `${t('sentFailed', facts)} ${t('canCall')}` });
    await visitor.open(`${path}/problems`);
    expect(words(visitor)).toContain(t('sentFailed', facts));
    for (const label of [t('sendText'), t('callMe')])
      expect(visitor.seen.html).toContain(`>${label}</button>`);
  },
);

it('offers no call where the company makes none', async () => {
  const there = await arrived(office);
  const { visitor, path } = there;
  await undelivered(there, 'unreachable');
  await visitor.open(path);
  const t = codeEntryTexts('en');
  expect(words(visitor)).toContain(t('phoneUnreachable'));
  expect(words(visitor)).not.toContain(t('canCall'));
  await visitor.open(`${path}/problems`);
  expect(visitor.seen.html).not.toContain(`${path}/resend`);
  expect(visitor.seen.html).not.toContain(t('callMe'));
});

it('a first number that is a landline is called, and the page speaks of the call', async () => {
  const t = codeEntryTexts('en');
  const person = { ...calling.newcomer(), phoneNumber: '+442079460123' };
  const there = await calling.arrive(person);
  const { visitor, path, phoneNumber } = there;
  await visitor.submit(`${path}/phone`, { phone: phoneNumber });
  expect(heading(visitor)).toBe(challengeTexts('en')('codeTitle'));
  expect(words(visitor)).toContain(t('callTo', { lastTwo: lastTwo(there) }));
  expect(words(visitor)).toContain(t('codeHintCall', { length: 6 }));
  expect(words(visitor)).toContain(challengeTexts('en')('problemsCallLink'));
  await visitor.open(`${path}/problems`);
  expect(visitor.seen.html).not.toContain(`>${t('sendText')}</button>`);
  await undelivered(there, 'no_answer');
  await visitor.open(path);
  expect(words(visitor)).toContain(t('callUnanswered', { lastTwo: lastTwo(there) }));
});

it('calls when the person asks for it, with the same code, and takes no other word for a channel', async () => {
  const there = await arrived(calling);
  const { visitor, path, phoneNumber } = there;
  const code = office.codeFor(there);
  await visitor.open(`${path}/problems`);
  const form = visitor.hidden(`${path}/resend`);
  await visitor.post(`${path}/resend`, { ...form, channel: 'email' });
  expect(visitor.seen.status).toBe(400);
  later(2);
  await visitor.post(`${path}/resend`, { ...form, channel: 'call' });
  expect(words(visitor)).toContain(codeEntryTexts('en')('callTo', { lastTwo: lastTwo(there) }));
  const spoken = office.assay.textsTo(phoneNumber).at(-1) ?? '';
  expect(spoken.replace(/\D/g, '')).toBe(code + code);
});

it('where texts do not reach the number any more, a new code can be had by a call', async () => {
  const t = codeEntryTexts('en');
  const there = await arrived(calling);
  const { visitor, path, userId, id } = there;
  await office.assay.parts.pending.challenges.end({
    ...{ id: id as ChallengeId, status: 'max_attempts_reached' },
  });
  await query(
    `UPDATE factors SET undeliverable_until = now() + interval '1 hour',
      undeliverable_reason = 'opted_out' WHERE user_id = $1`,
    [userId],
  );
  await visitor.open(path);
  await visitor.submit(`${path}/restart`);
  expect(visitor.seen.status).toBe(422);
  expect(words(visitor)).toContain(t('canCall'));
  expect(visitor.seen.html).toContain(`>${t('callMe')}</button>`);
  later(2);
  await visitor.submit(`${path}/restart`, { channel: 'call' });
  expect(words(visitor)).toContain(t('callTo', { lastTwo: lastTwo(there) }));
});
