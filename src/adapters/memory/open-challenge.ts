/** Opening a challenge in the in-process store (decisions 11, 16). */

import type { OpenCommand } from '../../app/ports/challenge-commands.js';
import type { OpenOutcome, SendRefusal } from '../../app/ports/challenge-outcomes.js';
import type { ChallengeId } from '../../domain/ids.js';
import {
  END_STATE_TTL_MS,
  IDEMPOTENCY_START_MS,
  OPEN_CHALLENGES,
  SEND_LEASE_MS,
  WAITING_TTL_MS,
} from '../../domain/limits.js';
import { nameOf, startKeyName, type PendingRecord, type Records } from './records.js';
import { unsettled } from './reserve-send.js';
import { counterRefusal, gapNameOf, gateRefusal, passGate } from './send-gate.js';
import { inFlightMs, openView, viewOf } from './view.js';

export function openChallenge(records: Records, command: OpenCommand): OpenOutcome {
  const names = namesOf(command);
  if (!claimKey(records, command)) return { kind: 'idempotency_key_reused' };
  const standing =
    byIdempotencyKey(records, command, names.idempotency) ?? byNonce(records, names.nonce);
  if (standing) return standing;
  const refused = refusal(records, command);
  if (!refused) return create(records, command, names);
  releaseKey(records, command);
  return refused;
}

/** False when the key came with another request, whoever that was about (decision 16). */
function claimKey(records: Records, { clientId, idempotency }: OpenCommand): boolean {
  if (!idempotency) return true;
  const name = startKeyName(clientId, idempotency.key);
  const claimed = records.startKeys.get(name);
  if (claimed !== undefined) return claimed === idempotency.fingerprint;
  records.startKeys.set(name, idempotency.fingerprint, IDEMPOTENCY_START_MS);
  return true;
}

function releaseKey(records: Records, { clientId, idempotency }: OpenCommand): void {
  if (idempotency) records.startKeys.delete(startKeyName(clientId, idempotency.key));
}

interface Names {
  readonly idempotency: string | null;
  readonly nonce: string | null;
}

function namesOf(command: OpenCommand): Names {
  const { clientId, purpose, action, idempotency, nonceDigest } = command;
  return {
    idempotency: idempotency && nameOf(command, clientId, 'start', idempotency.key),
    nonce:
      nonceDigest === null ? null : nameOf(command, clientId, purpose, action ?? '', nonceDigest),
  };
}

function byIdempotencyKey(
  records: Records,
  { idempotency }: OpenCommand,
  name: string | null,
): OpenOutcome | undefined {
  const seen = name === null ? undefined : records.idempotency.get(name);
  if (!seen) return undefined;
  if (seen.fingerprint !== idempotency?.fingerprint) return { kind: 'idempotency_key_reused' };
  return found(records, 'idempotency_key', seen.told as ChallengeId);
}

/** Expired, canceled and used up ones are no answer: an ordinary new start follows. */
function byNonce(records: Records, name: string | null): OpenOutcome | undefined {
  const id = name === null ? undefined : records.nonces.get(name);
  const status = id === undefined ? undefined : viewOf(records, id)?.status;
  if (id === undefined || status === undefined) return undefined;
  const answers = ['pending', 'enrolment_required', 'approved'];
  return answers.includes(status) ? found(records, 'nonce', id) : undefined;
}

function found(records: Records, by: 'nonce' | 'idempotency_key', id: ChallengeId): OpenOutcome {
  const retryAfterMs = inFlightMs(records, id);
  if (retryAfterMs > 0) return { kind: 'in_flight', retryAfterMs };
  return { kind: 'existing', by, challenge: viewOf(records, id) };
}

function refusal(records: Records, command: OpenCommand): SendRefusal | undefined {
  const { send, counter, clientId } = command;
  const refused = send ? counterRefusal(records, command, { send, counter }) : undefined;
  if (refused) return refused;
  const own = records.openOnes(command).filter(([, member]) => member.clientId === clientId);
  if (own.length >= OPEN_CHALLENGES) {
    const earliest = Math.min(...own.map(([, member]) => member.expiresAtMs));
    return { kind: 'limit', limit: 'open_challenges', retryAfterMs: earliest - records.now() };
  }
  return send ? gateRefusal(records, command, send.numberKey) : undefined;
}

function create(records: Records, command: OpenCommand, names: Names): OpenOutcome {
  const { id, clientId, nonceDigest, idempotency, send } = command;
  const lifeMs = send ? send.ttlMs : WAITING_TTL_MS;
  const memoryMs = lifeMs + END_STATE_TTL_MS;
  const codeLength = send?.codeLength ?? 0;
  const record = newRecord(records, command, { lifeMs, names });
  records.saveChallenge(id, record);
  records.remembered.set(id, { clientId, nonceDigest, codeLength, end: null }, memoryMs);
  records.addOpen(id, record);
  if (names.nonce !== null) records.nonces.set(names.nonce, id, memoryMs);
  if (idempotency && names.idempotency !== null) {
    const seen = { fingerprint: idempotency.fingerprint, told: id };
    records.idempotency.set(names.idempotency, seen, IDEMPOTENCY_START_MS);
  }
  return { kind: 'opened', challenge: openView(records, id, record) };
}

function newRecord(
  records: Records,
  command: OpenCommand,
  { lifeMs, names }: { lifeMs: number; names: Names },
): PendingRecord {
  const { companyId, userId, clientId, purpose, action, door, canSkip, send } = command;
  const now = records.now();
  const expiresAtMs = now + lifeMs;
  const common = {
    ...{ companyId, userId, clientId, purpose, action, door, canSkip },
    tries: 0,
    expiresAtMs,
    nonceName: names.nonce,
    channels: [],
  };
  if (!send) return { ...common, sent: null, flight: null };
  const { numberKey, ttlMs: _ttlMs, ...code } = send;
  const gapName = gapNameOf(command, numberKey);
  const previousGap = passGate(records, command, send);
  return {
    ...common,
    sent: { ...code, destination: 0, ...unsettled(records), gapName },
    flight: {
      kind: 'open',
      messageId: send.messageId,
      leaseUntilMs: now + SEND_LEASE_MS,
      previousGap,
      previousSent: null,
      previousExpiresAtMs: expiresAtMs,
      idempotencyName: names.idempotency,
      startKey: command.idempotency && startKeyName(clientId, command.idempotency.key),
    },
  };
}
