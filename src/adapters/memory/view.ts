/** A challenge of the in-process store as its client may see it. */

import type { Challenge, ChallengeDelivery, OpenChallenge } from '../../domain/challenge.js';
import type { ChallengeId } from '../../domain/ids.js';
import { ATTEMPTS_PER_CHALLENGE } from '../../domain/limits.js';
import type { PendingRecord, Records } from './records.js';

export function viewOf(records: Records, id: ChallengeId): Challenge | undefined {
  const remembered = records.remembered.get(id);
  if (!remembered) return undefined;
  const { clientId, nonceDigest, end } = remembered;
  const record = records.challenges.get(id);
  if (end !== null || !record) return { id, clientId, nonceDigest, status: end ?? 'expired' };
  return openView(records, id, record);
}

export function openView(records: Records, id: ChallengeId, record: PendingRecord): OpenChallenge {
  return {
    id,
    clientId: record.clientId,
    companyId: record.companyId,
    userId: record.userId,
    purpose: record.purpose,
    action: record.action,
    door: record.door,
    nonceDigest: records.remembered.get(id)?.nonceDigest ?? null,
    status: record.sent ? 'pending' : 'enrolment_required',
    canSkip: record.canSkip,
    attemptsRemaining: ATTEMPTS_PER_CHALLENGE - record.tries,
    expiresAtMs: record.expiresAtMs,
    nowMs: records.now(),
    delivery: deliveryOf(records, record),
  };
}

function deliveryOf(records: Records, { sent, flight }: PendingRecord): ChallengeDelivery | null {
  if (!sent) return null;
  return {
    factorId: sent.factorId,
    factorVersion: sent.factorVersion,
    factorState: sent.factorState,
    destination: sent.destination,
    keyId: sent.keyId,
    codeLength: sent.codeLength,
    channel: sent.channel,
    locale: sent.locale,
    ...(sent.receipt ?? {
      status: sent.accepted && !flight ? 'accepted' : 'unknown',
      reason: null,
      updatedAtMs: sent.updatedAtMs,
    }),
    resendAvailableAtMs: records.gaps.get(sent.gapName)?.nextMs ?? sent.updatedAtMs,
  };
}

/** Milliseconds until a send in flight counts as unknown; 0 when none is. */
export function inFlightMs(records: Records, id: ChallengeId): number {
  const flight = records.challenges.get(id)?.flight;
  return flight ? Math.max(0, flight.leaseUntilMs - records.now()) : 0;
}
