/** The arguments of attempt-code.lua after the clock and the slot. */

import type { AttemptCommand } from '../../app/ports/challenge-commands.js';
import {
  ATTEMPTS_PER_CHALLENGE,
  COUNTER_TTL_MS,
  DISABLE_AT_FAILURES,
  DISCARD_PENDING_AT_FAILURES,
  LOCK_BASE_MS,
  LOCK_FROM_FAILURES,
  LOCK_MAX_MS,
} from '../../domain/limits.js';

const LIMITS = [
  COUNTER_TTL_MS,
  ATTEMPTS_PER_CHALLENGE,
  LOCK_FROM_FAILURES,
  LOCK_BASE_MS,
  LOCK_MAX_MS,
  DISABLE_AT_FAILURES,
  DISCARD_PENDING_AT_FAILURES,
];

/** In the order of the script's header, from ARGV[3] on. */
export function attemptArguments(command: AttemptCommand): (string | number)[] {
  const { counter, digests } = command;
  return [
    `${command.id} ${command.clientId}`,
    command.nonceDigest ?? '',
    digests.length === 0 ? 0 : command.digits,
    command.idempotency?.fingerprint ?? '',
    ...(counter ? [counter.epoch, counter.failures, counter.lockedForMs] : ['', '', '']),
    ...LIMITS,
    command.door ?? '',
    digests.map(({ keyId, digest }) => `${keyId} ${digest}`).join(' '),
  ];
}
