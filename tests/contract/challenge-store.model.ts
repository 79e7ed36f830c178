/** Steps of random histories and how a store is asked for each. */

import fc from 'fast-check';

import type { ChallengeStore } from '../../src/app/ports/challenge-store.js';
import type { Action } from '../../src/domain/challenge.js';
import type { ChallengeId, FactorId, MessageId, PageId, UserId } from '../../src/domain/ids.js';
import {
  alice,
  attempt,
  destination,
  other,
  resend,
  send,
  shop,
  start,
} from './challenge-store.harness.js';

type Answer = { readonly kind: string } | undefined;

const oneOf = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const often = <T>(...values: [number, T][]): fc.Arbitrary<T> =>
  fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/**
 * All limits are whole seconds; 7 ms more each keep every instant off every limit, because the server
 * goes on living its own milliseconds between the steps.
 */
const waits = [1, 10, 30, 31, 60, 121, 245, 301, 620, 7_300].map((s) => s * 1_000 + 7);

const employee = often([5, alice], [1, { ...alice, userId: 'bob' as UserId }]);
const client = often([14, shop], [1, other]);
const nth = often([12, 0], [4, 1], [1, 2], [1, 9]);
const nonceDigest = often<string | null>([9, null], [1, 'n1'], [1, 'n2']);
const KEY_A = { key: 'i1', fingerprint: 'a' };
const KEY_B = { key: 'i1', fingerprint: 'b' };
/** One key for all: repeats and reuses are common, and starts stay possible beside them. */
const startKey = often<typeof KEY_A | null>([9, null], [2, KEY_A], [1, KEY_B]);
const idempotency = often<typeof KEY_A | null>([2, null], [4, KEY_A], [1, KEY_B]);
/** Mostly through the API, so that attempts meet their challenge. */
const door = often<PageId | null>([60, null], [2, 'pag_1' as PageId], [1, 'pag_2' as PageId]);
const counter = fc.record({
  epoch: often([4, 1], [1, 0], [1, 2]),
  failures: often([9, 0], [2, 8], [2, 9], [1, 20], [1, 49], [2, 50]),
  lockedForMs: often([12, 0], [1, 45_000]),
});
/** Few, so that settling often names one that is in flight. */
const messageId = often([4, 'm1'], [1, 'm2']).map((id) => id as MessageId);
const aim = fc.record({
  messageId,
  factorId: often([7, 'f1'], [1, 'f2']).map((id) => id as FactorId),
  factorVersion: often([14, 1], [1, 2]),
  factorState: often<'active' | 'pending'>([3, 'active'], [1, 'pending']),
  numberKey: often([4, 'n1'], [2, 'n2'], [1, 'n3']),
  locale: oneOf('en', 'de'),
  digest: oneOf('right', 'new'),
  keyId: oneOf('k1', 'k2'),
  codeLength: often([4, 6], [1, 8]),
  ttlMs: often([3, 300_000], [1, 600_000], [3, 8_000_000]),
});

const openStep = fc.record({
  kind: fc.constant('open' as const),
  employee,
  client,
  door,
  action: often<Action | null>([30, null], [1, 'view_phone']),
  nonceDigest,
  idempotency: startKey,
  counter,
  canSkip: fc.boolean(),
  aim: fc.option(aim, { freq: 2 }),
});
const resendStep = fc.record({
  kind: fc.constant('resend' as const),
  nth,
  client,
  idempotency,
  counter,
  aim,
});
const destinationStep = fc.record({
  kind: fc.constant('destination' as const),
  nth,
  client,
  idempotency,
  counter,
  aim,
  destination: often([4, 0], [3, 1], [2, 2], [1, 3]),
});
const repeatStep = fc.record({
  kind: fc.constant('repeat' as const),
  nth,
  repeats: messageId,
  counter,
  aim,
});
const receiptStep = fc.record({
  kind: fc.constant('receipt' as const),
  nth,
  messageId,
  status: oneOf('sent', 'delivered', 'undelivered'),
});
const settleStep = fc.record({
  kind: fc.constant('settle' as const),
  nth,
  messageId,
  outcome: oneOf('accepted', 'unknown', 'refused'),
});
const attemptStep = fc.record({
  kind: fc.constant('attempt' as const),
  nth,
  client,
  door,
  nonceDigest,
  idempotency,
  counter: fc.option(counter, { freq: 2 }),
  digest: often([3, 'wrong'], [1, 'right'], [1, 'new']),
  keyId: often([4, 'k1'], [2, 'k2'], [1, 'k9']),
  digits: often([12, 6], [3, 8], [1, 0]),
});
const endStep = fc.record({
  kind: fc.constant('end' as const),
  nth,
  status: oneOf('approved', 'canceled', 'max_attempts_reached'),
  epoch: often<number | undefined>([1, undefined], [1, 1], [2, 2], [1, 3]),
});
const cancelAllStep = fc.record({ kind: fc.constant('cancelAll' as const), employee });
const advanceStep = fc.record({ kind: fc.constant('advance' as const), ms: oneOf(...waits) });

