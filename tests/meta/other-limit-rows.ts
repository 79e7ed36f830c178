/** The rows of docs/limits.md about guessing, waiting and what is under way at once, made of limits.ts. */

import type { ErrorCode } from '../../src/app/errors.js';
import { SETTINGS } from '../../src/config/env.js';
import { loadConfig } from '../../src/config/load.js';
import * as limits from '../../src/domain/limits.js';
import { PROBLEMS } from '../../src/http/problem.js';
import { MAX_IN_FLIGHT } from '../../src/http/shed.js';
import { codeEntry } from '../../src/pages/texts/en/code-entry.js';
import { amount, duration, row } from './words.js';

interface Limit {
  readonly what: string;
  readonly most: string;
  /** In which store, and for whom. */
  readonly counted: string;
  readonly told: ErrorCode;
  /** The page's words; null: a page of its own, or none. */
  readonly said: keyof typeof codeEntry | null;
}

const { CODE_TTL_SECONDS } = SETTINGS;
const { code } = loadConfig({ environment: {}, nowMs: 0 }).config;

const LIMITS: readonly Limit[] = [
  {
    what: 'Gap between two messages to one person and number',
    most: `${duration(limits.RESEND_GAP_MS)}, doubling to ${duration(limits.RESEND_GAP_MAX_MS)}; back at the first after ${duration(limits.RESEND_GAP_RESET_MS)} without one`,
    counted: "Redis, the person's slot",
    told: 'resend_cooldown',
    said: 'sendTooSoon',
  },
  {
    what: 'Life that a code must have left to be sent again',
    most: duration(limits.RESEND_MIN_LIFE_MS),
    counted: 'Redis, the challenge',
    told: 'challenge_expiring',
    said: 'sendExpiring',
  },
  {
    what: 'Life of a code',
    most: `${duration(code.ttlSeconds * 1_000)}; \`CODE_TTL_SECONDS\`, ${CODE_TTL_SECONDS.expects.replace(/^seconds, /, '')}`,
    counted: 'Redis, the challenge',
    told: 'challenge_expired',
    said: null,
  },
  {
    what: 'Wrong codes of one challenge, before one ends it',
    most: amount(limits.ATTEMPTS_PER_CHALLENGE),
    counted: 'Redis, charged before comparing; PostgreSQL, which has the last word',
    told: 'max_attempts_reached',
    said: null,
  },
  {
    what: 'Wrong codes in a row, from which each locks the person',
    most: `${amount(limits.LOCK_FROM_FAILURES)}: ${duration(limits.LOCK_BASE_MS)}, doubling to ${duration(limits.LOCK_MAX_MS)}`,
    counted: 'PostgreSQL, over all challenges; a copy in Redis',
    told: 'factor_locked',
    said: 'codeLocked',
  },
  {
    what: 'Wrong codes in a row, which disable the phone until it is reset',
    most: amount(limits.DISABLE_AT_FAILURES),
    counted: 'PostgreSQL',
    told: 'factor_disabled',
    said: 'factorDisabled',
  },
  {
    what: 'Wrong codes to a number that is being enrolled, which discard it',
    most: amount(limits.DISCARD_PENDING_AT_FAILURES),
    counted: 'PostgreSQL; a copy in Redis',
    told: 'max_attempts_reached',
    said: null,
  },
  {
    what: 'Numbers that one enrolment may be given',
    most: amount(limits.DESTINATIONS_PER_CHALLENGE),
    counted: 'Redis, the challenge',
    told: 'max_attempts_reached',
    said: null,
  },
  {
    what: 'How long a number stays marked that cannot be reached, or does not want to be',
    most: `${duration(limits.UNDELIVERABLE_MS)}, by channel; a reset or a change ends it`,
    counted: 'PostgreSQL, the factor',
    told: 'phone_not_reachable',
    said: 'phoneUnreachable',
  },
  {
    what: 'Requests under way in one process',
    most: amount(MAX_IN_FLIGHT),
    counted: 'the process',
    told: 'temporarily_unavailable',
    said: 'busy',
  },
  {
    what: 'How long the provider is waited for; 201 `pending` with `delivery.status: unknown` where the request was written',
    most: duration(limits.PROVIDER_DEADLINE_MS),
    counted: 'the process',
    told: 'sms_unavailable',
    said: 'smsUnavailable',
  },
];

export function otherLimitRows(): string[] {
  return LIMITS.map(({ what, most, counted, told, said }) =>
    row([
      what,
      most,
      counted,
      `${String(PROBLEMS[told].status)} \`${told}\``,
      said === null ? 'a page of its own says so' : codeEntry[said],
    ]),
  );
}
