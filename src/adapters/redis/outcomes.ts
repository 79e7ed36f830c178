/** What each script of the challenge store answered, as the port's outcomes. */

import type {
  AttemptOutcome,
  OpenOutcome,
  ReserveOutcome,
  SendRefusal,
} from '../../app/ports/challenge-outcomes.js';
import {
  challenge,
  endStatus,
  integer,
  list,
  openChallenge,
  subject,
  text,
  unexpected,
} from './reply.js';

export function openOutcome(reply: unknown): OpenOutcome {
  const [kind, ...facts] = list(reply);
  switch (kind) {
    case 'opened':
      return { kind, challenge: openChallenge(facts[0]) };
    case 'existing':
      return { kind, by: foundBy(facts[0]), challenge: challenge(facts[1]) };
    default:
      return sendRefusal(kind, facts);
  }
}

export function reserveOutcome(reply: unknown): ReserveOutcome {
  const [kind, ...facts] = list(reply);
  switch (kind) {
    case 'reserved':
      return { kind, challenge: openChallenge(facts[0]) };
    case 'repeated':
      return { kind, challenge: challenge(facts[0]) ?? unexpected() };
    case 'ended':
      return { kind, status: endStatus(facts[0]) };
    case 'not_found':
    case 'code_not_sent':
    case 'expiring':
    case 'destinations_used_up':
    case 'conflict':
      return { kind };
    default:
      return sendRefusal(kind, facts);
  }
}

export function attemptOutcome(reply: unknown): AttemptOutcome {
  const [kind, ...facts] = list(reply);
  switch (kind) {
    case 'match':
    case 'counter_missing':
      return { kind, subject: subject(facts[0]) };
    case 'mismatch':
      return {
        kind,
        attemptsRemaining: integer(facts[0]),
        repeated: integer(facts[1]) === 1,
        subject: subject(facts[2]),
      };
    case 'locked':
      return {
        kind,
        retryAfterMs: integer(facts[0]),
        lifeLeftMs: integer(facts[1]),
        subject: subject(facts[2]),
      };
    case 'ended':
      return { kind, status: endStatus(facts[0]) };
    case 'malformed':
      return { kind, codeLength: integer(facts[0]) };
    default:
      return bareOutcome(kind);
  }
}

function bareOutcome(kind: unknown): AttemptOutcome {
  switch (kind) {
    case 'not_found':
    case 'on_page':
    case 'code_not_sent':
    case 'disabled':
    case 'unknown_key':
    case 'idempotency_key_reused':
      return { kind };
    default:
      return unexpected();
  }
}

function sendRefusal(kind: unknown, facts: unknown[]): SendRefusal {
  switch (kind) {
    case 'cooldown':
    case 'locked':
    case 'in_flight':
      return { kind, retryAfterMs: integer(facts[0]) };
    case 'limit':
      return { kind, limit: limitName(facts[0]), retryAfterMs: integer(facts[1]) };
    case 'disabled':
    case 'idempotency_key_reused':
      return { kind };
    default:
      return unexpected();
  }
}

function limitName(value: unknown): 'open_challenges' | 'send_tries' {
  const name = text(value);
  return name === 'open_challenges' || name === 'send_tries' ? name : unexpected();
}

function foundBy(value: unknown): 'nonce' | 'idempotency_key' {
  const by = text(value);
  return by === 'nonce' || by === 'idempotency_key' ? by : unexpected();
}