const step = fc.oneof(
  { weight: 6, arbitrary: openStep },
  { weight: 6, arbitrary: resendStep },
  { weight: 4, arbitrary: destinationStep },
  { weight: 3, arbitrary: repeatStep },
  { weight: 2, arbitrary: receiptStep },
  { weight: 8, arbitrary: settleStep },
  { weight: 12, arbitrary: attemptStep },
  { weight: 1, arbitrary: endStep },
  { weight: 1, arbitrary: cancelAllStep },
  { weight: 6, arbitrary: advanceStep },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export type Asked = Exclude<Step, { kind: 'advance' }>;

export const history: fc.Arbitrary<Step[]> = fc.array(step, {
  minLength: 20,
  maxLength: 40,
  size: 'max',
});

/** Messages of one history: every send has an id of its own, and later steps name the last of its kind. */
export class Messages {
  #sends = 0;
  readonly #last = new Map<MessageId, MessageId>();

  /** The step with full ids. */
  name(step: Asked): Asked {
    if ('aim' in step && step.aim) {
      const repeats = 'repeats' in step && { repeats: this.#lastOf(step.repeats) };
      const aimed = { ...step.aim, messageId: this.#next(step.aim.messageId) };
      return { ...step, ...repeats, aim: aimed };
    }
    return 'messageId' in step ? { ...step, messageId: this.#lastOf(step.messageId) } : step;
  }

  #next(short: MessageId): MessageId {
    this.#sends += 1;
    return `${short}-${this.#sends}` as MessageId;
  }

  /** Told when a send was reserved; refused ones are never named again. */
  reserved(step: Asked): void {
    const full = 'aim' in step ? step.aim?.messageId : undefined;
    if (full) this.#last.set(full.replace(/-\d+$/, '') as MessageId, full);
  }

  #lastOf(short: MessageId): MessageId {
    return this.#last.get(short) ?? short;
  }
}

/** Asks one store for one step; `id` is the challenge that the step names, or the one to open. */
export async function play(store: ChallengeStore, id: ChallengeId, step: Asked): Promise<Answer> {
  switch (step.kind) {
    case 'open':
      return store.open(openCommand(store, id, step));
    case 'resend': {
      const { client: clientId, idempotency: idem, counter: handed, aim: to } = step;
      const over = { clientId, idempotency: idem, counter: handed, send: send(to) };
      return store.reserveResend(resend(id, over));
    }
    case 'destination': {
      const { client: clientId, idempotency: idem, counter: handed, aim: to } = step;
      const pending = send({ ...to, factorState: 'pending' });
      const over = { clientId, idempotency: idem, counter: handed, send: pending };
      return store.reserveDestination(destination(id, step.destination, over));
    }
    case 'attempt':
      return store.attempt(attemptCommand(id, step));
    case 'repeat': {
      const { repeats, counter: handed, aim: to } = step;
      return store.reserveRepeat({ id, repeats, send: send(to), counter: handed });
    }
    default:
      return tell(store, id, step);
  }
}

async function tell(
  store: ChallengeStore,
  id: ChallengeId,
  step: Asked & { kind: 'receipt' | 'settle' | 'end' | 'cancelAll' },
): Promise<undefined> {
  if (step.kind === 'cancelAll') await store.cancelAll(step.employee);
  else if (step.kind === 'settle') await store.settleSend({ ...step, id });
  else if (step.kind === 'end') {
    const { status, epoch } = step;
    await store.end({ id, status, ...(epoch === undefined ? {} : { epoch }) });
  } else {
    const reason = step.status === 'undelivered' ? 'carrier' : null;
    await store.recordReceipt({ ...step, id, reason });
  }
}

function openCommand(store: ChallengeStore, id: ChallengeId, step: Asked & { kind: 'open' }) {
  const { kind: _kind, client: clientId, aim: to, employee: person, ...rest } = step;
  return start(store, { ...person, ...rest, id, clientId, send: to && send(to) });
}

function attemptCommand(id: ChallengeId, step: Asked & { kind: 'attempt' }) {
  const { client: clientId, counter: handed, digits, keyId, digest } = step;
  return attempt(id, digest, {
    clientId,
    door: step.door,
    nonceDigest: step.nonceDigest,
    idempotency: step.idempotency,
    counter: handed,
    digits,
    digests: digits === 0 ? [] : [{ keyId, digest }],
  });
}
