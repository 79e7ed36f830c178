/** The commands of the scripts that reserve a further send: keys and the one JSON argument. */

import type {
  DestinationCommand,
  RepeatCommand,
  ResendCommand,
} from '../../app/ports/challenge-commands.js';
import {
  COUNTER_TTL_MS,
  DESTINATIONS_PER_CHALLENGE,
  DISABLE_AT_FAILURES,
  END_STATE_TTL_MS,
  IDEMPOTENCY_RESEND_MS,
  RESEND_GAP_MAX_MS,
  RESEND_GAP_MS,
  RESEND_GAP_RESET_MS,
  RESEND_MIN_LIFE_MS,
  SEND_LEASE_MS,
  SEND_TRIES_PER_HOUR,
  SEND_TRIES_WINDOW_MS,
} from '../../domain/limits.js';
import type { Keyspace } from './keys.js';

const LIMITS = {
  counterTtlMs: COUNTER_TTL_MS,
  destinations: DESTINATIONS_PER_CHALLENGE,
  disableAt: DISABLE_AT_FAILURES,
  endStateTtlMs: END_STATE_TTL_MS,
  idempotencyMs: IDEMPOTENCY_RESEND_MS,
  gapMaxMs: RESEND_GAP_MAX_MS,
  gapMs: RESEND_GAP_MS,
  gapResetMs: RESEND_GAP_RESET_MS,
  resendMinLifeMs: RESEND_MIN_LIFE_MS,
  sendLeaseMs: SEND_LEASE_MS,
  sendTries: SEND_TRIES_PER_HOUR,
  sendTriesWindowMs: SEND_TRIES_WINDOW_MS,
};

/** Keys and arguments but for the clock. Gap and counter are named by the script, from the challenge. */
export function reserveCommand(
  keys: Keyspace,
  base: string,
  command: ResendCommand | DestinationCommand,
) {
  const { id, clientId, idempotency, send, counter } = command;
  const operation = 'destination' in command ? 'enrolment' : 'resend';
  const name = idempotency ? keys.idempotency(clientId, `${operation} ${id}`, idempotency.key) : '';
  const args = {
    id,
    clientId,
    fingerprint: idempotency?.fingerprint,
    idempotencyKey: name,
    destination: 'destination' in command ? command.destination : undefined,
    send: sendArguments(keys, { send, counter }),
    limits: LIMITS,
  };
  return {
    keys: [`${base}c:${id}`, `${base}e:${id}`, `${base}i:${name}`],
    json: JSON.stringify(args),
  };
}

/** As `reserveCommand`, for an automatic repeat. */
export function repeatCommand(keys: Keyspace, base: string, command: RepeatCommand) {
  const { id, repeats } = command;
  const args = { id, repeats, send: sendArguments(keys, command), limits: LIMITS };
  return { keys: [`${base}c:${id}`, `${base}e:${id}`], json: JSON.stringify(args) };
}

function sendArguments(keys: Keyspace, { send, counter }: Pick<RepeatCommand, 'send' | 'counter'>) {
  return {
    ...send,
    factorState: send.factorState === 'active' ? 'a' : 'p',
    numberKey: undefined,
    numberHash: keys.number(send.numberKey),
    ...counter,
  };
}
