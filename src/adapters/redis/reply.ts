/** Reads replies of scripts strictly: an unknown shape throws, so that it can never pass for a success. */

import type {
  Action,
  Challenge,
  Channel,
  ChallengeDelivery,
  EndStatus,
  OpenChallenge,
  Purpose,
} from '../../domain/challenge.js';
import { ACTIONS, isOpen, PURPOSES } from '../../domain/challenge.js';
import { UNDELIVERED_REASONS, type ReceiptStatus } from '../../domain/delivery.js';
import type {
  ChallengeId,
  ClientId,
  CompanyId,
  FactorId,
  PageId,
  UserId,
} from '../../domain/ids.js';
import { ATTEMPTS_PER_CHALLENGE } from '../../domain/limits.js';
import type { AttemptSubject } from '../../app/ports/challenge-outcomes.js';

const END_STATES: Record<string, EndStatus> = {
  a: 'approved',
  c: 'canceled',
  m: 'max_attempts_reached',
  x: 'expired',
};
const RECEIPTS: Record<string, ReceiptStatus> = { s: 'sent', d: 'delivered', n: 'undelivered' };
const FACTOR_STATES: Record<string, 'active' | 'pending'> = { a: 'active', p: 'pending' };

/** Throws for whatever a script is not known to answer; the reply itself stays out of the message. */
export function unexpected(): never {
  throw new Error('redis script answered something unknown');
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : unexpected();
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : unexpected();
}

/** A whole number, as a number or in digits. */
export function integer(value: unknown): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : unexpected();
}

export function endStatus(value: unknown): EndStatus {
  return END_STATES[text(value)] ?? unexpected();
}

/** The view that read-challenge.lua describes; undefined for null. */
export function challenge(value: unknown): Challenge | undefined {
  if (value === null || value === undefined) return undefined;
  const fields = list(value);
  const id = text(fields[0]) as ChallengeId;
  const clientId = text(fields[2]) as ClientId;
  const nonceDigest = text(fields[4]) || null;
  if (fields[1] !== 'p') return { id, clientId, nonceDigest, status: endStatus(fields[1]) };
  const [resendAt, expiresAt, companyId, userId, ...rest] = fields.slice(5);
  const [ofPurpose, ofAction, page, canSkip, state, tries, ...sent] = rest;
  return {
    id,
    clientId,
    companyId: text(companyId) as CompanyId,
    userId: text(userId) as UserId,
    purpose: purpose(ofPurpose),
    action: action(ofAction),
    door: page === null ? null : (text(page) as PageId),
    nonceDigest,
    status: state === 'w' ? 'enrolment_required' : 'pending',
    canSkip: text(canSkip) === '1',
    attemptsRemaining: ATTEMPTS_PER_CHALLENGE - integer(tries),
    expiresAtMs: integer(expiresAt),
    nowMs: integer(fields[3]),
    delivery: state === 'w' ? null : delivery(resendAt, sent),
  };
}

export function openChallenge(value: unknown): OpenChallenge {
  const parsed = challenge(value);
  return parsed && isOpen(parsed) ? parsed : unexpected();
}

function delivery(resendAt: unknown, sent: unknown[]): ChallengeDelivery {
  const [keyId, codeLength, factorId, version, factorState, destination, ...last] = sent;
  const [channel, locale, state, at, receipt] = last;
  return {
    factorId: text(factorId) as FactorId,
    factorVersion: integer(version),
    factorState: FACTOR_STATES[text(factorState)] ?? unexpected(),
    destination: integer(destination),
    keyId: text(keyId),
    codeLength: integer(codeLength),
    channel: text(channel) as Channel,
    locale: text(locale),
    ...(receiptOf(receipt) ?? {
      status: text(state) === 'a' ? 'accepted' : 'unknown',
      reason: null,
      updatedAtMs: integer(at),
    }),
    resendAvailableAtMs: integer(resendAt),
  };
}

function receiptOf(value: unknown) {
  if (value === null) return undefined;
  const [state = '', why, at] = text(value).split(' ');
  const status = RECEIPTS[state] ?? unexpected();
  // A newer release beside this one may know more reasons.
  const known = UNDELIVERED_REASONS.find((reason) => reason === why) ?? 'carrier';
  const reason = status === 'undelivered' ? known : null;
  return { status, reason, updatedAtMs: integer(at) };
}

/** The subject that attempt-code.lua describes. */
export function subject(value: unknown): AttemptSubject {
  const [companyId, userId, ofPurpose, factorId, version, state, channels, ...rest] = list(value);
  const [delivery, ofAction] = rest;
  return {
    companyId: text(companyId) as CompanyId,
    userId: text(userId) as UserId,
    purpose: purpose(ofPurpose),
    action: action(ofAction ?? null),
    factorId: text(factorId) as FactorId,
    factorVersion: integer(version),
    factorState: FACTOR_STATES[text(state)] ?? unexpected(),
    isSending: text(delivery) === 'f',
    channels: text(channels).split(',').filter(Boolean) as Channel[],
  };
}

export function purpose(value: unknown): Purpose {
  return PURPOSES.find((known) => known === value) ?? unexpected();
}

export function action(value: unknown): Action | null {
  if (value === null) return null;
  return ACTIONS.find((known) => known === value) ?? unexpected();
}
