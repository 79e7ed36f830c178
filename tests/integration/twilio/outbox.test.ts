/** The development outbox: newest first, bounded, and Twilio's test numbers with their outcomes. */

import { OutboxSmsSender, type OutboxMessage } from '../../../src/adapters/outbox/sms-sender.js';
import type { MessageId } from '../../../src/domain/ids.js';
import { PhoneNumber } from '../../../src/domain/phone-number.js';
import { callMessage, SEEDED, smsMessage } from '../../support/twilio.js';

const AT = new Date('2026-11-22T12:00:00Z');

function messageTo(e164: string) {
  const to = PhoneNumber.parse(e164, 'US');
  if (!to) throw new Error('not a number that can be enrolled');
  return { ...smsMessage(), to };
}

test('keeps a message with its number in clear and calls back once', async () => {
  const seen: OutboxMessage[] = [];
  const outbox = new OutboxSmsSender({ now: () => AT, onMessage: (message) => seen.push(message) });
  const outcome = await outbox.send(smsMessage());
  expect(outcome.kind === 'accepted' && outcome.providerId).toMatch(/^SM[0-9a-f]{32}$/);
  expect(outbox.list()).toEqual([
    { id: 'msg_1', channel: 'sms', to: '+447700900123', body: smsMessage().body, at: AT },
  ]);
  expect(seen).toEqual(outbox.list());
});

test('shows a call as the words that would be spoken, digit by digit', async () => {
  const outbox = new OutboxSmsSender({ now: () => AT });
  const outcome = await outbox.send(callMessage());
  expect(outcome.kind === 'accepted' && outcome.providerId).toMatch(/^CA[0-9a-f]{32}$/);
  expect(outbox.list()).toMatchObject([{ channel: 'call', to: SEEDED.number }]);
  const spoken = Array.from(SEEDED.code).join(' - ');
  expect(outbox.list()[0]?.body.split(spoken)).toHaveLength(3);
});

test('lists newest first and keeps the last fifty', async () => {
  const outbox = new OutboxSmsSender({ now: () => AT });
  for (let n = 1; n <= 60; n += 1)
    await outbox.send({ ...smsMessage(), id: `msg_${String(n)}` as MessageId });
  const ids = outbox.list().map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([50, 'msg_60', 'msg_11']);
});

test.each([
  ['+15005550001', 'rejected', 'unreachable', 21211],
  ['+15005550002', 'rejected', 'unreachable', 21612],
  ['+15005550003', 'rejected', 'destination_not_allowed', 21408],
  ['+15005550004', 'rejected', 'opted_out', 21610],
  ['+15005550009', 'rejected', 'unreachable', 21614],
])(
  'T37: %s is %s as %s and leaves nothing in the outbox',
  async (...[number, kind, reason, providerCode]) => {
    const outbox = new OutboxSmsSender({ now: () => AT });
    expect(await outbox.send(messageTo(number))).toEqual({ kind, reason, providerCode });
    expect(outbox.list()).toEqual([]);
  },
);

test.each([
  ['+15005550005', 'unknown'],
  ['+15005550006', 'accepted'],
])('T37: %s is %s and arrives', async (number, kind) => {
  const outbox = new OutboxSmsSender({ now: () => AT });
  expect(await outbox.send(messageTo(number))).toMatchObject({ kind });
  expect(outbox.list().map(({ to }) => to)).toEqual([number]);
});
