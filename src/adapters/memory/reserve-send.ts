/** Reserving a resend or another destination in the in-process store. */

import type {
  DestinationCommand,
  ResendCommand,
  SendReservation,
} from '../../app/ports/challenge-commands.js';
import type { ReserveOutcome } from '../../app/ports/challenge-outcomes.js';
import { isOpen, type Challenge } from '../../domain/challenge.js';
import {
  DESTINATIONS_PER_CHALLENGE,
  END_STATE_TTL_MS,
  IDEMPOTENCY_RESEND_MS,
  RESEND_MIN_LIFE_MS,
  SEND_LEASE_MS,
} from '../../domain/limits.js';
import { withChannel, type Flight, type PendingRecord, type Records } from './records.js';
import { counterRefusal, gapNameOf, gateRefusal, passGate } from './send-gate.js';
import { inFlightMs, openView, viewOf } from './view.js';

/** What is known of a message that was just reserved. */
export function unsettled(records: Records) {
  return { accepted: false, receipt: null, updatedAtMs: records.now() };
}

type Command = ResendCommand | DestinationCommand;

/** The same code again; the challenge's life stays as it is. */
export function reserveResend(records: Records, command: ResendCommand): ReserveOutcome {
  const standing = standingOf(records, command, 'resend');
  if ('kind' in standing) return standing;
  const { record, name } = standing;
  const { send } = command;
  if (!record.sent) return { kind: 'code_not_sent' };
  const flying = inFlight(records, command);
  if (flying) return flying;
  const { factorId, factorVersion } = record.sent;
  if (factorId !== send.factorId || factorVersion !== send.factorVersion) {
    return { kind: 'conflict' };
  }
  const counted = counterRefusal(records, record, command);
  if (counted) return counted;
  if (record.expiresAtMs - records.now() < RESEND_MIN_LIFE_MS) return { kind: 'expiring' };
  const refused = gateRefusal(records, record, send.numberKey);
  if (refused) return refused;

  const landed = landLate(record);
  const next: PendingRecord = {
    ...landed,
    sent: {
      ...record.sent,
      channel: send.channel,
      locale: send.locale,
      messageId: send.messageId,
      ...unsettled(records),
      gapName: gapNameOf(record, send.numberKey),
    },
    flight: takeOff(records, landed, { command, name, kind: 'resend' }),
  };
  records.saveChallenge(command.id, next);
  remember(records, command, name);
  return { kind: 'reserved', challenge: openView(records, command.id, next) };
}

/** A new code, a new life, tries carried over. */
export function reserveDestination(records: Records, command: DestinationCommand): ReserveOutcome {
  const standing = standingOf(records, command, 'enrolment');
  if ('kind' in standing) return standing;
  const { record, name } = standing;
  const { id, send } = command;
  if (record.sent?.factorState === 'active') return { kind: 'conflict' };
  const flying = inFlight(records, command);
  if (flying) return flying;
  const destination = record.sent ? record.sent.destination + 1 : 0;
  if (destination >= DESTINATIONS_PER_CHALLENGE) return { kind: 'destinations_used_up' };
  if (destination !== command.destination) return { kind: 'conflict' };
  const refused =
    counterRefusal(records, record, command) ?? gateRefusal(records, record, send.numberKey);
  if (refused) return refused;

  const { numberKey, ttlMs, ...code } = send;
  const landed = landLate(record);
  const gapName = gapNameOf(record, numberKey);
  const next: PendingRecord = {
    ...landed,
    expiresAtMs: records.now() + ttlMs,
    sent: { ...code, destination, ...unsettled(records), gapName },
    flight: takeOff(records, landed, { command, name, kind: 'destination' }),
  };
  records.saveChallenge(id, next);
  records.addOpen(id, next);
  rememberLonger(records, command, next);
  remember(records, command, name);
  return { kind: 'reserved', challenge: openView(records, id, next) };
}

type Standing = { readonly record: PendingRecord; readonly name: string | null };

/** What every reservation asks first: whose challenge it is, whether it was reserved before, whether it is open. */
function standingOf(
  records: Records,
  command: Command,
  operation: string,
): Standing | ReserveOutcome {
  const view = viewOf(records, command.id);
  if (view?.clientId !== command.clientId) return { kind: 'not_found' };
  const name = idempotencyName(command, operation);
  const told = repeated(records, command, { name, view });
  if (told) return told;
  if (!isOpen(view)) return { kind: 'ended', status: view.status };
  const record = records.challenges.get(command.id);
  return record ? { record, name } : { kind: 'not_found' };
}

function idempotencyName({ id, clientId, idempotency }: Command, operation: string): string | null {
  return idempotency && JSON.stringify([clientId, operation, id, idempotency.key]);
}

function repeated(
  records: Records,
  { id, idempotency }: Command,
  { name, view }: { name: string | null; view: Challenge },
): ReserveOutcome | undefined {
  const seen = name === null ? undefined : records.idempotency.get(name);
  if (!seen) return undefined;
  if (seen.fingerprint !== idempotency?.fingerprint) return { kind: 'idempotency_key_reused' };
  if (isOpen(view) && inFlightMs(records, id) > 0) return undefined;
  return { kind: 'repeated', challenge: view };
}

function inFlight(records: Records, { id }: Command): ReserveOutcome | undefined {
  const retryAfterMs = inFlightMs(records, id);
  return retryAfterMs > 0 ? { kind: 'in_flight', retryAfterMs } : undefined;
}

/** An earlier send whose end nobody told counts as unknown: it may have arrived. */
export function landLate(record: PendingRecord): PendingRecord {
  if (!record.flight || !record.sent) return record;
  const channels = withChannel(record.channels, record.sent.channel);
  return { ...record, channels, sent: { ...record.sent, accepted: false }, flight: null };
}

interface TakeOff {
  readonly command: { readonly send: Pick<SendReservation, 'messageId' | 'numberKey'> };
  readonly name: string | null;
  readonly kind: 'resend' | 'destination';
}

export function takeOff(
  records: Records,
  record: PendingRecord,
  { command, name, kind }: TakeOff,
): Flight {
  return {
    kind,
    messageId: command.send.messageId,
    leaseUntilMs: records.now() + SEND_LEASE_MS,
    previousGap: passGate(records, record, command.send),
    previousSent: record.sent,
    previousExpiresAtMs: record.expiresAtMs,
    idempotencyName: name,
    startKey: null,
  };
}

function remember(records: Records, { idempotency, send }: Command, name: string | null): void {
  if (!idempotency || name === null) return;
  const seen = { fingerprint: idempotency.fingerprint, told: send.messageId };
  records.idempotency.set(name, seen, IDEMPOTENCY_RESEND_MS);
}

/** The end state and the nonce outlive the new life as they did the old one. */
function rememberLonger(
  records: Records,
  { id, send }: DestinationCommand,
  { nonceName }: PendingRecord,
): void {
  const remembered = records.remembered.get(id);
  if (!remembered) return;
  const leftMs = (records.remembered.expiresAtMs(id) ?? 0) - records.now();
  const memoryMs = Math.max(leftMs, send.ttlMs + END_STATE_TTL_MS);
  records.remembered.set(id, { ...remembered, codeLength: send.codeLength }, memoryMs);
  const nonce = nonceName === null ? undefined : records.nonces.get(nonceName);
  if (nonceName !== null && nonce !== undefined) records.nonces.set(nonceName, nonce, memoryMs);
}
