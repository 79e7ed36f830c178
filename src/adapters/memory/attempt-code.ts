/** One attempt in the in-process store: charged before it is compared, given back on a match (decisions 1, 2). */

import type { AttemptCommand } from '../../app/ports/challenge-commands.js';
import type { AttemptOutcome, AttemptSubject } from '../../app/ports/challenge-outcomes.js';
import {
  ATTEMPTS_PER_CHALLENGE,
  COUNTER_TTL_MS,
  DISABLE_AT_FAILURES,
  DISCARD_PENDING_AT_FAILURES,
  lockMs,
} from '../../domain/limits.js';
import {
  counterName,
  withChannel,
  type CounterRecord,
  type PendingRecord,
  type Records,
  type Remembered,
  type SentRecord,
} from './records.js';

export function attemptCode(records: Records, command: AttemptCommand): AttemptOutcome {
  const remembered = records.remembered.get(command.id);
  if (!remembered) return { kind: 'not_found' };
  const record = records.challenges.get(command.id);
  const told =
    refusal(remembered, command) ??
    repeated(records, command, record) ??
    ended(remembered, record) ??
    atOtherDoor(record, command);
  if (told) return told;
  if (!record?.sent) return { kind: 'code_not_sent' };
  return judge(records, command, { record, sent: record.sent });
}

/** A code that can be compared: counter and locks first. */
function judge(
  records: Records,
  command: AttemptCommand,
  { record, sent }: Pick<Running, 'record' | 'sent'>,
): AttemptOutcome {
  const attempt = { record, sent, subject: subjectOf(record, sent) };
  const name = counterName(record, sent);
  if (command.counter) handOver(records, name, command.counter);
  const counter = records.counters.get(name);
  if (!counter) return { kind: 'counter_missing', subject: attempt.subject };
  return counterBlock(records, counter, attempt) ?? compare(records, command, attempt);
}

/** The fifth wrong try writes its end, so tries are never left over here. */
function ended({ end }: Remembered, record: PendingRecord | undefined): AttemptOutcome | undefined {
  if (end === null && record) return undefined;
  return { kind: 'ended', status: end ?? 'expired' };
}

/** One door for each challenge (decision 24): nothing is compared or charged at another. */
function atOtherDoor(
  record: PendingRecord | undefined,
  { door }: AttemptCommand,
): AttemptOutcome | undefined {
  if (!record || record.door === door) return undefined;
  return { kind: door === null ? 'on_page' : 'not_found' };
}

interface Running {
  readonly record: PendingRecord;
  readonly sent: SentRecord;
  readonly subject: AttemptSubject;
}

/** The 404s first, the same for each, then what cannot be a code. */
function refusal(
  remembered: Remembered,
  { clientId, nonceDigest, digests, digits }: AttemptCommand,
): AttemptOutcome | undefined {
  const isTheirs = remembered.clientId === clientId && remembered.nonceDigest === nonceDigest;
  if (!isTheirs) return { kind: 'not_found' };
  const { codeLength } = remembered;
  const isMalformed = digests.length === 0 || digits !== codeLength;
  return codeLength > 0 && isMalformed ? { kind: 'malformed', codeLength } : undefined;
}

/** A match was not charged; it is compared again, because the code may be another number's by now. */
function repeated(
  records: Records,
  command: AttemptCommand,
  record: PendingRecord | undefined,
): AttemptOutcome | undefined {
  const { idempotency } = command;
  const seen = idempotency ? records.idempotency.get(verifyName(command)) : undefined;
  if (!seen) return undefined;
  if (seen.fingerprint !== idempotency?.fingerprint) return { kind: 'idempotency_key_reused' };
  if (seen.told === 'match' || !record?.sent) return undefined;
  const subject = subjectOf(record, record.sent);
  return { kind: 'mismatch', attemptsRemaining: Number(seen.told), subject, repeated: true };
}

function handOver(
  records: Records,
  name: string,
  counter: NonNullable<AttemptCommand['counter']>,
): void {
  const known = records.counters.get(name);
  if (!known || counter.epoch >= known.epoch) records.handOver(name, counter);
}

function counterBlock(
  records: Records,
  { failures, lockedUntilMs }: CounterRecord,
  { record, sent, subject }: Running,
): AttemptOutcome | undefined {
  if (sent.factorState === 'pending') {
    const isDiscarded = failures >= DISCARD_PENDING_AT_FAILURES;
    return isDiscarded ? { kind: 'ended', status: 'max_attempts_reached' } : undefined;
  }
  if (failures >= DISABLE_AT_FAILURES) return { kind: 'disabled' };
  const retryAfterMs = lockedUntilMs - records.now();
  const lifeLeftMs = record.expiresAtMs - records.now();
  return retryAfterMs > 0 ? { kind: 'locked', retryAfterMs, lifeLeftMs, subject } : undefined;
}

function compare(records: Records, command: AttemptCommand, attempt: Running): AttemptOutcome {
  const { record, sent, subject } = attempt;
  const candidate = command.digests.find(({ keyId }) => keyId === sent.keyId);
  if (!candidate) return { kind: 'unknown_key' };
  const name = counterName(record, sent);
  const counter = records.counters.get(name);
  if (!counter) return { kind: 'counter_missing', subject };
  if (candidate.digest === sent.digest) {
    records.counters.set(name, counter, COUNTER_TTL_MS);
    remember(records, command, 'match');
    return { kind: 'match', subject };
  }

  const failures = counter.failures + 1;
  const isActive = sent.factorState === 'active';
  const lock = isActive ? lockMs(failures) : 0;
  const lockedUntilMs = lock > 0 ? records.now() + lock : counter.lockedUntilMs;
  records.counters.set(name, { ...counter, failures, lockedUntilMs }, COUNTER_TTL_MS);
  const tries = record.tries + 1;
  records.saveChallenge(command.id, { ...record, tries });
  const isDiscarded = !isActive && failures >= DISCARD_PENDING_AT_FAILURES;
  const attemptsRemaining = isDiscarded ? 0 : ATTEMPTS_PER_CHALLENGE - tries;
  if (attemptsRemaining === 0) useUp(records, command, record);
  remember(records, command, String(attemptsRemaining));
  return { kind: 'mismatch', attemptsRemaining, subject, repeated: false };
}

function useUp(records: Records, { id }: AttemptCommand, record: PendingRecord): void {
  const remembered = records.remembered.get(id);
  if (remembered) records.remembered.replace(id, { ...remembered, end: 'max_attempts_reached' });
  records.removeOpen(id, record);
}

function remember(records: Records, command: AttemptCommand, told: string): void {
  const { id, idempotency } = command;
  if (!idempotency) return;
  const ttlMs = (records.remembered.expiresAtMs(id) ?? 0) - records.now();
  const seen = { fingerprint: idempotency.fingerprint, told };
  records.idempotency.set(verifyName(command), seen, ttlMs);
}

function verifyName({ clientId, id, idempotency }: AttemptCommand): string {
  return JSON.stringify([clientId, 'verify', id, idempotency?.key]);
}

/** Whoever holds the code got it: a channel whose answer is not in yet counts too. */
function subjectOf(record: PendingRecord, sent: SentRecord): AttemptSubject {
  const { companyId, userId, purpose, action, channels, flight } = record;
  return {
    ...{ companyId, userId, purpose, action },
    factorId: sent.factorId,
    factorVersion: sent.factorVersion,
    factorState: sent.factorState,
    isSending: flight !== null,
    channels: flight ? withChannel(channels, sent.channel) : channels,
  };
}
