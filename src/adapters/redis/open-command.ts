/** The command of open-challenge.lua: its keys and its one JSON argument. */

import type { OpenCommand } from '../../app/ports/challenge-commands.js';
import {
  COUNTER_TTL_MS,
  DISABLE_AT_FAILURES,
  END_STATE_TTL_MS,
  IDEMPOTENCY_START_MS,
  OPEN_CHALLENGES,
  RESEND_GAP_MAX_MS,
  RESEND_GAP_MS,
  RESEND_GAP_RESET_MS,
  SEND_LEASE_MS,
  SEND_TRIES_PER_HOUR,
  SEND_TRIES_WINDOW_MS,
  WAITING_TTL_MS,
} from '../../domain/limits.js';
import type { Keyspace } from './keys.js';

const LIMITS = {
  counterTtlMs: COUNTER_TTL_MS,
  disableAt: DISABLE_AT_FAILURES,
  endStateTtlMs: END_STATE_TTL_MS,
  idempotencyMs: IDEMPOTENCY_START_MS,
  openChallenges: OPEN_CHALLENGES,
  gapMaxMs: RESEND_GAP_MAX_MS,
  gapMs: RESEND_GAP_MS,
  gapResetMs: RESEND_GAP_RESET_MS,
  sendLeaseMs: SEND_LEASE_MS,
  sendTries: SEND_TRIES_PER_HOUR,
  sendTriesWindowMs: SEND_TRIES_WINDOW_MS,
  waitingTtlMs: WAITING_TTL_MS,
};

/** Keys and arguments but for the clock. `base` is of the slot that the challenge id names. */
export function openCommand(keys: Keyspace, base: string, command: OpenCommand) {
  const { send, idempotency, nonceDigest } = command;
  const employeeKey = keys.employee(command);
  const names = namesOf(keys, command);
  const numberHash = send ? keys.number(send.numberKey) : '';
  const args = {
    id: command.id,
    clientId: command.clientId,
    companyId: command.companyId,
    userId: command.userId,
    purpose: command.purpose,
    action: command.action,
    page: command.door,
    canSkip: command.canSkip ? '1' : '0',
    employeeKey,
    nonceDigest: nonceDigest ?? undefined,
    nonceKey: nonceDigest === null ? undefined : names.nonce,
    fingerprint: idempotency?.fingerprint,
    idempotencyKey: names.idempotency,
    send: sendArguments(command, numberHash),
    limits: LIMITS,
  };
  return {
    keys: [
      `${base}c:${command.id}`,
      `${base}e:${command.id}`,
      `${base}o:${employeeKey}`,
      send?.factorState === 'pending' ? `${base}f:${send.factorId}` : `${base}u:${employeeKey}`,
      `${base}g:${employeeKey}:${numberHash}`,
      `${base}s:${employeeKey}:${command.clientId}`,
      `${base}i:${names.idempotency}`,
      `${base}n:${names.nonce}`,
    ],
    json: JSON.stringify(args, withoutNull),
  };
}

/** Undefined for a challenge that waits for a number. The blind index stands in no key (R102). */
function sendArguments({ send, counter }: OpenCommand, numberHash: string) {
  if (!send) return undefined;
  const factorState = send.factorState === 'active' ? 'a' : 'p';
  return { ...send, factorState, numberKey: undefined, numberHash, ...counter };
}

function namesOf(keys: Keyspace, command: OpenCommand) {
  const { clientId, idempotency, nonceDigest, purpose, action } = command;
  return {
    idempotency: idempotency ? keys.idempotency(clientId, 'start', idempotency.key) : '',
    nonce:
      nonceDigest === null
        ? ''
        : keys.nonce(clientId, command, [purpose, action ?? '', nonceDigest]),
  };
}

/** cjson reads null as a value that is true in Lua, so what is absent is left out. */
function withoutNull(_key: string, value: unknown): unknown {
  return value ?? undefined;
}
