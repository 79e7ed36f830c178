/** What the contract of ChallengeStore asks of an adapter, and commands that its cases start from. */

import { randomUUID } from 'node:crypto';

import type {
  AttemptCommand,
  CodeDigest,
  DestinationCommand,
  OpenCommand,
  ResendCommand,
  SendReservation,
} from '../../src/app/ports/challenge-commands.js';
import type { ChallengeStore } from '../../src/app/ports/challenge-store.js';
import type {
  AttemptId,
  ChallengeId,
  ClientId,
  CompanyId,
  FactorId,
  MessageId,
  UserId,
} from '../../src/domain/ids.js';

export interface ChallengeStoreHarness {
  readonly store: ChallengeStore;
  /** Milliseconds; stands still between calls of `advance`. */
  now(): number;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const CODE_TTL_MS = 5 * MINUTE;

export const alice = { companyId: 'acme' as CompanyId, userId: 'alice' as UserId };
export const shop = 'client-shop' as ClientId;
export const other = 'client-other' as ClientId;
export const NO_FAILURES = { epoch: 1, failures: 0, lockedForMs: 0 };

type Send = SendReservation & CodeDigest;

export function send(over: Partial<Send> = {}): Send {
  return {
    messageId: `msg-${randomUUID()}` as MessageId,
    factorId: 'factor-1' as FactorId,
    factorVersion: 3,
    factorState: 'active',
    numberKey: 'number-1',
    channel: 'sms',
    locale: 'en',
    keyId: 'k1',
    digest: 'right',
    codeLength: 6,
    ttlMs: CODE_TTL_MS,
    ...over,
  };
}

/** A start of a sign-in for Alice; `send: null` waits for a number. */
export function start(store: ChallengeStore, over: Partial<OpenCommand> = {}): OpenCommand {
  const employee = {
    companyId: over.companyId ?? alice.companyId,
    userId: over.userId ?? alice.userId,
  };
  return {
    ...employee,
    id: store.newId(employee),
    clientId: shop,
    purpose: 'sign_in',
    action: null,
    door: null,
    canSkip: false,
    nonceDigest: null,
    idempotency: null,
    send: send(),
    counter: NO_FAILURES,
    ...over,
  };
}

export function resend(id: ChallengeId, over: Partial<ResendCommand> = {}): ResendCommand {
  return { id, clientId: shop, idempotency: null, send: send(), counter: NO_FAILURES, ...over };
}

/** Another number for a pending factor; the number is named by `numberKey`. */
export function destination(
  id: ChallengeId,
  nth: number,
  over: Partial<DestinationCommand> = {},
): DestinationCommand {
  const aim = {
    factorState: 'pending',
    numberKey: `number-${nth}`,
    digest: `right-${nth}`,
  } as const;
  return {
    id,
    clientId: shop,
    idempotency: null,
    send: send({ ...aim, factorId: 'factor-pending' as FactorId }),
    destination: nth,
    counter: { epoch: 0, failures: 0, lockedForMs: 0 },
    ...over,
  };
}

/** An attempt with the digits whose digest is `digest`. */
export function attempt(
  id: ChallengeId,
  digest: string,
  over: Partial<AttemptCommand> = {},
): AttemptCommand {
  return {
    id,
    clientId: shop,
    attemptId: randomUUID() as AttemptId,
    door: null,
    nonceDigest: null,
    digests: [{ keyId: 'k1', digest }],
    digits: 6,
    idempotency: null,
    counter: null,
    ...over,
  };
}

/** Opens and settles as accepted; answers the id. */
export async function opened(
  store: ChallengeStore,
  over: Partial<OpenCommand> = {},
): Promise<ChallengeId> {
  const command = start(store, over);
  const outcome = await store.open(command);
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${outcome.kind}`);
  if (command.send) {
    const { messageId } = command.send;
    await store.settleSend({ id: command.id, messageId, outcome: 'accepted' });
  }
  return command.id;
}

export async function wrongTimes(
  store: ChallengeStore,
  id: ChallengeId,
  times: number,
): Promise<string[]> {
  const kinds: string[] = [];
  for (let i = 0; i < times; i += 1) kinds.push((await store.attempt(attempt(id, 'wrong'))).kind);
  return kinds;
}
